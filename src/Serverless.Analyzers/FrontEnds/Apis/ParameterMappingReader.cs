using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Apis;

/// <summary>`target=source` of `Parameters`.</summary>
internal static class ParameterMappingReader
{
    public const string Argument = "Parameters";

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
            else if (scope.Reading.Value(equals < 0 ? "" : written[i].Substring(equals + 1).Trim(), scope.At(place)) is { } source)
                mappings.Add(new ParameterMapping(target, source));
        }

        return mappings;
    }
}
