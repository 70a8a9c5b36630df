namespace Serverless.Model.Expressions.Jsonata;

/// <summary>What follows an operand in brackets, or an index bound behind such a filter. One of the two is set.</summary>
internal sealed record JsonataStage(JsonataNode? Filter, string? Index);
