namespace Serverless;

/// <summary>Who may call a function URL (<c>AuthType</c>).</summary>
public enum LambdaUrlAuth
{
    /// <summary>Callers sign with AWS credentials.</summary>
    AwsIam,

    /// <summary>Everybody on the internet (SVLS0906).</summary>
    None,
}
