using System.Globalization;
using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local;

/// <summary>What a distributed Map gives: the outputs of its children, or where they were written.</summary>
internal static class MapResults
{
    public static JsonNode? Of(MachineExecution execution, Visit visit, MachineUnderTest machine, IReadOnlyList<Execution> children, string mapRun)
    {
        var writer = visit.Node["ResultWriter"] as JsonObject;
        var config = writer?["WriterConfig"] as JsonObject;
        var isWritten = writer?.ContainsKey("Resource") == true;
        var transformation = config?["Transformation"]?.GetValue<string>() ?? (isWritten ? "NONE" : "COMPACT");
        if (!isWritten)
            return Transformed(children.Where(static c => c.Status == ExecutionStatus.Succeeded), machine, transformation);

        var place = (visit.Node.IsJsonata
            ? visit.Jsonata(writer!["Arguments"], visit.States(), "ResultWriter/Arguments")
            : visit.Template(writer!["Parameters"], visit.Input)) as JsonObject;
        var bucket = place?["Bucket"]?.GetValue<string>() ?? throw new StateFailure(ErrorNames.ResultWriterFailed, "The result writer has no 'Bucket'.");
        var prefix = place["Prefix"]?.GetValue<string>().Trim('/') ?? "";
        var folder = (prefix.Length == 0 ? "" : prefix + "/") + mapRun[(mapRun.LastIndexOf(':') + 1)..];
        var lines = config?["OutputType"]?.GetValue<string>() == "JSONL";
        var manifest = new JsonObject { ["DestinationBucket"] = bucket, ["MapRunArn"] = mapRun };
        var files = new JsonObject();
        foreach (var (name, status) in new[] { ("FAILED", ExecutionStatus.Failed), ("SUCCEEDED", ExecutionStatus.Succeeded) })
        {
            var chosen = children.Where(c => (c.Status == ExecutionStatus.Succeeded) == (status == ExecutionStatus.Succeeded)).ToList();
            var list = new JsonArray();
            if (chosen.Count > 0)
            {
                var key = $"{folder}/{name}_0.{(lines ? "jsonl" : "json")}";
                var results = Transformed(chosen, machine, status == ExecutionStatus.Succeeded ? transformation : "NONE");
                Put(execution, bucket, key, lines ? string.Concat(results.Select(static r => Json.Text(r) + "\n")) : Json.Text(results));
                list.Add((JsonNode)new JsonObject { ["Key"] = key, ["Size"] = execution.Runner.Objects.Find(bucket, key)!.Size });
            }

            files[name] = list;
        }

        files["PENDING"] = new JsonArray();
        manifest["ResultFiles"] = files;
        Put(execution, bucket, folder + "/manifest.json", Json.Text(manifest));
        return new JsonObject { ["MapRunArn"] = mapRun, ["ResultWriterDetails"] = new JsonObject { ["Bucket"] = bucket, ["Key"] = folder + "/manifest.json" } };
    }

    private static JsonArray Transformed(IEnumerable<Execution> children, MachineUnderTest machine, string transformation) => transformation switch
    {
        "NONE" => new JsonArray([.. children.Select(c => (JsonNode?)NestedExecution.Describe(c, machine, asText: true))]),
        "COMPACT" => new JsonArray([.. children.Select(static c => Json.Copy(c.OutputJson))]),
        "FLATTEN" => new JsonArray([.. children.SelectMany(static c => c.OutputJson is JsonArray list ? list.AsEnumerable() : [c.OutputJson]).Select(Json.Copy)]),
        _ => throw new NotSupportedException(string.Create(CultureInfo.InvariantCulture, $"results transformed by {transformation}")),
    };

    private static void Put(MachineExecution execution, string bucket, string key, string text) => execution.Runner.Objects.Put(bucket, key, text, execution.Now);
}
