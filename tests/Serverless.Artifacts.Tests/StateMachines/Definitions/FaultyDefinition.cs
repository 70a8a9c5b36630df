using Serverless.Model.Validation.Definitions;

namespace Serverless.Artifacts.Tests.StateMachines.Definitions;

/// <summary>A definition with one fault, marked.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="Marked">The definition.</param>
/// <param name="Severity">How bad.</param>
/// <param name="IsExpress">It is deployed as Express.</param>
internal sealed record FaultyDefinition(string Name, string Marked, DefinitionSeverity Severity = DefinitionSeverity.Error, bool IsExpress = false)
{
    public const string Lambda = "\"Resource\": \"arn:aws:states:::lambda:invoke\"";

    /// <summary>A machine of these states that starts at A.</summary>
    public static string Machine(string states) => "{ \"StartAt\": \"A\", \"States\": { " + states + " } }";

    /// <summary>The same in JSONata.</summary>
    public static string Jsonata(string states) => "{ \"QueryLanguage\": \"JSONata\", \"StartAt\": \"A\", \"States\": { " + states + " } }";

    /// <summary>One task A that ends, with these fields.</summary>
    public static string Task(string fields) => Machine("\"A\": { \"Type\": \"Task\", \"Resource\": \"arn:aws:lambda:eu-west-1:123456789012:function:f\", " + fields + ", \"End\": true }");

    /// <summary>One task A with this resource, parameters and fields.</summary>
    public static string Call(string resource, string fields) => Machine("\"A\": { \"Type\": \"Task\", \"Resource\": " + resource + ", " + fields + ", \"End\": true }");

    /// <summary>One Map A with these fields; its items pass.</summary>
    public static string Map(string fields, string config = "\"Mode\": \"DISTRIBUTED\", \"ExecutionType\": \"STANDARD\"") => Machine(
        "\"A\": { \"Type\": \"Map\", \"ItemProcessor\": { \"ProcessorConfig\": { " + config + " }, \"StartAt\": \"I\", \"States\": { \"I\": { \"Type\": \"Pass\", \"End\": true } } }, " + fields + "\"End\": true }");

    /// <summary>One Choice A with these rules, and a state D to go to.</summary>
    public static string Choice(string rules) => Machine("\"A\": { \"Type\": \"Choice\", \"Choices\": [ " + rules + " ], \"Default\": \"D\" }, \"D\": { \"Type\": \"Succeed\" }");

    /// <summary>One Pass A of a JSONata machine with these fields.</summary>
    public static string JsonataPass(string fields) => Jsonata("\"A\": { \"Type\": \"Pass\", " + fields + ", \"End\": true }");

    public override string ToString() => Name;
}
