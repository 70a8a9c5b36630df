using System.Diagnostics;

namespace Serverless;

/// <summary>
/// Marks the class whose <c>public static void ConfigureServices(IServiceCollection services)</c> fills the service container; a
/// second parameter <c>IConfiguration</c> is optional (environment variables, and <c>appsettings.json</c> where its package is referenced). Without it the object graph of handlers is written at compile time, which
/// starts faster. A second one in the project: SVLS2010; a wrong signature: SVLS2007.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class ServerlessStartupAttribute : Attribute;
