using System.Diagnostics;
using System.Globalization;
using Serverless.Testing;

namespace Serverless.Benchmarks.ColdStart;

/// <summary>
/// From the start of a process to its first answer, posted to a Runtime API on this machine: what a caller waits for at a cold
/// start, less what Lambda itself needs. Programs are started in turn, so that a slow minute of the machine hits all of them.
/// </summary>
internal static class ColdStartFigures
{
    private const string Event =
        """
        {"version":"2.0","routeKey":"GET /orders/{id}","rawPath":"/orders/0f8fad5b-d9cb-469f-a165-70867728950e","rawQueryString":"",
        "headers":{"accept":"application/json","content-length":"0","host":"x.execute-api.eu-west-1.amazonaws.com","user-agent":"curl/8.0","x-amzn-trace-id":"Root=1-1-1","x-forwarded-for":"1.2.3.4","x-forwarded-port":"443","x-forwarded-proto":"https"},
        "requestContext":{"accountId":"1","apiId":"x","domainName":"x.execute-api.eu-west-1.amazonaws.com","domainPrefix":"x","http":{"method":"GET","path":"/orders/0f8fad5b-d9cb-469f-a165-70867728950e","protocol":"HTTP/1.1","sourceIp":"1.2.3.4","userAgent":"curl/8.0"},
        "requestId":"JKJaXmPLvHcESHA=","routeKey":"GET /orders/{id}","stage":"$default","time":"12/Mar/2020:19:03:58 +0000","timeEpoch":1583348638390},
        "pathParameters":{"id":"0f8fad5b-d9cb-469f-a165-70867728950e"},"isBase64Encoded":false}
        """;

    private static readonly string Post = Event.Replace("GET", "POST", StringComparison.Ordinal).Replace("/{id}", "", StringComparison.Ordinal)
        .Replace("\"isBase64Encoded\"", """
            "body":"{\"lines\":[{\"sku\":\"a1\",\"quantity\":2},{\"sku\":\"b2\",\"quantity\":1}],\"email\":\"someone@example.com\"}","isBase64Encoded"
            """, StringComparison.Ordinal);

    private static readonly Candidate[] Candidates =
    [
        new("floor, raw", "FloorProgram", "Raw"),
        new("loop, raw", "LoopProgram", "Echo", "floor, raw"),
        new("floor, JSON by hand", "FloorProgram", "Json"),
        new("GET, direct", "RouteProgram", "OrdersGet", "floor, JSON by hand"),
        new("floor, JSON context", "FloorProgram", "Context"),
        new("GET, context", "RouteProgram", "OrdersGet", "floor, JSON context") { DirectJson = false },
        new("POST, context", "RouteProgram", "OrdersPost") { DirectJson = false },
        new("POST, direct", "RouteProgram", "OrdersPost", "POST, context"),
        new("library, raw", "LibraryHost", "RawLibrary::RawLibrary.Raw::Echo") { IsLibrary = true },
        new("library GET, direct", "LibraryHost", "RouteLibrary::RouteProgram.Orders_Handlers::Get", "library, raw") { IsLibrary = true },
        new("library GET, context", "LibraryHost", "RouteLibrary::RouteProgram.Orders_Handlers::Get", "library, raw") { IsLibrary = true, DirectJson = false },
        new("library POST, direct", "LibraryHost", "RouteLibrary::RouteProgram.Orders_Handlers::Post", "library, raw") { IsLibrary = true },
        new("library POST, context", "LibraryHost", "RouteLibrary::RouteProgram.Orders_Handlers::Post", "library, raw") { IsLibrary = true, DirectJson = false },
    ];

    private sealed record Candidate(string Name, string Project, string Handler, string? Floor = null)
    {
        /// <summary>Plain types through generated code, else through the context.</summary>
        public bool DirectJson { get; init; } = true;

        /// <summary>A class library: there is no such thing without a just-in-time compiler.</summary>
        public bool IsLibrary { get; init; }

        public string Payload => Name.Contains("POST", StringComparison.Ordinal) ? Post : Event;
    }

