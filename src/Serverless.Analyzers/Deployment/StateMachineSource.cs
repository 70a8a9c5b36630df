using Serverless.Model.Json;

namespace Serverless.Analyzers.Deployment;

/// <summary>A state machine's definition, and where to report about a state of it.</summary>
/// <param name="Definition">The machine in Amazon States Language.</param>
/// <param name="At">The place for all of it when the definition is a text inside of the file; null when its states have places of their own.</param>
/// <param name="IsExpress">Its executions end after five minutes in any case.</param>
/// <param name="IsFile">It is the whole file, and deployed as it is.</param>
internal sealed record StateMachineSource(JsonObject Definition, JsonMember? At, bool IsExpress = false, bool IsFile = false);
