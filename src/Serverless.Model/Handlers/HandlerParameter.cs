namespace Serverless.Model;

/// <summary>Where an argument comes from.</summary>
internal enum ParameterSource
{
    Route,
    Query,
    Header,
    Cookie,
    Form,
    Body,
    RawBody,
    Service,
    Claim,
    AuthorizerContext,
    StageVariable,
    Deadline,
    Request,
    User,
    LambdaContext,

    /// <summary>The payload itself, or a member of it when a method has several.</summary>
    Payload,
}

/// <summary>One parameter of a handler method. Extended by the handler front end; every member is text or a number.</summary>
internal sealed record HandlerParameter
{
    public required string Name { get; init; }

    /// <summary>Fully qualified, with nullable annotations: what a local of generated code is declared as.</summary>
    public required string Type { get; init; }

    public required ParameterSource Source { get; init; }

    /// <summary>Name in the event: route variable, query key, header, JSON member.</summary>
    public string WireName { get; init; } = "";
}

/// <summary>What a handler returns and how it travels.</summary>
internal sealed record HandlerResult
{
    /// <summary>Fully qualified type of the value inside Task or ValueTask; `void` when there is none.</summary>
    public required string Type { get; init; }

    /// <summary>The method returns Task, ValueTask or a generic one of them.</summary>
    public bool IsAwaited { get; init; }
}
