namespace Serverless.Artifacts;

/// <summary>Logical ids of what is generated beside a declared thing: one place, so that references and definitions agree, and users can override them by id.</summary>
internal static class GeneratedIds
{
    public static string Role(string id) => id + "Role";

    public static string Logs(string id) => id + "Logs";

    public static string DeadLetterQueue(string queue) => queue + "DeadLetters";

    public static string BucketPolicy(string bucket) => bucket + "Policy";

    public static string TopicPolicy(string topic) => topic + "Policy";

    public static string Archive(string bus) => bus + "Archive";

    /// <summary>The rule that starts a machine; the first has no number.</summary>
    public static string StartRule(string machine, int index) => machine + "Start" + (index == 0 ? "" : (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static string FailureRule(string machine) => machine + "Failure";

    public static string Url(string api) => api + "Url";

    public static string Arn(string id) => id + "Arn";
}
