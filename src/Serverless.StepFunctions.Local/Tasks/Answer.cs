namespace Serverless.StepFunctions.Local;

/// <summary>An answer the test registered.</summary>
/// <param name="Kind">How its result is understood.</param>
/// <param name="Fits">Which calls it is for.</param>
/// <param name="GiveAsync">Gives it.</param>
internal sealed record Answer(AnswerKind Kind, Func<TaskCall, bool> Fits, Func<TaskCall, Task<object?>> GiveAsync);

/// <summary>How the result of an answer is understood.</summary>
internal enum AnswerKind
{
    /// <summary>The service's whole answer.</summary>
    Service,

    /// <summary>What the state's work gives; for a function what the function returns.</summary>
    Work,

    /// <summary>It sends the token's success itself.</summary>
    Callback,

    /// <summary>Its result is the token's success.</summary>
    CallbackResult,
}
