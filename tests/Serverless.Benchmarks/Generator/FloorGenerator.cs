using System.Text;
using Microsoft.CodeAnalysis;

namespace Serverless.Benchmarks.Generator;

/// <summary>The least an incremental generator can do with the same project by the usual API: find the attribute, write one line a handler.</summary>
internal sealed class FloorGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var handlers = context.SyntaxProvider.ForAttributeWithMetadataName(
            "Serverless.HttpRouteAttribute",
            static (_, _) => true,
            static (found, _) => (
                Type: found.TargetSymbol.ContainingType.ToDisplayString(),
                Method: found.TargetSymbol.Name,
                Route: (string?)found.Attributes[0].ConstructorArguments[0].Value));
        context.RegisterSourceOutput(handlers.Collect(), static (output, all) =>
        {
            var text = new StringBuilder("internal static class Floor\n{\n");
            foreach (var (type, method, route) in all)
                text.Append("    // ").Append(route).Append(" => ").Append(type).Append('.').Append(method).Append('\n');
            output.AddSource("Floor.g.cs", text.Append("}\n").ToString());
        });
    }
}
