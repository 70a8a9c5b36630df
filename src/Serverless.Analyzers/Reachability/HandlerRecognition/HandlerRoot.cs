using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.Reachability.HandlerRecognition;

/// <summary>By what a handler was recognised, most certain first.</summary>
internal enum HandlerForm
{
    /// <summary>An attribute of ours, `[ServerlessHandler]` included, or the project's configuration.</summary>
    Declared,

    /// <summary>`[LambdaFunction]`.</summary>
    Annotations,

    /// <summary>The workflow of a durable function; what calls it is a handler of its own.</summary>
    Durable,

    /// <summary>A handler string in a template or in the tools' defaults.</summary>
    HandlerString,

    /// <summary>A delegate given to the Lambda bootstrap.</summary>
    Bootstrap,

    /// <summary>What a class of the `AbstractAspNetCoreFunction` family overrides.</summary>
    AspNetCoreFunction,

    /// <summary>What an ASP.NET Core application runs for a request, when Lambda or a container hosts it.</summary>
    AspNetCore,

    /// <summary>The loop of a hosted service, in a container.</summary>
    Worker,

    /// <summary>What Powertools calls or decorates.</summary>
    Powertools,

    /// <summary>A public method with an event first that nobody calls.</summary>
    EventParameter,

    /// <summary>A public method with an `ILambdaContext` last that nobody calls.</summary>
    ContextParameter,

    /// <summary>A public method from stream to stream, alone in a project that is deployed as a function.</summary>
    StreamSignature,
}

/// <summary>A handler: where an invocation enters the code.</summary>
/// <param name="Form">How it was recognised.</param>
/// <param name="Name">For messages.</param>
/// <param name="Body">The node that is invoked.</param>
/// <param name="Method">Null for a lambda.</param>
/// <param name="Function">What is known of the function that runs it.</param>
internal sealed record HandlerRoot(HandlerForm Form, string Name, SyntaxNode Body, IMethodSymbol? Method, FunctionFacts Function)
{
    /// <summary>The code is replayed: it is given an `IDurableContext`.</summary>
    public bool IsWorkflow { get; init; } = Form == HandlerForm.Durable || (Method is not null && DurableOperations.TakesContext(Method));

    /// <summary>Runs once for the process, as the loop of a hosted service does: nothing invokes it again, and what outlives its body is its own.</summary>
    public bool RunsOnce => Form == HandlerForm.Worker;

    /// <summary>The function's timeout where it is known, else null.</summary>
    public int? TimeoutSeconds => Function.TimeoutSeconds;

    /// <summary>One object serves every invocation of an environment. ASP.NET Core makes a controller for each request.</summary>
    public bool ReusesInstance { get; init; } = Form != HandlerForm.AspNetCore && Method is { IsStatic: false, MethodKind: MethodKind.Ordinary };

    /// <summary>The call that hands the body over, when the handler around it says what is known of the function.</summary>
    public SyntaxNode? Caller { get; init; }
}
