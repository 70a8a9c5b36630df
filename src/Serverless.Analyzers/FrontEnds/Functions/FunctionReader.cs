using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Apis;
using Serverless.Analyzers.FrontEnds.Handlers;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Functions;

/// <summary>Reads a method into a function. Null when nothing makes it one.</summary>
internal static class FunctionReader
{
    /// <summary>Attributes that make a method a function and are read; the others that would are reported as not emitted.</summary>
    private static readonly string[] Owners = [RouteReader.Attribute, "TaskState", "ServerlessFunction", WebSocketRouteReader.Attribute, LambdaAuthorizerReader.Attribute, FunctionUrlReader.Attribute];

    public static bool IsFunction(DeclaredAttributes method) => Owners.Any(method.Has);

    public static Function? Read(FunctionScope scope, ApiTable apis, Reading reading)
    {
        if (!IsFunction(scope.Method))
        {
            ReportUnused(scope.Method, reading);
            return null;
        }

        if (!CallableMethods.Check(scope.Symbol, scope.Method.Declaration, reading))
            return null;
        var events = FunctionEvents.Read(scope, apis, reading);
        var entry = HandlerReader.Read(scope.Symbol, events.Kind, events.Routes, reading, events.WebSocketRoutes);
        if (entry is not null)
            entry = entry with { Filters = FilterReader.Read(scope, events.Kind, reading) };
        var pinned = FunctionIds.Pinned(scope.Owner);
        var logicalId = FunctionIds.Of(scope, reading);
        var router = SharedFunctions.RouterOf(scope, reading.Project);
        var settings = FunctionSettingsReader.Read(scope, events, reading);
        var isManaged = settings.Runtime.StartsWith("dotnet", StringComparison.Ordinal);
        return new Function
        {
            LogicalId = logicalId,
            Declaration = scope.Owner.Declaration,
            PinnedAt = pinned?.At,
            Description = Documentation.Summary(scope.Owner.Symbol, reading.CancellationToken),
            Handler = Handler(scope.Symbol, router, entry, logicalId, isManaged, reading.Project),
            Settings = settings,
            Environment = EnvironmentReader.Read(scope, RuntimeVariables(logicalId, isManaged, reading.Project), reading),
            Grants = GrantReader.ReadFunction(scope, settings, reading),
            ManagedPolicies = GrantReader.ReadManagedPolicies(scope, settings, reading),
            Tags = TagReader.Read(scope.Outward, reading),
            Routes = events.Routes,
            WebSocketRoutes = events.WebSocketRoutes,
            Url = events.Url,
            Entry = entry,
            Router = router,
            TaskOf = events.Task is { } task ? TaskOf(scope, task, reading) : null,
        };
    }

    /// <summary>
    /// A class library is named by assembly, generated class and method. An executable holds every function: a custom runtime passes
    /// the id on as `_HANDLER`; the managed one wants the assembly's name there and gets the id by a variable.
    /// </summary>
    private static string Handler(IMethodSymbol method, RouterPlace? router, HandlerEntry? entry, string logicalId, bool isManaged, ProjectFacts project)
    {
        if (project.IsExecutable)
            return isManaged ? project.AssemblyName : logicalId;
        var place = router ?? new RouterPlace(
            HandlerReader.NamespaceOf(method.ContainingType),
            entry?.ClassStem ?? HandlerReader.Stem(method.ContainingType),
            entry?.GeneratedMethod ?? method.Name);
        return $"{project.AssemblyName}::{(place.Namespace.Length > 0 ? place.Namespace + "." : "")}{place.ClassStem}_Handlers::{place.GeneratedMethod}";
    }

    private static IEnumerable<EnvironmentVariable> RuntimeVariables(string logicalId, bool isManaged, ProjectFacts project) =>
        project.IsExecutable && isManaged ? [new EnvironmentVariable(EnvironmentReader.FunctionVariable, AwsValue.Literal(logicalId))] : [];

    private static string? TaskOf(FunctionScope scope, AttributeArguments task, Reading reading)
    {
        if (scope.Type.Find("StateMachine") is not { } machine)
        {
            reading.Report(RuleIds.SettingsExclude, scope.Method.At(task), "[TaskState]", $"the class '{scope.Symbol.ContainingType.Name}'", "a task stands in a class with [StateMachine]");
            return null;
        }

        return (machine.Constructor<string>(0) ?? scope.Symbol.ContainingType.Name) + "/" + (task.Constructor<string>(0) ?? scope.Symbol.Name);
    }

    /// <summary>What only makes sense on a function and stands on a method that is none.</summary>
    private static void ReportUnused(DeclaredAttributes method, Reading reading)
    {
        foreach (var attribute in method.Attributes)
        {
            if (attribute.Name is "Allow" or "Deny" or "ManagedPolicy" or "EnvironmentVariable" or "ResourceTag" or "MapException" or "UseFilter")
                reading.Report(RuleIds.NotEmitted, method.At(attribute.Arguments), $"[{attribute.Name}] on a method that is no function");
        }
    }
}
