using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>SVLS1303: a server in a container that listens to itself only. Code for development, told by its condition or by the name of its type, is let be.</summary>
internal sealed class LoopbackRule : HazardRule
{
    private static readonly string[] Hosts = ["localhost", "127.0.0.1", "[::1]"];

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(FargateRules.LoopbackServer);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        if (model.Options.IsFargate)
            on.Calls(Analyze, "UseUrls", "Add", "Run", "RunAsync", "ListenLocalhost", "Listen", "UseSetting");
    }

    private static void Analyze(OperationAnalysisContext context, IInvocationOperation call)
    {
        foreach (var (value, text) in Addresses(call))
        {
            if (IsForDevelopment(call, context.ContainingSymbol))
                return;
            context.Report(FargateRules.LoopbackServer, value.Syntax, null, text);
        }
    }

    /// <summary>Arguments that name the loopback interface; for `ListenLocalhost` the call itself.</summary>
    private static IEnumerable<(IOperation Value, string Text)> Addresses(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        switch (method.Name)
        {
            case "ListenLocalhost" when method.ContainingType.Name == "KestrelServerOptions":
                yield return (call, "ListenLocalhost");
                yield break;
            case "Listen" when method.ContainingType.Name == "KestrelServerOptions":
                if (call.Arguments is [{ Value: var address }, ..] && address.Unwrap() is IFieldReferenceOperation { Field: { Name: "Loopback" or "IPv6Loopback", ContainingType: { Name: "IPAddress", ContainingNamespace.Name: "Net" } } loopback })
                    yield return (address, "IPAddress." + loopback.Name);
                yield break;
            case "Add" when call.Instance is not IPropertyReferenceOperation { Property: { Name: "Urls", ContainingType.Name: "WebApplication" } }:
            case "Run" or "RunAsync" when method.ContainingType.Name != "WebApplication":
            case "UseUrls" or "UseSetting" when method.ContainingNamespace is not { Name: "Hosting" }:
            case "UseSetting" when call.Arguments.Argument("key")?.Value.ConstantValue is not { HasValue: true, Value: "urls" or "URLS" }:
                yield break;
        }

        foreach (var argument in call.Arguments)
        {
            foreach (var value in argument.Value is IArrayCreationOperation { Initializer.ElementValues: var elements } ? elements : ImmutableArray.Create(argument.Value))
            {
                if (value.Unwrap().ConstantValue is { HasValue: true, Value: string text } && IsLoopback(text))
                    yield return (value, text);
            }
        }
    }

    private static bool IsLoopback(string url)
    {
        foreach (var host in Hosts)
        {
            if (url.IndexOf("://" + host, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        }

        return false;
    }

    private static bool IsForDevelopment(IOperation operation, ISymbol symbol)
    {
        if (symbol.ContainingType?.Name.StartsWith("Local", StringComparison.Ordinal) == true)
            return true;
        for (IOperation? child = operation, at = operation.Parent; at is not null; child = at, at = at.Parent)
        {
            if (at is IConditionalOperation conditional && conditional.Condition != child && conditional.Condition.Syntax.ToString() is var condition
                && (condition.IndexOf("Development", StringComparison.OrdinalIgnoreCase) >= 0 || condition.IndexOf("local", StringComparison.OrdinalIgnoreCase) >= 0 || condition.IndexOf("CONTAINER", StringComparison.OrdinalIgnoreCase) >= 0))
            {
                return true;
            }
        }

        return false;
    }
}
