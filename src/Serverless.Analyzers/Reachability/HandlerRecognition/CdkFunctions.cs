using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;

namespace Serverless.Analyzers.Reachability.HandlerRecognition;

/// <summary>
/// Functions of a CDK stack that stands in the project it deploys: `new FunctionProps { Handler = "Shop::Shop.Orders::Handle", Timeout = Duration.Seconds(30) }`. Only constants are
/// believed; a stack in a project of its own is another compilation and unseen.
/// </summary>
internal static class CdkFunctions
{
    private const string Props = "FunctionProps";

    public static ImmutableArray<(string Handler, FunctionFacts Facts)> Read(Compilation compilation, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<(string, FunctionFacts)>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            var names = TreeNames.Of(tree, cancellationToken);
            if (!names.Mentions(Props) || !names.Mentions("Handler") || compilation.ModelOf(tree) is not { } model)
                continue;
            foreach (var creation in names.Root.DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>())
            {
                if (creation.Initializer is not null && model.GetOperation(creation, cancellationToken) is IObjectCreationOperation { Type: { Name: Props } type } made
                    && type.ContainingNamespace.ToDisplayString() == "Amazon.CDK.AWS.Lambda" && made.Initialised("Handler")?.ConstantValue is { HasValue: true, Value: string handler })
                {
                    found.Add((handler, FactsOf(made, cancellationToken)));
                }
            }
        }

        return found.ToImmutable();
    }

    private static FunctionFacts FactsOf(IObjectCreationOperation made, CancellationToken cancellationToken) => FunctionFacts.Unknown with
    {
        TimeoutSeconds = made.Initialised("Timeout") is { } timeout && ConstantDuration.Of(timeout, cancellationToken) is { } duration && duration > TimeSpan.Zero ? (int)duration.TotalSeconds : null,
        MemoryMegabytes = made.Initialised("MemorySize")?.Unwrap().ConstantValue is { HasValue: true, Value: { } memory } ? Convert.ToInt32(memory, System.Globalization.CultureInfo.InvariantCulture) : null,
        SnapStart = made.Initialised("SnapStart")?.Unwrap() is IPropertyReferenceOperation { Property.Name: "ON_PUBLISHED_VERSIONS" } ? true : null,
    };
}
