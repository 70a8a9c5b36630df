using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

// The first argument picks the area, the rest goes to BenchmarkDotNet: `generator --filter *First*`.
var areas = new Dictionary<string, Type[]>(StringComparer.Ordinal)
{
    ["generator"] = [typeof(Serverless.Benchmarks.Generator.GeneratorBenchmarks)],
    ["handlers"] = [typeof(Serverless.Benchmarks.Handlers.HandlerBenchmarks)],
};
if (args is ["coldstart", ..])
    return Serverless.Benchmarks.ColdStart.ColdStartFigures.Run(args[1..]);
if (args is ["handlerfigures", ..])
    return Serverless.Benchmarks.Handlers.HandlerFigures.Run(args[1..]);
if (args is ["routerfigures", ..])
    return Serverless.Benchmarks.Handlers.RouterFigures.Run(args[1..]);
if (args is ["rules", ..])
    return Serverless.Benchmarks.Rules.RuleFigures.Run(args[1..]);
if (args is ["hazards", ..])
    return Serverless.Benchmarks.Hazards.KeystrokeFigures.Run(args[1..]);
if (args.Length == 0 || !areas.TryGetValue(args[0], out var types))
{
    Console.Error.WriteLine("Name an area: " + string.Join(", ", areas.Keys.Append("handlerfigures").Append("routerfigures").Append("coldstart").Append("rules").Append("hazards")));
    return 2;
}

BenchmarkSwitcher.FromTypes(types).Run(args.Length > 1 ? args[1..] : ["--filter", "*"], DefaultConfig.Instance);
return 0;
