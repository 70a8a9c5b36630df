using System.Text;

namespace Serverless.Runtime.Api;

/// <summary>
/// A response of the Runtime API: its status, its body, and the headers that matter. One object per connection, filled
/// again for each response. Fields, not properties: at a cold start each accessor that is called is compiled.
/// </summary>
internal sealed class HttpResponse
{
    public int Status;

    /// <summary>Decoded body; valid until the next response is read.</summary>
    public ReadOnlyMemory<byte> Body;

    /// <summary>-1 when the header is absent.</summary>
    public long ContentLength;

    public bool IsChunked;

    public bool KeepAlive;

    public string? RequestId;

    public string? InvokedFunctionArn;

    public string? TraceId;

    public string? ClientContext;

    public string? CognitoIdentity;

    public string? TenantId;

    /// <summary>0 when absent or not a number.</summary>
    public long DeadlineMs;

    public void Begin(int status, bool keepAlive)
    {
        Status = status;
        Body = default;
        ContentLength = -1;
        IsChunked = false;
        KeepAlive = keepAlive;
        RequestId = null;
        InvokedFunctionArn = null;
        TraceId = null;
        ClientContext = null;
        CognitoIdentity = null;
        TenantId = null;
        DeadlineMs = 0;
    }

    /// <summary>Keeps a header if it matters here. Names are compared without case; values are UTF-8.</summary>
    public void AddHeader(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (Is(name, "lambda-runtime-aws-request-id"u8))
            RequestId = Encoding.UTF8.GetString(value);
        else if (Is(name, "lambda-runtime-deadline-ms"u8))
            DeadlineMs = Number(value) is var deadline and > 0 ? deadline : 0;
        else if (Is(name, "lambda-runtime-invoked-function-arn"u8))
            InvokedFunctionArn = Encoding.UTF8.GetString(value);
        else if (Is(name, "lambda-runtime-trace-id"u8))
            TraceId = Encoding.UTF8.GetString(value);
        else if (Is(name, "lambda-runtime-client-context"u8))
            ClientContext = Encoding.UTF8.GetString(value);
        else if (Is(name, "lambda-runtime-cognito-identity"u8))
            CognitoIdentity = Encoding.UTF8.GetString(value);
        else if (Is(name, "lambda-runtime-aws-tenant-id"u8))
            TenantId = Encoding.UTF8.GetString(value);
        else if (Is(name, "content-length"u8))
            ContentLength = Number(value) is var length and >= 0 ? length : throw new ConnectionLostException("The Runtime API sent a malformed Content-Length");
        else if (Is(name, "transfer-encoding"u8))
            IsChunked = EndsWith(value, "chunked"u8);
        else if (Is(name, "connection"u8))
            KeepAlive = EndsWith(value, "keep-alive"u8) || (KeepAlive && !EndsWith(value, "close"u8));
    }

    /// <summary>-1 when it is not a number of at most 18 digits.</summary>
    private static long Number(ReadOnlySpan<byte> digits)
    {
        if (digits.Length is 0 or > 18)
            return -1;
        long number = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
                return -1;
            number = number * 10 + (digit - '0');
        }

        return number;
    }

    private static bool EndsWith(ReadOnlySpan<byte> value, ReadOnlySpan<byte> lowerCase) =>
        value.Length >= lowerCase.Length && Is(value[^lowerCase.Length..], lowerCase);

    private static bool Is(ReadOnlySpan<byte> text, ReadOnlySpan<byte> lowerCase)
    {
        if (text.Length != lowerCase.Length)
            return false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= (byte)'A' and <= (byte)'Z')
                c |= 0x20;
            if (c != lowerCase[i])
                return false;
        }

        return true;
    }
}
