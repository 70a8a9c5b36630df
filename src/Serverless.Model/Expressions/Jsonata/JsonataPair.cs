namespace Serverless.Model.Expressions.Jsonata;

/// <summary>A member of an object constructor.</summary>
internal sealed record JsonataPair(JsonataNode Key, JsonataNode Value);
