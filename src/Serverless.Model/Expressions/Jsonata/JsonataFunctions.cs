namespace Serverless.Model.Expressions.Jsonata;

/// <summary>The functions of JSONata 2.0.6 and those that Step Functions adds, with their signatures.</summary>
internal static class JsonataFunctions
{
    private static readonly Dictionary<string, string> Language = new(StringComparer.Ordinal)
    {
        ["sum"] = "<a<n>:n>",
        ["count"] = "<a:n>",
        ["max"] = "<a<n>:n>",
        ["min"] = "<a<n>:n>",
        ["average"] = "<a<n>:n>",
        ["string"] = "<x-b?:s>",
        ["substring"] = "<s-nn?:s>",
        ["substringBefore"] = "<s-s:s>",
        ["substringAfter"] = "<s-s:s>",
        ["lowercase"] = "<s-:s>",
        ["uppercase"] = "<s-:s>",
        ["length"] = "<s-:n>",
        ["trim"] = "<s-:s>",
        ["pad"] = "<s-ns?:s>",
        ["match"] = "<s-f<s:o>n?:a<o>>",
        ["contains"] = "<s-(sf):b>",
        ["replace"] = "<s-(sf)(sf)n?:s>",
        ["split"] = "<s-(sf)n?:a<s>>",
        ["join"] = "<a<s>s?:s>",
        ["formatNumber"] = "<n-so?:s>",
        ["formatBase"] = "<n-n?:s>",
        ["formatInteger"] = "<n-s:s>",
        ["parseInteger"] = "<s-s:n>",
        ["number"] = "<(nsb)-:n>",
        ["floor"] = "<n-:n>",
        ["ceil"] = "<n-:n>",
        ["round"] = "<n-n?:n>",
        ["abs"] = "<n-:n>",
        ["sqrt"] = "<n-:n>",
        ["power"] = "<n-n:n>",
        ["random"] = "<:n>",
        ["boolean"] = "<x-:b>",
        ["not"] = "<x-:b>",
        ["map"] = "<af>",
        ["zip"] = "<a+>",
        ["filter"] = "<af>",
        ["single"] = "<af?>",
        ["reduce"] = "<afj?:j>",
        ["sift"] = "<o-f?:o>",
        ["keys"] = "<x-:a<s>>",
        ["lookup"] = "<x-s:x>",
        ["append"] = "<xx:a>",
        ["exists"] = "<x:b>",
        ["spread"] = "<x-:a<o>>",
        ["merge"] = "<a<o>:o>",
        ["reverse"] = "<a:a>",
        ["each"] = "<o-f:a>",
        ["error"] = "<s?:x>",
        ["assert"] = "<bs?:x>",
        ["type"] = "<x:s>",
        ["sort"] = "<af?:a>",
        ["shuffle"] = "<a:a>",
        ["distinct"] = "<x:x>",
        ["base64encode"] = "<s-:s>",
        ["base64decode"] = "<s-:s>",
        ["encodeUrlComponent"] = "<s-:s>",
        ["encodeUrl"] = "<s-:s>",
        ["decodeUrlComponent"] = "<s-:s>",
        ["decodeUrl"] = "<s-:s>",
        ["eval"] = "<sx?:x>",
        ["toMillis"] = "<s-s?:n>",
        ["fromMillis"] = "<n-s?s?:s>",
        ["clone"] = "<(oa)-:o>",
        ["now"] = "<s?s?:s>",
        ["millis"] = "<:n>",
    };

    /// <summary>Functions of the service. Their arguments are checked by the service itself, so the signatures only say what fits.</summary>
    private static readonly Dictionary<string, string> Service = new(StringComparer.Ordinal)
    {
        ["partition"] = "<an:a<a>>",
        ["range"] = "<nnn:a<n>>",
        ["hash"] = "<ss:s>",
        ["random"] = "<n?:n>",
        ["uuid"] = "<:s>",
        ["parse"] = "<s:x>",
    };

    /// <summary>The names of all functions, <c>eval</c> among them, without dollar signs.</summary>
    public static IEnumerable<string> Names => Language.Keys.Concat(Service.Keys).Distinct(StringComparer.Ordinal);

    /// <summary>Whether JSONata or the service has a function of that name.</summary>
    public static bool Exists(string name) => Language.ContainsKey(name) || Service.ContainsKey(name);

    /// <summary>Whether JSONata has the function and Step Functions refuses it: <c>$eval</c>.</summary>
    public static bool IsForbidden(string name) => string.Equals(name, "eval", StringComparison.Ordinal);

    /// <summary>The signature in JSONata's own notation; null for a name that is no function.</summary>
    public static string? SignatureOf(string name)
    {
        if (Service.TryGetValue(name, out var signature) || Language.TryGetValue(name, out signature))
            return signature;
        return null;
    }
}
