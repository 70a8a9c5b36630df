using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Handlers;

/// <summary>Parameters of a handler method that are objects of the application: from the graph that is built at compile time, or from the container.</summary>
internal static class ServiceParameters
{
    public static HandlerParameter? Read(IParameterSymbol parameter, HandlerReading handler)
    {
        var services = handler.Reading.Services;
        if (services.Container is null && BindingAttributes.IsKeyedService(parameter))
        {
            handler.Report(RuleIds.UnresolvableDependency, parameter, parameter.Name, "keyed services need a container, and handlers are built without one unless a class has [ServerlessStartup]");
            return null;
        }

        if (services.Expression(parameter, out var need, out var problem) is not { } expression)
        {
            handler.Report(RuleIds.UnresolvableDependency, parameter, parameter.Name, problem);
            return null;
        }

        if (need is not null)
            handler.Needs.Add(need);
        return new HandlerParameter
        {
            Name = CSharpNames.Identifier(parameter.Name),
            Type = CSharpNames.Declared(parameter.Type),
            Source = ParameterSource.Service,
            ServiceField = expression,
        };
    }
}
