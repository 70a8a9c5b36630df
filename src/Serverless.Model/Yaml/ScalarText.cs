namespace Serverless.Model.Yaml;

/// <summary>The value of a scalar and where it is written, quotes included.</summary>
internal readonly record struct ScalarText(string Text, int Start, int End);
