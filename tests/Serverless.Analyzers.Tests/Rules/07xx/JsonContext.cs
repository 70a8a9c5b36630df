namespace Serverless.Analyzers.Tests.Rules.Handlers;

/// <summary>A context as its generator completes it, so that the source compiles without the generator.</summary>
internal static class JsonContext
{
    public static string Of(string attributes) => Listing(attributes) + Completed;

    /// <summary>What a user writes.</summary>
    public static string Listing(string attributes) => $$"""
        namespace Shop
        {
            {{attributes}}
            public partial class Ctx : System.Text.Json.Serialization.JsonSerializerContext;
        }

        """;

    /// <summary>What the generator adds.</summary>
    public const string Completed = """
        namespace Shop
        {
            public partial class Ctx
            {
                public Ctx() : base(null) { }
                protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null;
                public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(System.Type type) => null;
            }
        }

        """;
}
