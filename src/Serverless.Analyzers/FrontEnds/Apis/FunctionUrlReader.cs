using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Functions;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Apis;

/// <summary>
/// Reads `[LambdaUrl]`: of the method, or of its class or the assembly for the functions that answer routes. A function that is invoked
/// otherwise gets no address because of its neighbours.
/// </summary>
internal static class FunctionUrlReader
{
    public const string Attribute = "LambdaUrl";

    public static FunctionUrl? Read(FunctionScope scope, Reading reading)
    {
        if (ApiScope.Find(scope.Method, Attribute, reading) is { } own)
            return Read(own);
        if (!scope.Method.Has(RouteReader.Attribute))
            return null;
        return (ApiScope.Find(scope.Type, Attribute, reading) ?? ApiScope.Find(scope.Assembly, Attribute, reading)) is { } farther ? Read(farther) : null;
    }

    private static FunctionUrl Read(ApiScope scope) => new(
        IsPublic: scope.Attribute.Enum("Auth") == 1,
        Streaming: scope.Attribute.Boolean("Streaming") ?? false,
        CorsReader.Read(scope),
        scope.Declaration);

    /// <summary>On a class or the assembly an address is for functions with routes: where there are none, it would silently not exist.</summary>
    public static void ReportUnused(List<Function> functions, List<DeclaredAttributes> types, Reading reading)
    {
        foreach (var owner in types.Append(reading.Assembly))
        {
            if (owner.Find(Attribute) is { } attribute && !functions.Exists(function => function.Url?.Declaration == owner.At(attribute)))
            {
                reading.Report(
                    RuleIds.SettingsExclude,
                    owner.At(attribute),
                    "[LambdaUrl]",
                    owner.Symbol is IAssemblySymbol ? "this project" : $"the class '{owner.Symbol.Name}'",
                    "it is for functions with routes, and there is none below it without an address of its own");
            }
        }
    }
}
