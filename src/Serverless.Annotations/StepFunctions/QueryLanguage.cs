namespace Serverless.StepFunctions;

/// <summary>Language of expressions in a state machine (<c>QueryLanguage</c>).</summary>
public enum QueryLanguage
{
    /// <summary>JSONata, with variables: AWS's recommendation for new machines.</summary>
    JSONata,

    /// <summary>JSONPath and intrinsic functions: paths, comparisons and literals only.</summary>
    JSONPath,
}
