using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Apis;

/// <summary>What decides which API a route belongs to.</summary>
/// <param name="ContainingType">Class of the method, or the class the attribute stands on; null for the assembly.</param>
/// <param name="Api">`Api = typeof(X)`, or null.</param>
/// <param name="At">The route's attribute.</param>
internal readonly record struct RouteTarget(INamedTypeSymbol? ContainingType, INamedTypeSymbol? Api, DeclarationRef At);
