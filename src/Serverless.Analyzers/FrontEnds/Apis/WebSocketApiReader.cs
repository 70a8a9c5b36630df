using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Apis;

/// <summary>Reads `[ServerlessWebSocketApi]`.</summary>
internal static class WebSocketApiReader
{
    public const string Attribute = "ServerlessWebSocketApi";

    public static WebSocketApi Read(ApiScope scope) => ApiReader.Shared(
        new WebSocketApi
        {
            LogicalId = ApiReader.LogicalId(scope, ApiReader.AssemblyWebSocketApiId(scope.Reading.Project.AssemblyName)),
            Declaration = scope.Declaration,
            RouteSelectionExpression = Expression(scope),
            ExecutionLogs = (ApiExecutionLogs)(scope.Attribute.Enum("ExecutionLogs") ?? 0),
        },
        scope,
        RestApiReader.DefaultStage);

    private static string Expression(ApiScope scope)
    {
        const string Default = "$request.body.action";
        if (scope.Attribute.String("RouteSelectionExpression") is not { } expression)
            return Default;
        if (expression.StartsWith("$", StringComparison.Ordinal) && (expression.IndexOf("request.", StringComparison.Ordinal) > 0 || expression.IndexOf("context.", StringComparison.Ordinal) > 0))
            return expression;
        scope.ReportMalformed("RouteSelectionExpression", expression, "it reads a message: '$request.body.action'");
        return Default;
    }
}
