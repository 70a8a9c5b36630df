using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Serverless.Analyzers.Deployment;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;
using Serverless.Model.Json;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS1101 in templates: statements of identity policies, and AWS's own policies that allow everything. Policies of resources say who may use the resource, often
/// with `kms:*` for the account itself: they are not read.
/// </summary>
internal sealed class WildcardActionFileRule : DeploymentFileRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(PermissionRules.WildcardAction);

    protected override void Analyze(AdditionalFileAnalysisContext context, DeploymentFile file, ServerlessModel model)
    {
        foreach (var member in file.Template.Resources)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (member.Value is not JsonObject resource || file.Template.Properties(member.Name) is not { } properties)
                continue;
            var name = member.Name;
            switch (Template.TypeOf(resource))
            {
                case "AWS::IAM::Policy" or "AWS::IAM::ManagedPolicy" or "AWS::IAM::RolePolicy":
                    CheckDocument(context, file, name, properties["PolicyDocument"]);
                    break;
                case "AWS::IAM::Role":
                    CheckManaged(context, file, name, properties["ManagedPolicyArns"]);
                    foreach (var policy in properties["Policies"] as JsonArray ?? [])
                        CheckDocument(context, file, name, (policy as JsonObject)?["PolicyDocument"]);
                    break;
                case "AWS::Serverless::Function" or "AWS::Serverless::StateMachine":
                    if ((resource["Metadata"] as JsonObject)?["Tool"] is not JsonString { Value: "Amazon.Lambda.Annotations" })
                        CheckPolicies(context, file, name, properties["Policies"]);
                    break;
            }
        }
    }

    /// <summary>SAM takes a name, a document, a policy template, or a list of them.</summary>
    private static void CheckPolicies(AdditionalFileAnalysisContext context, DeploymentFile file, string name, JsonNode? policies)
    {
        switch (policies)
        {
            case JsonArray several:
                foreach (var policy in several)
                    CheckPolicies(context, file, name, policy);
                break;
            case JsonObject document when document["Statement"] is not null:
                CheckDocument(context, file, name, document);
                break;
            default:
                CheckManaged(context, file, name, policies);
                break;
        }
    }

    private static void CheckManaged(AdditionalFileAnalysisContext context, DeploymentFile file, string name, JsonNode? node)
    {
        if (node is JsonArray several)
        {
            foreach (var one in several)
                CheckManaged(context, file, name, one);
            return;
        }

        var text = node is JsonObject { Count: 1 } obj && obj["Fn::Sub"] is JsonString sub ? sub.Value : TemplateValue.Text(node);
        if (text is null)
            return;
        if (!AwsPolicies.AllowsEverything(text))
            return;

        // AWS's own project templates give AWSLambda_FullAccess to every function.
        var policy = text.Substring(text.LastIndexOf('/') + 1);
        var severity = policy is "AWSLambda_FullAccess" or "AWSLambdaFullAccess" ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning;
        ReportAs(context, severity, PermissionRules.WildcardAction, file.At(node!), name, $"what the policy {policy} lists");
    }

    private static void CheckDocument(AdditionalFileAnalysisContext context, DeploymentFile file, string name, JsonNode? node)
    {
        var statement = (node as JsonObject)?["Statement"];
        foreach (var item in statement as JsonArray ?? (statement is null ? [] : new JsonArray([statement])))
        {
            if (item is JsonObject one && TemplateValue.Text(one["Effect"]) == "Allow")
                CheckActions(context, file, name, one["Action"]);
        }
    }

    private static void CheckActions(AdditionalFileAnalysisContext context, DeploymentFile file, string name, JsonNode? node)
    {
        if (node is JsonArray several)
        {
            foreach (var one in several)
                CheckActions(context, file, name, one);
        }
        else if (node is JsonString { Value: var action } && AwsPolicies.ScopeOf(action) is { } scope)
        {
            Report(context, PermissionRules.WildcardAction, file.At(node), name, scope);
        }
    }
}
