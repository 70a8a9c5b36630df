using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules;

/// <summary>Checks one rule on one source, markup as `{|SVLS0101:…|}`. The stand-ins are referenced unless a test takes them away.</summary>
internal class RuleTest<TRule> : CSharpAnalyzerTest<HostedRule<TRule>, DefaultVerifier>
    where TRule : HazardRule, new()
{
    public RuleTest(string source)
    {
        TestCode = source;
        RuleTests.Configure(TestState);
        SolutionTransforms.Add(RuleTests.WithNullable);
    }

    protected override ParseOptions CreateParseOptions() => RuleTests.ParseOptions;
}

internal static class RuleTests
{
    public const string Usings = """
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Amazon.Lambda.Annotations;
        using Amazon.Lambda.Core;
        using Amazon.S3;
        using Serverless;

        """;

    public static readonly ReferenceAssemblies NoPackages = new("net10.0");

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    public static void Configure(SolutionState state, bool standIns = true)
    {
        state.ReferenceAssemblies = NoPackages;
        state.AdditionalReferences.AddRange(Net100.References.All);
        if (standIns)
            state.AdditionalReferences.AddRange(StandInReferences.All);
    }

    public static Solution WithNullable(Solution solution, ProjectId id)
    {
        var options = (CSharpCompilationOptions)solution.GetProject(id)!.CompilationOptions!;
        return solution.WithProjectCompilationOptions(id, options.WithNullableContextOptions(NullableContextOptions.Enable));
    }

    /// <summary>Source with markup; `using` directives are put before it.</summary>
    public static Task Check<TRule>(string source, Action<RuleTest<TRule>>? configure = null)
        where TRule : HazardRule, new()
    {
        var test = new RuleTest<TRule>(Usings + source);
        configure?.Invoke(test);
        return test.RunAsync();
    }

    /// <summary>One member list inside a handler class of the attribute form.</summary>
    public static string InFunction(string members) => $$"""
        public record Request(string Id, string Path, List<string> Items);

        public class Function
        {
        {{members}}
        }
        """;

    public static DiagnosticResult Expect(DiagnosticDescriptor rule, params object[] arguments) =>
        new DiagnosticResult(rule).WithLocation(0).WithArguments(arguments).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations);
}
