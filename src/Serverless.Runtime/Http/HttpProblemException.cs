namespace Serverless.Http;

/// <summary>
/// Ends a route with a problem document. For code below the handler that knows the answer but cannot return it;
/// a handler itself returns <see cref="HttpReply.Problem"/>.
/// </summary>
public sealed class HttpProblemException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="statusCode">400 to 599.</param>
    /// <param name="title">Short, the same for each occurrence; null = the reason phrase of the status.</param>
    /// <param name="detail">What happened this time, for the caller to read; null = none.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="statusCode"/> is not an error status.</exception>
    public HttpProblemException(int statusCode, string? title = null, string? detail = null)
        : base(detail ?? title ?? "The request failed with status " + statusCode.ToString(System.Globalization.CultureInfo.InvariantCulture) + ".")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(statusCode, 400);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statusCode, 599);
        StatusCode = statusCode;
        Title = title;
        Detail = detail;
    }

    /// <summary>400 to 599.</summary>
    public int StatusCode { get; }

    /// <summary>Short title; null = the reason phrase.</summary>
    public string? Title { get; }

    /// <summary>What happened this time; null = none.</summary>
    public string? Detail { get; }
}
