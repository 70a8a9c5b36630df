using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.StateMachines;

/// <summary>
/// Translates the body of a C# lambda to the query language of its machine. What has no form there is refused at the very
/// sub-expression, and something harmless stands in its place.
/// </summary>
internal interface IExpressionTranslator
{
    /// <summary>Says what a parameter of the lambda stands for.</summary>
    void Bind(IParameterSymbol parameter, DataRoot root);

    /// <summary>A field that may hold an object whose members are computed one by one.</summary>
    AslData Data(IOperation body);

    /// <summary>A field that holds one computed value.</summary>
    AslData Value(IOperation body);

    /// <summary>The condition of a Choice.</summary>
    AslData Condition(IOperation body);

    /// <summary>A TimeSpan as seconds.</summary>
    AslData Seconds(IOperation body);
}
