namespace Serverless.Runtime.Api;

/// <summary>The connection to the Runtime API ended where an answer was still to come, or what came was not HTTP.</summary>
internal sealed class ConnectionLostException(string message, Exception? inner = null) : IOException(message, inner);