    private readonly record struct Sample(double Milliseconds, double CpuMilliseconds, long Memory);

    /// <param name="args">`--runs 21`; `--only jit`, `--only r2r` or `--only aot`; `--match library` for candidates with that in their names.</param>
    public static int Run(string[] args)
    {
        var runs = Option(args, "--runs") is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : 21;
        foreach (var kind in (string[])["jit", "r2r", "aot"])
        {
            if (Option(args, "--only") is { } only && only != kind)
                continue;
            var candidates = Candidates.Where(c => (kind != "aot" || !c.IsLibrary) && c.Name.Contains(Option(args, "--match") ?? "", StringComparison.Ordinal)).ToArray();
            var programs = candidates.Select(static c => (c.Project, c.DirectJson)).Distinct().ToDictionary(static p => p, p => ProgramBuild.Publish(p.Project, kind, p.DirectJson));
            Report(kind, runs, candidates, Measure(candidates, programs, runs));
        }

        return 0;
    }

    private static Dictionary<string, List<Sample>> Measure(Candidate[] candidates, Dictionary<(string Project, bool DirectJson), string> programs, int runs)
    {
        var samples = candidates.ToDictionary(static c => c.Name, static _ => new List<Sample>(), StringComparer.Ordinal);
        for (var run = -1; run < runs; run++)
        {
            foreach (var candidate in candidates)
            {
                var sample = Start(programs[(candidate.Project, candidate.DirectJson)], candidate);
                // The first one warms the file cache.
                if (run >= 0)
                    samples[candidate.Name].Add(sample);
            }
        }

        return samples;
    }

    private static Sample Start(string program, Candidate candidate)
    {
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Invocation("8476a536-e9f4-11e8-9739-2dfe598c3fcd", candidate.Payload, "Lambda-Runtime-Deadline-Ms: 4102444800000"));
        var start = new ProcessStartInfo(program) { UseShellExecute = false };
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = server.Address;
        start.Environment["_HANDLER"] = candidate.Handler;
        start.Environment["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = "512";
        // As Lambda's .NET images have it.
        start.Environment["DOTNET_TieredPGO"] = "0";
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var answer = server.WaitForPosts(1)[0];
        var elapsed = clock.Elapsed;
        process.Refresh();
        var memory = process.WorkingSet64;
        var cpu = process.TotalProcessorTime.TotalMilliseconds;
        process.Kill();
        process.WaitForExit();
        return answer.IsResponse ? new Sample(elapsed.TotalMilliseconds, cpu, memory) : throw new InvalidOperationException(program + " failed: " + answer.Text);
    }

    private static void Report(string kind, int runs, Candidate[] candidates, Dictionary<string, List<Sample>> samples)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{kind}, {runs} runs each: ms to the first answer, median (first quartile), ratio of each to the floor; processor ms, median; memory"));
        foreach (var candidate in candidates)
        {
            var own = samples[candidate.Name];
            var ratio = candidate.Floor is { } floor
                && samples.TryGetValue(floor, out var other)
                ? string.Create(CultureInfo.InvariantCulture, $"{Quantile(own, 0.5) / Quantile(other, 0.5):0.00} ({Quantile(own, 0.25) / Quantile(other, 0.25):0.00}) x {floor}, {Quantile(own, 0.5) - Quantile(other, 0.5):+0.0;-0.0} ms ({Quantile(own, 0.25) - Quantile(other, 0.25):+0.0;-0.0})")
                : "";
            var cpu = own.Select(static s => s.CpuMilliseconds).Order().ElementAt(runs / 2);
            var memory = own.Select(static s => s.Memory).Order().ElementAt(runs / 2) / 1048576.0;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"  {candidate.Name,-22} {Quantile(own, 0.5),7:0.0} ({Quantile(own, 0.25):0.0})  cpu {cpu,5:0}  {memory,5:0.0} MB  {ratio}"));
        }
    }

    private static double Quantile(List<Sample> samples, double part) => samples.Select(static s => s.Milliseconds).Order().ElementAt((int)(samples.Count * part));

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var i && i + 1 < args.Length ? args[i + 1] : null;
}
