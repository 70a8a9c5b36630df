using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>Spells statements as an IAM document: with intrinsic functions for the template, with placeholders for the file.</summary>
internal static class PolicyDocument
{
    /// <summary>With `Ref`, `Fn::GetAtt` and `Fn::Sub`.</summary>
    public static JsonObject ForTemplate(EquatableArray<Statement> statements) => Render(statements, static value => value.ToJson());

    /// <summary>With `${…}` placeholders.</summary>
    public static JsonObject ForFile(EquatableArray<Statement> statements) => Render(statements, static value => value.ToPlaceholderText());

    /// <summary>Lets a service assume a role. With the account as condition no other account's resource can make the service use it.</summary>
    /// <param name="service">`states.amazonaws.com`.</param>
    /// <param name="ofThisAccountOnly">Only for resources of this account.</param>
    /// <param name="sourceArn">Pattern of those resources, where they are of one kind.</param>
    public static JsonObject Trust(string service, bool ofThisAccountOnly, string? sourceArn = null)
    {
        var statement = new JsonObject
        {
            { "Effect", "Allow" },
            { "Principal", new JsonObject { { "Service", service } } },
            { "Action", "sts:AssumeRole" },
        };
        if (ofThisAccountOnly)
        {
            statement.Add("Condition", new JsonObject
            {
                { "ArnLike", sourceArn is null ? null : new JsonObject { { "aws:SourceArn", DeployedValue.Sub(sourceArn).ToJson() } } },
                { "StringEquals", new JsonObject { { "aws:SourceAccount", DeployedValue.Ref("AWS::AccountId").ToJson() } } },
            });
        }

        return Document(new JsonArray { statement });
    }

    public static JsonObject Document(JsonArray statements) => new() { { "Version", "2012-10-17" }, { "Statement", statements } };

    private static JsonObject Render(EquatableArray<Statement> statements, Func<DeployedValue, JsonNode> spell)
    {
        var rendered = new JsonArray();
        foreach (var statement in statements)
            rendered.Add(Render(statement, spell));
        return Document(rendered);
    }

    private static JsonObject Render(Statement statement, Func<DeployedValue, JsonNode> spell) => new()
    {
        { "Sid", statement.Sid is { } sid ? new JsonString(sid) : null },
        { "Effect", statement.IsAllow ? "Allow" : "Deny" },
        { "Action", OneOrMany(statement.Actions.Select(static action => (JsonNode)new JsonString(action)).ToList()) },
        { "Resource", OneOrMany(statement.Resources.Select(spell).ToList()) },
        { "Condition", Condition(statement.Condition, spell) },
    };

    private static JsonNode OneOrMany(List<JsonNode> items) => items.Count == 1 ? items[0] : new JsonArray(items);

    /// <summary>The condition as the user wrote it; values of the grammar in it are spelt as the document spells its own.</summary>
    private static JsonNode? Condition(string? json, Func<DeployedValue, JsonNode> spell) =>
        json is not null && JsonReader.Read(json, out _, allowComments: true) is JsonObject condition ? Spell(condition, spell) : null;

    private static JsonNode Spell(JsonNode node, Func<DeployedValue, JsonNode> spell)
    {
        switch (node)
        {
            case JsonObject obj:
                var copy = new JsonObject();
                foreach (var member in obj)
                    copy.Append(new JsonMember(member.Name, Spell(member.Value, spell)));
                return copy;
            case JsonArray array:
                return new JsonArray(array.Select(item => Spell(item, spell)));
            case JsonString text when text.Value.Contains("${"):
                return spell(DeployedValue.Sub(text.Value));
            default:
                return node.Clone();
        }
    }
}
