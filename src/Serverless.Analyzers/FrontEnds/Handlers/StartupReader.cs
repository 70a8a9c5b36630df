using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Handlers;

/// <summary>Finds the class that fills the service container: `[ServerlessStartup]`, else Amazon's `[LambdaStartup]`.</summary>
internal static class StartupReader
{
    private const string Name = "ServerlessStartup";
    private const string Amazons = "Amazon.Lambda.Annotations.LambdaStartupAttribute";
    private const string Services = "Microsoft.Extensions.DependencyInjection.IServiceCollection";
    private const string Settings = "Microsoft.Extensions.Configuration.IConfiguration";

    /// <summary>Null when there is none, or with a fault when it cannot be used.</summary>
    public static ServiceContainer? Read(List<DeclaredAttributes> types, Reading reading)
    {
        DeclaredAttributes? first = null;
        foreach (var type in types)
        {
            if (type.Find(Name) is not { } attribute)
                continue;
            if (first is null)
                first = type;
            else
                reading.Report(RuleIds.UnresolvableDependency, type.At(attribute), type.Symbol.Name, $"'{first.Symbol.Name}' fills the container already, and a project has one");
        }

        if (first is not null)
            return Read((INamedTypeSymbol)first.Symbol, first.At(first.Find(Name)!.Value), reading);

        // What is wrong with Amazon's own class Amazon's generator says.
        foreach (var type in types)
        {
            if (type.Symbol is INamedTypeSymbol { IsGenericType: false } symbol && symbol.GetAttributes().Any(static a => TypeNames.Is(a.AttributeClass, Amazons)) && HasContainer(reading)
                && ConfigureMethods(symbol).FirstOrDefault(static m => Problem(m) is null) is { } method)
            {
                return Container(symbol, method, reading);
            }
        }

        return null;
    }

    private static ServiceContainer? Read(INamedTypeSymbol type, DeclarationRef at, Reading reading)
    {
        var methods = ConfigureMethods(type).ToList();
        var problem = type.IsGenericType ? "it is generic"
            : methods.Count != 1 ? "it needs one method 'public static void ConfigureServices(IServiceCollection services)', with IConfiguration as second parameter if you like"
            : Problem(methods[0]);
        if (problem is not null)
        {
            reading.Report(RuleIds.NotCallable, at, type.Name, problem);
            return null;
        }

        if (!HasContainer(reading))
        {
            reading.Report(RuleIds.UnresolvableDependency, at, type.Name, "the project does not reference Microsoft.Extensions.DependencyInjection");
            return null;
        }

        if (methods[0].Parameters.Length == 2 && reading.Types["Microsoft.Extensions.Configuration.ConfigurationBuilder"] is null)
        {
            reading.Report(RuleIds.UnresolvableDependency, at, type.Name, "the project does not reference Microsoft.Extensions.Configuration, and its method takes IConfiguration");
            return null;
        }

        return Container(type, methods[0], reading);
    }

    private static IEnumerable<IMethodSymbol> ConfigureMethods(INamedTypeSymbol type) =>
        type.GetMembers("ConfigureServices").OfType<IMethodSymbol>().Where(static m => m.MethodKind == MethodKind.Ordinary);

    private static string? Problem(IMethodSymbol method)
    {
        if (!method.ReturnsVoid || method.IsAsync)
            return "'ConfigureServices' returns void and is not async";
        if (method.IsGenericMethod || method.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal))
            return "'ConfigureServices' is public or internal, and not generic";
        if (method.Parameters.Length is not (1 or 2) || method.Parameters.Any(static p => p.RefKind != RefKind.None) || !TypeNames.Is(method.Parameters[0].Type, Services)
            || (method.Parameters.Length == 2 && !TypeNames.Is(method.Parameters[1].Type, Settings)))
        {
            return "'ConfigureServices' takes IServiceCollection, and IConfiguration after it if you like";
        }

        if (method.IsStatic)
            return null;
        return method.ContainingType is { IsAbstract: false } type && type.InstanceConstructors.Any(static c => c.Parameters.IsEmpty && c.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal)
            ? null
            : "'ConfigureServices' is static, or the class has a constructor without parameters";
    }

    private static bool HasContainer(Reading reading) => reading.Types["Microsoft.Extensions.DependencyInjection.ServiceCollectionContainerBuilderExtensions"] is not null;

    private static ServiceContainer Container(INamedTypeSymbol type, IMethodSymbol method, Reading reading) => new()
    {
        Configure = (method.IsStatic ? CSharpNames.Bare(type) : $"new {CSharpNames.Bare(type)}()") + ".ConfigureServices",
        Configuration = method.Parameters.Length == 2 ? Sources(reading).ToEquatableArray() : null,
    };

    /// <summary>What the referenced packages can read: the file that ASP.NET projects have, then the environment, which wins.</summary>
    private static IEnumerable<string> Sources(Reading reading)
    {
        const string Space = "global::Microsoft.Extensions.Configuration.";
        if (reading.Types["Microsoft.Extensions.Configuration.JsonConfigurationExtensions"] is not null && reading.Types["Microsoft.Extensions.Configuration.FileConfigurationExtensions"] is not null)
        {
            yield return Space + "FileConfigurationExtensions.SetBasePath(builder, global::System.AppContext.BaseDirectory);";
            yield return Space + "JsonConfigurationExtensions.AddJsonFile(builder, \"appsettings.json\", optional: true, reloadOnChange: false);";
        }

        if (reading.Types["Microsoft.Extensions.Configuration.EnvironmentVariablesExtensions"] is not null)
            yield return Space + "EnvironmentVariablesExtensions.AddEnvironmentVariables(builder);";
    }
}
