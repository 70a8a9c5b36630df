using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>The class that chooses between the methods that answer one function.</summary>
internal static class RouterSource
{
    private const string Runtime = "global::Serverless.Runtime.";
    private const string Parameters = "global::System.ReadOnlyMemory<byte> payload, global::Serverless.Runtime.Invocation invocation, global::System.Buffers.IBufferWriter<byte> response";

    public static string ClassName(RouterPlace router) => router.GeneratedMethod + "__Router";

    public static void Render(CodeWriter code, Function function, ProjectFacts project)
    {
        code.Line();
        code.Line($"/// <summary>{GeneratedFile.Xml(function.LogicalId)}: one function for several methods.</summary>");
        using (code.Block($"internal static class {ClassName(function.Router!)}"))
        {
            code.Line($"private static global::System.ReadOnlySpan<byte> Routes => {GeneratedFile.Literal(RouteTreeBuilder.Build(Keys(function)))}u8;");
            code.Line();
            Initialize(code, function, project);
            code.Line();
            using (code.Block($"internal static global::System.Threading.Tasks.ValueTask HandleAsync({Parameters})"))
            {
                using (code.Block($"switch ({Runtime}RouteTree.Find(Routes, payload, invocation))"))
                {
                    for (var i = 0; i < function.Entries.Count; i++)
                    {
                        code.Line($"case {GeneratedFile.Number(i)}:");
                        code.Line($"    return {Core(function.Entries[i])}.HandleAsync(payload, invocation, response);");
                    }

                    code.Line("default:");
                    if (RouteCore.Streams(function))
                    {
                        code.Line($"    return {Runtime}RouteTree.RefuseAsync(Routes, payload, invocation, response, {RouteCore.StreamingArguments(function)});");
                        return;
                    }

                    code.Line($"    {Runtime}RouteTree.Refuse(Routes, payload, invocation, response);");
                    code.Line("    return default;");
                }
            }
        }
    }

    /// <summary>
    /// The objects of all handlers are made in init, where a failure is seen at once. What else a route needs is made with its first
    /// request, so that a cold start does not pay for routes nobody asks for; where environments are prepared ahead, all is made.
    /// </summary>
    private static void Initialize(CodeWriter code, Function function, ProjectFacts project)
    {
        using (code.Block("internal static void Initialize()"))
        {
            foreach (var field in function.Entries.Select(static e => e.InstanceField).Where(static f => f.Length > 0).Distinct(StringComparer.Ordinal))
                code.Line($"_ = {ServiceGraphNames.Qualified(project)}.{field}.Value;");
            foreach (var filter in function.Entries.SelectMany(static e => e.Filters).Select(static f => f.Instance).Distinct(StringComparer.Ordinal))
                code.Line($"_ = {filter};");
            ContainerSource.Prepare(code, function.Entries, project);
            code.Line($"if (!{Runtime}EntryPoint.IsPreparedAhead)");
            code.Line("    return;");
            foreach (var entry in function.Entries)
                code.Line($"{Core(entry)}.Initialize();");
        }
    }

    private static IEnumerable<(string Key, int Entry)> Keys(Function function) => function.Routes
        .Select(static route => (route.RouteKey, route.Entry))
        .Concat(function.WebSocketRoutes.Select(static route => (RouteTreeBuilder.WebSocketPrefix + route.RouteKey, route.Entry)));

    private static string Core(HandlerEntry entry) =>
        $"global::{(entry.Namespace.Length == 0 ? "" : entry.Namespace + ".")}{entry.ClassStem}_Handlers.{GeneratedFile.FunctionClass(entry)}";
}
