namespace Serverless.Model.Expressions.Jsonata;

/// <summary>Groups items by key.</summary>
internal sealed record JsonataGroup(IReadOnlyList<JsonataPair> Pairs, int Position, int Length);
