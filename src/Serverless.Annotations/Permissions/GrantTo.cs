namespace Serverless;

/// <summary>Whose role a grant goes to.</summary>
public enum GrantTo
{
    /// <summary>The functions below the attribute; for a Fargate class or task its container role.</summary>
    Default,

    /// <summary>The functions below the attribute.</summary>
    Functions,

    /// <summary>The role of the state machine of the class, in addition to what its states imply.</summary>
    StateMachine,
}
