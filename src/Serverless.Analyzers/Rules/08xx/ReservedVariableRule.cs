using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;
using Serverless.Model.Validation;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0801 in code: `SetEnvironmentVariable` with a name that Lambda sets, where the function itself runs it. Entry points for a developer's machine are reached by
/// no handler, and code that asks whether it runs on Lambda knows what it does.
/// </summary>
internal sealed class ReservedVariableRule : HazardRule
{
    /// <summary>Libraries append their name to it, as AWS asks them to; nothing reads it back.</summary>
    private const string UserAgent = "AWS_EXECUTION_ENV";

    private const string Concurrency = "AWS_LAMBDA_MAX_CONCURRENCY";

    /// <summary>The tracing daemon's callers restore it for threads of their own.</summary>
    private const string Trace = "_X_AMZN_TRACE_ID";

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(ConfigurationRules.ReservedVariable);

    public override void Register(HazardRegistry on, ServerlessModel model) => on.Calls((context, call) => Analyze(context, call, model), "SetEnvironmentVariable");

    private static void Analyze(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        if (call.TargetMethod.ContainingType is not { Name: "Environment", ContainingNamespace.Name: "System" } || call.Arguments.Argument("variable") is not { } variable)
            return;
        if (variable.Value.ConstantValue is not { HasValue: true, Value: string name } || name is UserAgent or Trace || !(EnvironmentRules.IsReserved(name) || name == Concurrency))
            return;
        if (model.Options.IsFargate || LambdaGuards.Guards(call, context.CancellationToken) || model.ReachOf(call.Syntax, context.CancellationToken).Any is not { } reached)
            return;
        context.Report(ConfigurationRules.ReservedVariable, call.Syntax, reached, name, Remedy(name));
    }

    private static string Remedy(string name) => name switch
    {
        "AWS_REGION" or "AWS_DEFAULT_REGION" => "give the client that needs another region a RegionEndpoint",
        "AWS_ACCESS_KEY" or "AWS_ACCESS_KEY_ID" or "AWS_SECRET_ACCESS_KEY" or "AWS_SESSION_TOKEN" => "give the client that needs another identity its credentials",
        _ => "keep your own value under another name",
    };
}
