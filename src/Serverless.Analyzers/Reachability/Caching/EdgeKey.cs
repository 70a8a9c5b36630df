using Serverless.Analyzers.Shape;

namespace Serverless.Analyzers.Reachability.Caching;

/// <summary>What the edges of a tree depend on besides its text.</summary>
/// <param name="Shape">All declarations of the compilation, its references and options: what names in a body are bound to.</param>
/// <param name="HasWorkflows">Whether delegates are asked about steps.</param>
/// <param name="Roots">Where in the tree lambdas are handlers: those are no part of the body they stand in.</param>
internal readonly record struct EdgeKey(ShapeHash Shape, bool HasWorkflows, string Roots);
