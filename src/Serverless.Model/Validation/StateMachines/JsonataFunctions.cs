namespace Serverless.Model.Validation.StateMachines;

/// <summary>Names that JSONata 2.0.6 and Step Functions give to functions. They share their names with variables: `$count` is either.</summary>
internal static class JsonataFunctions
{
    private static readonly HashSet<string> Names = new(
        ("sum count max min average string substring substringBefore substringAfter lowercase uppercase length trim pad match contains replace split join "
        + "formatNumber formatBase formatInteger parseInteger number floor ceil round abs sqrt power random boolean not map zip filter single reduce sift keys lookup "
        + "append exists spread merge reverse each error assert type sort shuffle distinct base64encode base64decode encodeUrlComponent encodeUrl "
        + "decodeUrlComponent decodeUrl eval toMillis fromMillis now millis clone uuid parse partition range hash").Split(' '),
        StringComparer.Ordinal);

    public static bool Has(string name) => Names.Contains(name);
}
