using System.Text;

namespace Serverless.Runtime.Api;

/// <summary>How an answer that has begun says that it failed: its status has left, so the error follows the body.</summary>
internal static class StreamTrailers
{
    public const string ErrorType = "Lambda-Runtime-Function-Error-Type";

    public const string ErrorBody = "Lambda-Runtime-Function-Error-Body";

    /// <summary>
    /// Bytes of the error document. Go's HTTP server, which the service uses, reads trailers of at most one buffer (4 KB) and takes a
    /// longer block for an attack; base64 adds a third.
    /// </summary>
    public const int MaximumDocument = 2700;

    /// <summary>The lines, each with its end.</summary>
    public static byte[] Of(Exception exception)
    {
        // The document is base64: its line breaks would end the trailer.
        var name = HeaderText.Clean(exception.GetType().Name);
        return Encoding.UTF8.GetBytes(
            ErrorType + ": Function." + name[..Math.Min(name.Length, 128)] + "\r\n"
            + ErrorBody + ": " + Convert.ToBase64String(ErrorDocument.Of(exception, MaximumDocument).Span) + "\r\n");
    }
}
