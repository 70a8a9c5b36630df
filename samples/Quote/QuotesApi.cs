using Serverless;

namespace Quotes;

/// <summary>What shops call, with signed requests.</summary>
[ServerlessRestApi]
public sealed class QuotesApi;
