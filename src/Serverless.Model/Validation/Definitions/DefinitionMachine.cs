using Serverless.Model.Json;

namespace Serverless.Model.Validation.Definitions;

/// <summary>A whole definition.</summary>
internal sealed class DefinitionMachine
{
    public DefinitionMachine(JsonObject body, bool isExpress)
    {
        IsExpress = isExpress;
        Language = LanguageOf(body, QueryLanguage.JSONPath);
        Graph = DefinitionGraph.Read(body, owner: null, this);
    }

    /// <summary>Known to be Express; false also where nobody says.</summary>
    public bool IsExpress { get; }

    /// <summary>What states without a language of their own speak, those inside of others too.</summary>
    public QueryLanguage Language { get; }

    public DefinitionGraph Graph { get; }

    public IEnumerable<DefinitionState> AllStates => Graph.WithInner().SelectMany(static g => g.States);

    public static QueryLanguage LanguageOf(JsonObject body, QueryLanguage otherwise) => body["QueryLanguage"] switch
    {
        JsonString { Value: "JSONata" } => QueryLanguage.JSONata,
        JsonString { Value: "JSONPath" } => QueryLanguage.JSONPath,
        _ => otherwise,
    };
}
