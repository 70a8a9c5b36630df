using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>Faults of state machines: transitions, data, errors, integrations. Step Functions finds most of them on deployment, the others while a machine runs.</summary>
internal static class DeclarationRules23xx
{
    private static readonly DiagnosticDescriptor UnknownTargetState = Rule.Create(
        RuleIds.UnknownTargetState,
        "Target state does not exist",
        "'{0}' leads to the state '{1}', which does not exist: {2}",
        RulePolicy.Error,
        "Every transition of a state machine names a state of the same machine, else Step Functions refuses the definition.");

    private static readonly DiagnosticDescriptor UnreachableState = Rule.Create(
        RuleIds.UnreachableState,
        "State cannot be reached",
        "No state leads to '{0}': {1}",
        RulePolicy.Warning,
        "A state that nothing leads to never runs, and Step Functions refuses a definition that has one.");

    private static readonly DiagnosticDescriptor NoEnd = Rule.Create(
        RuleIds.NoEnd,
        "State machine has no way to an end",
        "'{0}' {1}",
        RulePolicy.Error,
        "An execution that can only go round runs until its timeout; a Choice without a matching rule fails.");

    private static readonly DiagnosticDescriptor NotAllowedInExpress = Rule.Create(
        RuleIds.NotAllowedInExpress,
        "Not available in an Express state machine",
        "{0} is not available in an Express state machine: {1}",
        RulePolicy.Error,
        "Express machines only make requests and take the response; jobs, callbacks and distributed maps need Standard.");

    private static readonly DiagnosticDescriptor CrossesBranch = Rule.Create(
        RuleIds.CrossesBranch,
        "Transition crosses the border of a branch",
        "'{0}' cannot be led to here: {1}",
        RulePolicy.Error,
        "A branch of a Parallel and the processor of a Map are machines of their own: no transition enters or leaves them, and a state belongs to one.");

    private static readonly DiagnosticDescriptor OutputDoesNotFit = Rule.Create(
        RuleIds.OutputDoesNotFit,
        "Output does not fit the next input",
        "'{0}' takes {1}, but {2} gives {3}: {4}",
        RulePolicy.Warning,
        "States hand on JSON. A member that is missing there is null or zero in the next function, long after the mistake.");

    private static readonly DiagnosticDescriptor VariableFault = Rule.Create(
        RuleIds.VariableFault,
        "Variable or input is not defined here",
        "'{0}': {1}",
        RulePolicy.Error,
        "Step Functions evaluates variables while the machine runs: one that is not assigned on every way fails the execution with States.QueryEvaluationError.");

    private static readonly DiagnosticDescriptor NoJsonataForm = Rule.Create(
        RuleIds.NoJsonataForm,
        "Expression has no form in the query language",
        "'{0}' has no form in the machine's query language: {1}",
        RulePolicy.Error,
        "Lambdas of State members are not run: Step Functions evaluates their translation to JSONata or JSONPath. What would mean something else there is refused.");

    private static readonly DiagnosticDescriptor UnknownIntegration = Rule.Create(
        RuleIds.UnknownIntegration,
        "Integration does not exist",
        "Step Functions has no integration '{0}': {1}",
        RulePolicy.Error,
        "The resource of a Task is 'service:action', with '.sync' or '.waitForTaskToken' where the service has it, or 'aws-sdk:service:action'.");

    private static readonly DiagnosticDescriptor IntegrationArgument = Rule.Create(
        RuleIds.IntegrationArgument,
        "Integration argument is missing or unknown",
        "'{0}' {1}",
        RulePolicy.Error,
        "The service refuses a call without its required parameters while the machine runs. Parameters are written in PascalCase whatever the API's own case is.");

    private static readonly DiagnosticDescriptor RetryCatchRule = Rule.Create(
        RuleIds.RetryCatchRule,
        "Retry or Catch rule is refused or never acts",
        "This Retry or Catch cannot act: {0}",
        RulePolicy.Error,
        "Retriers and catchers are tried in order by the error's name; States.ALL must stand alone in the last one.");

    private static readonly DiagnosticDescriptor OutsideCatchAll = Rule.Create(
        RuleIds.OutsideCatchAll,
        "Step can fail outside of CatchAll",
        "'{0}' can fail ({1}) and has no Catch, so [CatchAll] does not see it; set Wrap = true on [CatchAll]",
        RulePolicy.Warning,
        "Choice, Pass and Wait states have no Catch in the states language. Wrap puts the main path into a branch whose failure is caught as one.");

    private static readonly DiagnosticDescriptor NoTaskToken = Rule.Create(
        RuleIds.NoTaskToken,
        "Callback without the task token",
        "'{0}' waits for a callback, but its arguments do not carry the token; pass on $states.context.Task.Token, in JSONPath $$.Task.Token, in C# a TaskToken parameter of the lambda",
        RulePolicy.Error,
        "Nobody can answer a callback task without its token: the task waits until its timeout.");

    private static readonly DiagnosticDescriptor WrongQueryLanguage = Rule.Create(
        RuleIds.WrongQueryLanguage,
        "Setting belongs to the other query language",
        "{0} belongs to {1}, and this state machine's query language is {2}",
        RulePolicy.Error,
        "A state has the fields of one query language; Step Functions refuses the definition otherwise.");

    private static readonly DiagnosticDescriptor UnreadableState = Rule.Create(
        RuleIds.UnreadableState,
        "State member cannot be read",
        "The state '{0}' cannot be read: {1}",
        RulePolicy.Error,
        "State members are never run. They are read from source, so they are one chain of calls on constants, nameof and lambdas.");

    private static readonly DiagnosticDescriptor DefinitionStructure = Rule.Create(
        RuleIds.DefinitionStructure,
        "Definition of a state machine is refused",
        "{0} {1}",
        RulePolicy.Error,
        "Step Functions checks a definition when the state machine is created: fields that do not exist, are missing or have other values fail the deployment.");

    private static readonly DiagnosticDescriptor MalformedExpression = Rule.Create(
        RuleIds.MalformedExpression,
        "Expression of a definition is refused",
        "'{0}' is no expression that Step Functions evaluates: {1}",
        RulePolicy.Error,
        "Expressions of JSONata, paths and intrinsic functions are parsed when the state machine is created, and evaluated while it runs.");

    private static readonly DiagnosticDescriptor InexactNumber = Rule.Create(
        RuleIds.InexactNumber,
        "Number is less exact in the state machine",
        "'{0}' is less exact in the state machine than in C#: {1}",
        RulePolicy.Info,
        "JSONata knows one kind of number, the double. Sums of money and long numbers can differ from what the same C# gives in the last digits.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(
        UnknownTargetState, UnreachableState, NoEnd, NotAllowedInExpress, CrossesBranch, OutputDoesNotFit, VariableFault, NoJsonataForm,
        UnknownIntegration, IntegrationArgument, RetryCatchRule, OutsideCatchAll, NoTaskToken, WrongQueryLanguage, UnreadableState, DefinitionStructure,
        MalformedExpression, InexactNumber);

    /// <summary>What a definition that somebody wrote by hand can have as well.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfDefinitions { get; } = ImmutableArray.Create(
        UnknownTargetState, UnreachableState, NoEnd, NotAllowedInExpress, CrossesBranch, VariableFault, UnknownIntegration, IntegrationArgument, RetryCatchRule,
        NoTaskToken, WrongQueryLanguage, DefinitionStructure, MalformedExpression);
}
