namespace Serverless.Analyzers.Deployment;

/// <summary>What a file that came along as an additional file says about the deployment.</summary>
internal enum DeploymentFileKind
{
    None,

    /// <summary>A SAM or CloudFormation template.</summary>
    Template,

    /// <summary>`aws-lambda-tools-defaults.json`.</summary>
    ToolsDefaults,

    /// <summary>A state machine in Amazon States Language.</summary>
    StateMachine,
}
