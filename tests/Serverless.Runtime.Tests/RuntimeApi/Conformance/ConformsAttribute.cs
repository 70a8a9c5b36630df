namespace Serverless.Runtime.Tests.RuntimeApi.Conformance;

/// <summary>The test proves lines of the Runtime API.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ConformsAttribute(params RuntimeApiLine[] lines) : Attribute
{
    public IReadOnlyList<RuntimeApiLine> Lines { get; } = lines;
}
