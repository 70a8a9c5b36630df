using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Apis;

/// <summary>`target=source` of `Parameters`.</summary>
internal static class ParameterMappingReader
{
    public const string Argument = "Parameters";

    private static readonly string[] Expressions = ["request.", "context.", "stageVariables."];

    /// <param name="scope">The attribute.</param>
    /// <param name="problem">What is wrong with a target, or null.</param>
    public static List<ParameterMapping> Read(ApiScope scope, Func<string, string?> problem)
    {
        var mappings = new List<ParameterMapping>();
        var written = scope.Strings(Argument);
        for (var i = 0; i < written.Count; i++)
        {
            var equals = written[i].IndexOf('=');
            var target = equals < 0 ? written[i] : written[i].Substring(0, equals).Trim();
            var place = ApiScope.Element(Argument, i);
            if (equals < 0 && !target.StartsWith("remove:", StringComparison.Ordinal))
                scope.ReportMalformed(place, written[i], "a parameter is written 'target=source'");
            else if (problem(target) is { } fault)
                scope.ReportMalformed(place, written[i], fault);
            else if (mappings.Exists(known => known.Target == target))
                scope.ReportMalformed(place, written[i], $"'{target}' is set twice");
            else if (Source(equals < 0 ? "" : written[i].Substring(equals + 1).Trim(), scope, place) is { } source)
                mappings.Add(new ParameterMapping(target, source));
        }

        return mappings;
    }

    /// <summary>`${request.path.id}` is API Gateway's, not CloudFormation's.</summary>
    private static AwsValue? Source(string text, ApiScope scope, string place)
    {
        if (text.IndexOf("${", StringComparison.Ordinal) < 0)
            return scope.Reading.Value(text, scope.At(place));
        for (var open = text.IndexOf("${", StringComparison.Ordinal); open >= 0; open = text.IndexOf("${", open + 2, StringComparison.Ordinal))
        {
            if (!Array.Exists(Expressions, prefix => string.CompareOrdinal(text, open + 2, prefix, 0, prefix.Length) == 0))
                return scope.Reading.Value(text, scope.At(place));
        }

        return AwsValue.Literal(text);
    }
}
