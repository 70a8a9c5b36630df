namespace Serverless.Model;

/// <summary>A call of the AWS SDK whose IAM actions, resources or arguments do not follow from its name: an exception to the rules of <see cref="SdkCalls"/>.</summary>
/// <param name="Service">As Step Functions names it: `s3`, `cloudwatchlogs`.</param>
/// <param name="Action">`headObject`.</param>
/// <param name="Required">Arguments without which the service refuses the call; alternatives are separated by `|`.</param>
/// <param name="Statements">What the role needs.</param>
internal sealed record SdkCall(string Service, string Action, string[] Required, params RoleStatement[] Statements)
{
    /// <summary>`s3:headObject`.</summary>
    public string Name { get; } = Service + ":" + Action;
}
