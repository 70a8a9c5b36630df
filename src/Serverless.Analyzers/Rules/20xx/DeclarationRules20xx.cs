using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>Faults of declarations in general: values, ids, settings, what generated code can call.</summary>
internal static class DeclarationRules20xx
{
    private static readonly DiagnosticDescriptor InternalFault = Rule.Create(
        RuleIds.InternalFault,
        "The application could not be generated",
        "Serverless.Analyzers failed while {0}: {1}: {2} ({3}); please report it with the declarations that lead here",
        RulePolicy.Error,
        "A fault of this package, not of your code. It is an error because the artifacts would be incomplete, and deploying incomplete artifacts deletes what is missing.");

    private static readonly DiagnosticDescriptor ValueOutOfRange = Rule.Create(
        RuleIds.ValueOutOfRange,
        "Value outside the service's range",
        "{0} is {1}; AWS accepts {2}",
        RulePolicy.Error,
        "The deployment would be refused with this value.");

    private static readonly DiagnosticDescriptor SettingsExclude = Rule.Create(
        RuleIds.SettingsExclude,
        "Settings exclude each other",
        "{0} does not go together with {1}: {2}",
        RulePolicy.Error,
        "AWS refuses the combination, or it has no meaning.");

    private static readonly DiagnosticDescriptor DuplicateLogicalId = Rule.Create(
        RuleIds.DuplicateLogicalId,
        "Logical id used twice",
        "The logical id '{0}' belongs to {1} already; name this one with a constructor argument",
        RulePolicy.Error,
        "A template has one entry for a logical id: one of the two would silently not be deployed.");

    private static readonly DiagnosticDescriptor UndeclaredId = Rule.Create(
        RuleIds.UndeclaredId,
        "Referenced id is not declared",
        "'{0}' is declared nowhere: not in code, not in a template fragment, not as a parameter",
        RulePolicy.Error,
        "A reference in a value ('@Id' or '${Id}') must name something the template contains, else CloudFormation refuses the template.");

    private static readonly DiagnosticDescriptor MalformedValue = Rule.Create(
        RuleIds.MalformedValue,
        "Malformed value",
        "'{0}' cannot be used here: {1}",
        RulePolicy.Error,
        "Values that name something in AWS follow one grammar: '@Id', '@Id.Attribute', '@Id/suffix' in 'On', text with '${…}', '@@' for the character itself.");

    private static readonly DiagnosticDescriptor NotCallable = Rule.Create(
        RuleIds.NotCallable,
        "Generated code cannot call this",
        "'{0}' cannot be called by generated code: {1}",
        RulePolicy.Error,
        "The generated handler stands in another class of the same assembly and calls the method directly.");

    private static readonly DiagnosticDescriptor EnvironmentVariables = Rule.Create(
        RuleIds.EnvironmentVariables,
        "Environment variable cannot be set",
        "The environment variable '{0}' cannot be set: {1}",
        RulePolicy.Error,
        "Lambda refuses reserved and malformed names and more than 4 KB of variables; of two equal names one would be lost.");

    private static readonly DiagnosticDescriptor NotEmitted = Rule.Create(
        RuleIds.NotEmitted,
        "Declared but not emitted",
        "{0} is declared but not emitted by this version",
        RulePolicy.Error,
        "A setting that has no effect would be deployed as if it had: remove it, or write it in a template fragment.");

    /// <summary>Reported by <see cref="EntryPointAnalyzer"/>: it is about bodies, which the model does not hold.</summary>
    public static readonly DiagnosticDescriptor MainStartsNothing = Rule.Create(
        RuleIds.MainStartsNothing,
        "The program's own Main starts no function",
        "Main starts neither the Runtime API loop nor the host, so no function of this program would run; remove Main, or return ServerlessRuntime.Run(args) from it",
        RulePolicy.Warning,
        "An executable without an entry point gets one that runs the function Lambda asks for. One with its own has to do that itself; else the process ends at once and Lambda reports Runtime.ExitError.");

    private static readonly DiagnosticDescriptor ForeignProject = Rule.Create(
        RuleIds.ForeignProject,
        "Named type lives in another project",
        "'{0}' lives in '{1}': what an attribute names must be in this project",
        RulePolicy.Error,
        "Attributes of this package do not reach the compiled assembly, so what they declare is unknown outside their project.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(
        InternalFault, ValueOutOfRange, SettingsExclude, DuplicateLogicalId, UndeclaredId, MalformedValue, NotCallable, EnvironmentVariables, NotEmitted, MainStartsNothing, ForeignProject);
}
