namespace Serverless.Model;

/// <summary>The container that `[ServerlessStartup]` fills: one provider in init, from which handlers, filters and services come.</summary>
internal sealed record ServiceContainer
{
    /// <summary>The user's method with its receiver: `global::Shop.Startup.ConfigureServices`.</summary>
    public required string Configure { get; init; }

    /// <summary>Steps of the configuration builder, each a call on `builder`; null when the user's method takes no configuration.</summary>
    public EquatableArray<string>? Configuration { get; init; }

    /// <summary>Handlers and filters, which the user need not register.</summary>
    public EquatableArray<ContainerRegistration> Registrations { get; init; }
}

/// <summary>A class that generated code adds to the container unless the user did.</summary>
/// <param name="Type">Fully qualified.</param>
/// <param name="Creation">C# that creates it from `provider`.</param>
/// <param name="IsFilter">One for each environment, whatever is scoped.</param>
internal sealed record ContainerRegistration(string Type, string Creation, bool IsFilter);

/// <summary>A service that a function asks the container for: it is looked for in init, where its absence is an init error.</summary>
/// <param name="Type">Fully qualified.</param>
/// <param name="Key">C# expression of the key; empty = none.</param>
/// <param name="Consumer">Who asks, for the message.</param>
internal sealed record ServiceNeed(string Type, string Key, string Consumer);
