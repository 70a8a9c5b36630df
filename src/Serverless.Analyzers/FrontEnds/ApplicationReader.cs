using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Apis;
using Serverless.Analyzers.FrontEnds.Containers;
using Serverless.Analyzers.FrontEnds.Functions;
using Serverless.Analyzers.FrontEnds.Handlers;
using Serverless.Analyzers.FrontEnds.Resources;
using Serverless.Analyzers.FrontEnds.StateMachines;
using Serverless.Analyzers.FrontEnds.Templates;
using Serverless.Model;
using Serverless.Model.Validation;

namespace Serverless.Analyzers.FrontEnds;

/// <summary>Reads an application from a compilation: the one entry point that the generator and the analyzers share.</summary>
internal static class ApplicationReader
{
    /// <summary>Never throws but for cancellation: what goes wrong in here becomes SVLS2000.</summary>
    public static Application TryRead(Compilation compilation, ProjectOptions options, EquatableArray<FragmentText> fragments, CancellationToken cancellationToken)
    {
        try
        {
            return Read(compilation, options, fragments, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var project = new ProjectFacts { AssemblyName = compilation.AssemblyName ?? "", RootNamespace = options.RootNamespace };
            return new Application { Project = project, Faults = EquatableArray.Of(InternalFaults.Of("reading the declarations", exception)) };
        }
    }

    public static Application Read(Compilation compilation, ProjectOptions options, EquatableArray<FragmentText> fragmentTexts, CancellationToken cancellationToken)
    {
        var types = new KnownTypes(compilation);
        var reading = new Reading(compilation, ProjectFactsReader.Read(compilation, options, types, cancellationToken), cancellationToken);
        var assembly = reading.Assembly;
        UnrenderedDeclarations.Report(assembly, reading);

        var found = SourceTypes.Find(compilation, cancellationToken);
        Prebinding.Run(found, cancellationToken);
        var declared = found.ConvertAll(reading.AttributesOf);
        reading.Services.Use(StartupReader.Read(declared, reading));
        var apis = ReadApis(assembly, declared, reading);
        var functions = new List<Function>();
        var containers = new List<ContainerTask>();
        var shared = new SharedFunctions(reading);
        var machines = new List<StateMachine>();
        var integrations = new List<IntegrationRoute>();
        IntegrationRouteReader.Read(assembly, apis, integrations, reading);
        foreach (var type in declared)
        {
            cancellationToken.ThrowIfCancellationRequested();
            UnrenderedDeclarations.Report(type, reading);
            ReadFunctions(type, apis, functions, containers, shared, reading);
            var machine = type.Has("StateMachine") ? StateMachineReader.Read((INamedTypeSymbol)type.Symbol, reading) : null;
            if (machine is not null)
                machines.Add(machine with { Grants = GrantReader.ReadMachine(type, reading) });
            IntegrationRouteReader.Read(type, apis, integrations, reading);
            IntegrationRouteReader.ReadExecutions(type, machine, apis, integrations, reading);
        }

        shared.AddTo(functions, declared);
        FunctionUrlReader.ReportUnused(functions, declared, reading);
        var sockets = apis.Completed<WebSocketApi>();
        var rests = apis.Completed<RestApi>();
        var application = new Application
        {
            Project = reading.Project,
            Settings = ApplicationSettingsReader.Read(assembly, reading),
            Functions = Ordered(functions.ConvertAll(f => RestCorsReader.Assign(PushTargets.Assign(f, sockets, reading), rests, reading)), static f => f.LogicalId),
            ContainerTasks = Ordered(containers, static c => c.LogicalId),
            HttpApis = apis.Completed<HttpApi>(),
            RestApis = rests,
            WebSocketApis = sockets,
            IntegrationRoutes = integrations.OrderBy(static r => r.Api, StringComparer.Ordinal).ThenBy(static r => r.RouteKey, StringComparer.Ordinal).ToEquatableArray(),
            StateMachines = Ordered(machines, static m => m.LogicalId),
            Resources = Ordered(ResourceReader.Read(assembly, reading), static r => r.Id),
            Parameters = ApplicationSettingsReader.ReadParameters(assembly, reading),
            Outputs = ApplicationSettingsReader.ReadOutputs(assembly, reading),
            Fragments = FragmentReader.Read(fragmentTexts, reading),
            Services = reading.Services.Graph,
            JsonTypes = reading.JsonTypes.Types(),
            PlainJson = reading.PlainTypes.All(),
        };
        foreach (var fault in ApplicationRules.Check(application, reading.References))
            reading.Report(fault);
        return application with { Faults = reading.Faults };
    }

    /// <summary>APIs and authorizers before the routes: a route has the default of its API, and an authorizer may stand below the routes that name it.</summary>
    private static ApiTable ReadApis(DeclaredAttributes assembly, List<DeclaredAttributes> types, Reading reading)
    {
        var apis = new ApiTable(reading);
        apis.Declare(assembly);
        foreach (var type in types)
        {
            apis.Declare(type);
            foreach (var member in ((INamedTypeSymbol)type.Symbol).GetMembers())
            {
                if (member is IMethodSymbol { IsImplicitlyDeclared: false } method && LambdaAuthorizerReader.Read(method, reading.AttributesOf(method), reading) is { } authorizer)
                    apis.Authorizers.Declare(authorizer);
            }
        }

        apis.ResolveDefaults();
        return apis;
    }

    private static void ReadFunctions(DeclaredAttributes type, ApiTable apis, List<Function> functions, List<ContainerTask> containers, SharedFunctions shared, Reading reading)
    {
        foreach (var member in ((INamedTypeSymbol)type.Symbol).GetMembers())
        {
            if (member is not IMethodSymbol { IsImplicitlyDeclared: false } method || reading.AttributesOf(method) is not { IsEmpty: false } attributes)
                continue;
            UnrenderedDeclarations.Report(attributes, reading);
            var scope = new FunctionScope(method, attributes, type, reading.Assembly);
            if (attributes.Has(FargateTaskReader.Attribute))
            {
                if (FargateTaskReader.Read(scope, reading) is { } container)
                    containers.Add(container);
                continue;
            }

            if (FunctionReader.Read(scope, apis, reading) is not { } function)
                continue;
            if (scope.Shared is null)
                functions.Add(function);
            else
                shared.Add(scope, function);
        }
    }

    private static EquatableArray<T> Ordered<T>(IEnumerable<T> items, Func<T, string> id) where T : IEquatable<T> =>
        items.OrderBy(id, StringComparer.Ordinal).ToEquatableArray();
}
