namespace Serverless.Runtime.Tests.RuntimeApi.Conformance;

/// <summary>What a correct client of the Runtime API does, line by line. Each line has a test that names it with <see cref="ConformsAttribute"/>.</summary>
internal enum RuntimeApiLine
{
    /// <summary>HTTP/1.1 with keep-alive, one connection for each loop.</summary>
    OneConnectionForEachLoop,

    /// <summary>Invocations without a Content-Length come in chunks.</summary>
    ChunkedInvocations,

    /// <summary>Chunks have extensions, bodies trailers.</summary>
    ChunkExtensionsAndTrailers,

    /// <summary>Header names are compared without case.</summary>
    HeaderNamesWithoutCase,

    /// <summary>Header values are UTF-8.</summary>
    HeaderValuesAreUtf8,

    /// <summary>Reads are split anywhere.</summary>
    ReadsSplitAnywhere,

    /// <summary>Every body is read to its end, whoever needs it.</summary>
    BodiesAreDrained,

    /// <summary>Waiting for an invocation has no time limit: the service freezes the process.</summary>
    NoTimeLimit,

    /// <summary>A dropped connection is opened again before the next request.</summary>
    ReconnectBeforeRequests,

    /// <summary>An answer is never sent twice.</summary>
    NeverResendAnAnswer,

    /// <summary>An invocation has a request id.</summary>
    RequestIdIsRequired,

    /// <summary>Deadline, function ARN, trace, client context, Cognito identity and tenant reach the handler.</summary>
    EveryHeaderReachesTheHandler,

    /// <summary>Any of them may be absent.</summary>
    AnyHeaderMayBeAbsent,

    /// <summary>The trace variable is set for each invocation.</summary>
    TraceVariableIsSet,

    /// <summary>The trace variable is cleared where an invocation has no trace.</summary>
    TraceVariableIsCleared,

    /// <summary>The trace variable is left alone where several invocations run at once.</summary>
    TraceVariableIsLeftAlone,

    /// <summary>202: go on.</summary>
    Status202,

    /// <summary>413: log, go on; the service has answered the caller.</summary>
    Status413,

    /// <summary>400 and 410: log, go on.</summary>
    Status400And410,

    /// <summary>403 and 500: end with a code.</summary>
    Status403And500,

    /// <summary>A failed invocation is posted to `/invocation/{id}/error`.</summary>
    InvocationErrors,

    /// <summary>A failed start is posted to `/init/error`, then the process ends with a code.</summary>
    InitializationErrors,

    /// <summary>Errors are `errorType`, `errorMessage`, `stackTrace`, `cause`.</summary>
    ErrorDocuments,

    /// <summary>Error documents have at most 256 KB.</summary>
    ErrorDocumentsAreLimited,

    /// <summary>The error type header is `Function.Xyz` or `Runtime.Xyz`.</summary>
    ErrorTypeHeader,

    /// <summary>Line breaks are stripped from header values.</summary>
    LineBreaksAreStripped,

    /// <summary>Streamed answers say so, have the media type of HTTP integrations and come in chunks.</summary>
    StreamingHeaders,

    /// <summary>Errors of a begun answer are trailers, the document in base64.</summary>
    StreamingTrailers,

    /// <summary>SnapStart: hooks, `/restore/next`, hooks.</summary>
    SnapStartHooks,

    /// <summary>SnapStart: `/restore/error`.</summary>
    SnapStartErrors,

    /// <summary>As many loops as invocations come at once, without shared buffers.</summary>
    ConcurrentLoops,

    /// <summary>The memory size limits the heap from the start.</summary>
    HeapLimit,

    /// <summary>A log record is one line and one write.</summary>
    OneLineForEachRecord,

    /// <summary>`AWS_LAMBDA_LOG_FORMAT` is honoured.</summary>
    LogFormat,

    /// <summary>`AWS_LAMBDA_LOG_LEVEL` is honoured.</summary>
    LogLevel,
}
