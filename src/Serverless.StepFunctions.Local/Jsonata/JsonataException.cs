namespace Serverless.StepFunctions.Local.Jsonata;

/// <summary>An expression that cannot be read or whose evaluation fails.</summary>
/// <param name="code">JSONata's code, such as <c>T2001</c>; <c>U1001</c> when a limit of <see cref="JsonataContext"/> is reached.</param>
/// <param name="position">Offset into the expression, from 0; -1 when no part of it is to blame.</param>
/// <param name="message">What is wrong.</param>
/// <param name="inner">What was caught, if anything.</param>
internal sealed class JsonataException(string code, int position, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>JSONata's code.</summary>
    public string Code { get; } = code;

    /// <summary>Offset into the expression, from 0; -1 when no part of it is to blame.</summary>
    public int Position { get; internal set; } = position;
}
