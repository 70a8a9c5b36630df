namespace Serverless.Model.Expressions.Jsonata;

/// <summary>One key of an order.</summary>
internal sealed record JsonataSortTerm(JsonataNode Key, bool Descending);
