namespace Serverless;

/// <summary>Endpoint type of a REST API.</summary>
public enum RestEndpoint
{
    /// <summary>Reached in its region.</summary>
    Regional,

    /// <summary>Reached through CloudFront's edge locations.</summary>
    Edge,

    /// <summary>Reached from VPC endpoints only.</summary>
    Private,
}
