namespace Serverless.Hosting;

/// <summary>The application cannot be served as it is declared; the message says why and what to do.</summary>
internal sealed class HostingException(string message) : Exception(message);
