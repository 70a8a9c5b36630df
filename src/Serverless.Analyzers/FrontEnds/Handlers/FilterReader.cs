using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Functions;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Handlers;

/// <summary>
/// `[UseFilter]` of assembly, class and method, outermost first. What stands farther out filters what it can: a filter of routes says
/// nothing of a task in the same class. On a method it must have something to filter.
/// </summary>
internal static class FilterReader
{
    private const string Http = "Serverless.Http.";

    public static EquatableArray<EntryFilter> Read(FunctionScope scope, HandlerKind kind, Reading reading)
    {
        List<EntryFilter>? filters = null;
        foreach (var owner in scope.Outward)
        {
            foreach (var attribute in owner.All("UseFilter"))
            {
                if (attribute.Constructor<INamedTypeSymbol>(0) is { } type && ReadOne(type, owner.At(attribute, "filter"), owner == scope.Method, kind, reading) is { } filter)
                    (filters ??= []).Add(filter);
            }
        }

        return filters is null ? default : filters.ToEquatableArray();
    }

    private static EntryFilter? ReadOne(INamedTypeSymbol type, DeclarationRef at, bool isOfMethod, HandlerKind kind, Reading reading)
    {
        var kinds = Kinds(type);
        if (Problem(type, kinds, reading) is { } problem)
        {
            reading.Report(RuleIds.NotCallable, at, type.Name, problem);
            return null;
        }

        var fitting = kind == HandlerKind.HttpRoute ? kinds : kinds & FilterKinds.Invocation;
        if (fitting == FilterKinds.None)
        {
            if (isOfMethod)
                reading.Report(RuleIds.SettingsExclude, at, $"[UseFilter(typeof({type.Name}))]", "a function without an HTTP route", "only a filter that implements IInvocationFilter stands around it");
            return null;
        }

        if (reading.Services.Filter(type, out var dependency) is { } instance)
            return new EntryFilter(CSharpNames.Bare(type), instance, fitting);
        reading.Report(RuleIds.UnresolvableDependency, at, type.Name, dependency);
        return null;
    }

    private static FilterKinds Kinds(INamedTypeSymbol type)
    {
        var kinds = FilterKinds.None;
        foreach (var implemented in type.AllInterfaces)
        {
            kinds |= TypeNames.FullName(implemented) switch
            {
                Http + "IInvocationFilter" => FilterKinds.Invocation,
                Http + "IRequestFilter" => FilterKinds.Request,
                Http + "IRouteFilter" => FilterKinds.Route,
                _ => FilterKinds.None,
            };
        }

        return kinds;
    }

    private static string? Problem(INamedTypeSymbol type, FilterKinds kinds, Reading reading)
    {
        if (type.IsUnboundGenericType || type.IsGenericType)
            return "it is generic";
        if (type.TypeKind != TypeKind.Class)
            return "it is no class";
        if (kinds == FilterKinds.None)
            return "it implements none of IRequestFilter, IRouteFilter and IInvocationFilter";
        if (type.IsAbstract)
            return "it is abstract";
        return reading.Compilation.IsSymbolAccessibleWithin(type, reading.Compilation.Assembly) && !type.IsFileLocal ? null : "it is not public or internal";
    }
}
