using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Apis;

/// <summary>A method with `[LambdaAuthorizer]`, found before the routes that name it are read.</summary>
/// <param name="Method">The method.</param>
/// <param name="Api">`Api = typeof(X)`; null = every API that names it.</param>
/// <param name="ApiPlace">Where that stands.</param>
/// <param name="Authorizer">What it becomes.</param>
internal sealed record LambdaAuthorizer(IMethodSymbol Method, INamedTypeSymbol? Api, DeclarationRef ApiPlace, Authorizer Authorizer);
