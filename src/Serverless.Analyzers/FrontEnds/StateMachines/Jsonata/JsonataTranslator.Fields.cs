using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.StateMachines.Jsonata;

/// <content>The fields of a state that JSONata fills.</content>
internal sealed partial class JsonataTranslator : IExpressionTranslator
{
    void IExpressionTranslator.Bind(IParameterSymbol parameter, DataRoot root) => Bind(parameter, new JsonataExpression(root.Jsonata, JsonataExpression.Primary));

    AslData IExpressionTranslator.Data(IOperation body) => TranslateData(body);

    AslData IExpressionTranslator.Value(IOperation body) => new AslExpression(Translate(body).Text);

    AslData IExpressionTranslator.Condition(IOperation body) => new AslExpression(Translate(body).Text);

    AslData IExpressionTranslator.Seconds(IOperation body) => TranslateSeconds(body);
}
