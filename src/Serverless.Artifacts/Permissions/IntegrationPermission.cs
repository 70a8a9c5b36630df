using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>What a service integration needs of the machine's role: one row for each `service:action` of a Task's resource.</summary>
/// <param name="Action">The IAM action.</param>
/// <param name="Argument">The argument that names the resource.</param>
/// <param name="Service">IAM prefix, which tells what a mere name names.</param>
/// <param name="AnyArn">The narrowest ARN when the argument is computed at run time.</param>
internal sealed record IntegrationPermission(string Action, string Argument, string Service, string AnyArn)
{
    private const string Here = ":${AWS::Region}:${AWS::AccountId}:";

    private static readonly Dictionary<string, IntegrationPermission> ByResource = new(StringComparer.Ordinal)
    {
        ["lambda:invoke"] = new("lambda:InvokeFunction", "FunctionName", "lambda", "arn:${AWS::Partition}:lambda" + Here + "function:*"),
        ["dynamodb:getItem"] = Table("dynamodb:GetItem"),
        ["dynamodb:putItem"] = Table("dynamodb:PutItem"),
        ["dynamodb:updateItem"] = Table("dynamodb:UpdateItem"),
        ["dynamodb:deleteItem"] = Table("dynamodb:DeleteItem"),
        ["sns:publish"] = new("sns:Publish", "TopicArn", "sns", "arn:${AWS::Partition}:sns" + Here + "*"),
        ["sqs:sendMessage"] = new("sqs:SendMessage", "QueueUrl", "sqs", "arn:${AWS::Partition}:sqs" + Here + "*"),
    };

    /// <summary>Null when the integration is not known.</summary>
    /// <param name="resource">Tail of the ARN, without the pattern.</param>
    public static IntegrationPermission? Find(string resource) => ByResource.TryGetValue(resource, out var found) ? found : null;

    /// <summary>The statement for a task with these arguments.</summary>
    public Statement StatementFor(AslData? arguments, ReferenceResolver resolver)
    {
        // A phone number has no ARN: only `*` allows to send to one.
        if (Action == "sns:Publish" && MemberOf(arguments, "PhoneNumber") is not null)
            return Statement.Allow("*", Action);

        var argument = MemberOf(arguments, Argument) ?? (Action == "sns:Publish" ? MemberOf(arguments, "TargetArn") : null);
        return Statement.Allow(ResourceOf(argument, resolver).Append(Qualifier(arguments)), Action);
    }

    /// <summary>A version or alias of a function has an ARN of its own.</summary>
    private string? Qualifier(AslData? arguments) => Service != "lambda" ? null : MemberOf(arguments, "Qualifier") switch
    {
        null => null,
        AslText text => ":" + text.Value,
        _ => ":*",
    };

    private DeployedValue ResourceOf(AslData? argument, ReferenceResolver resolver) => argument switch
    {
        AslReference reference => Named(resolver.Resolve(reference.Value, ReferenceForm.Arn, Service)),
        AslText text => Named(DeployedValue.Literal(text.Value)),
        _ => DeployedValue.Sub(AnyArn),
    };

    /// <summary>A literal name, or the URL of a queue, as an ARN.</summary>
    private DeployedValue Named(DeployedValue value)
    {
        if (value.Kind is not (DeployedValueKind.Text or DeployedValueKind.Sub) || value.Text.StartsWith("arn:", StringComparison.Ordinal))
            return value;
        if (Service == "sqs")
            return QueueOf(value);
        return ResourceTypes.FindArnPattern(Service) is { } pattern ? DeployedValue.Sub(pattern.Replace("{0}", value.Text)) : value;
    }

    /// <summary>`https://sqs.eu-central-1.amazonaws.com/123456789012/name`.</summary>
    private DeployedValue QueueOf(DeployedValue url)
    {
        var parts = url.Text.Split('/');
        var host = parts.Length == 5 ? parts[2].Split('.') : [];
        return host.Length > 2 && host[0] == "sqs"
            ? DeployedValue.Sub("arn:${AWS::Partition}:sqs:" + host[1] + ":" + parts[3] + ":" + parts[4])
            : DeployedValue.Sub(AnyArn);
    }

    private static IntegrationPermission Table(string action) =>
        new(action, "TableName", "dynamodb", "arn:${AWS::Partition}:dynamodb" + Here + "table/*");

    private static AslData? MemberOf(AslData? arguments, string name) =>
        arguments is AslObject obj ? obj.Members.FirstOrDefault(member => member.Name == name)?.Value : null;
}
