namespace Serverless.Artifacts;

/// <summary>
/// Which words of a schema may be used. An import to a REST API makes models of JSON schema draft 4 from the schemas: it refuses or drops
/// `discriminator`, `nullable`, `example`, `readOnly`, `default`, `exclusiveMinimum`, formats of numbers, and references inside `oneOf` and `allOf`.
/// </summary>
internal enum SchemaDialect
{
    /// <summary>All of OpenAPI 3.0.</summary>
    Full,

    /// <summary>What the models of a REST API understand.</summary>
    Rest,
}
