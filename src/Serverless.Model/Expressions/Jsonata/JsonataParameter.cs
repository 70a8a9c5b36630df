namespace Serverless.Model.Expressions.Jsonata;

/// <summary>
/// One parameter of a signature.
/// </summary>
/// <param name="Types">The letters of the types it takes (<c>s n b l o a f</c>); <c>m</c> among them when nothing is a value too.</param>
/// <param name="IsArray">Whether a value that is not an array is put into one.</param>
/// <param name="ItemType">The type that the items of an array must have; null for any.</param>
/// <param name="IsOptional">Whether the argument may be left out.</param>
/// <param name="IsMany">Whether it takes all arguments that follow and fit.</param>
/// <param name="IsContext">Whether the context stands in for an argument that is left out.</param>
internal sealed record JsonataParameter(string Types, bool IsArray, string? ItemType, bool IsOptional, bool IsMany, bool IsContext);
