using System.Diagnostics;

namespace Serverless;

/// <summary>
/// Attaches a managed policy to the roles of the functions below it. <c>…FullAccess</c> policies are SVLS1101; beside an explicit role it is not
/// applied (SVLS2405).
/// </summary>
/// <param name="nameOrArn">Name of an AWS managed policy (<c>AWSLambdaVPCAccessExecutionRole</c>), an ARN or <c>@Id</c>.</param>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class ManagedPolicyAttribute(string nameOrArn) : Attribute
{
    /// <summary>Name or ARN as written.</summary>
    public string NameOrArn { get; } = nameOrArn;
}
