using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Detection;

/// <summary>What gives another answer each time it is asked. DE001 of the durable SDK knows the first kind and looks only into the workflow's own body.</summary>
/// <param name="Name">For messages.</param>
/// <param name="IsKnownToSdk">DE001 reports it in a workflow's own body.</param>
/// <param name="ChangesOnlyBetween">Stays the same during one invocation and changes from one to the next.</param>
internal readonly record struct NonDeterministic(string Name, bool IsKnownToSdk, bool ChangesOnlyBetween);

/// <summary>Recognises clocks, random numbers, fresh ids, and state that belongs to one execution environment.</summary>
internal static class NonDeterminism
{
    public static readonly string[] Properties = ["Now", "UtcNow", "Today", "TickCount", "TickCount64", "Elapsed", "ElapsedMilliseconds", "ElapsedTicks", "Shared"];

    public static readonly string[] Methods =
    [
        "NewGuid", "CreateVersion7", "GetTimestamp", "StartNew", "GetBytes", "GetInt32", "Fill", "GetString", "GetHexString", "GetTempFileName", "GetRandomFileName",
        "GetUtcNow", "GetLocalNow", "GetEnvironmentVariable", "Next", "NextInt64", "NextDouble", "NextSingle", "NextBytes",
    ];

    public static readonly string[] Types = ["Random", "RNGCryptoServiceProvider"];

    public static NonDeterministic? Of(IPropertySymbol property) => property.ContainingType is { } type && IsProperty(type.Name, property.Name) && type.ContainingNamespace.IsUnder("System")
        ? new NonDeterministic(type.Name + "." + property.Name, IsKnownToSdk: true, ChangesOnlyBetween: false) : null;

    public static NonDeterministic? Of(IInvocationOperation call)
    {
        var (type, name) = (call.TargetMethod.ContainingType, call.TargetMethod.Name);
        var isKnown = type.Name switch
        {
            "Guid" => name == "NewGuid",
            "Stopwatch" => name is "GetTimestamp" or "StartNew",
            "RandomNumberGenerator" => name is "GetBytes" or "GetInt32" or "Fill" or "GetString" or "GetHexString",
            "Path" => name is "GetTempFileName" or "GetRandomFileName",
            _ => false,
        };
        var isOther = type.Name switch
        {
            "Guid" => name == "CreateVersion7",
            "TimeProvider" => name is "GetUtcNow" or "GetLocalNow" or "GetTimestamp",
            "Environment" => name == "GetEnvironmentVariable",

            // A generator that is made here is reported where it is made, if it has no seed; one in a field is made elsewhere.
            "Random" => name.StartsWith("Next", StringComparison.Ordinal) && call.Instance?.Unwrap() is IFieldReferenceOperation field && !HasSeed(field.Field),
            _ => false,
        };
        return (isKnown || isOther) && type.ContainingNamespace.IsUnder("System") ? new NonDeterministic(type.Name + "." + name, isKnown, name == "GetEnvironmentVariable") : null;
    }

    public static NonDeterministic? Of(IObjectCreationOperation creation) =>
        creation.Type is INamedTypeSymbol { Name: "Random" or "RNGCryptoServiceProvider" } type && creation.Arguments.IsEmpty && type.ContainingNamespace.IsUnder("System")
            ? new NonDeterministic("new " + type.Name, IsKnownToSdk: true, ChangesOnlyBetween: false) : null;

    /// <summary>A static variable with a plain value: a replay in another environment finds another one.</summary>
    public static NonDeterministic? Of(IFieldReferenceOperation reference)
    {
        var field = reference.Field;
        if (!field.IsStatic || field.IsReadOnly || field.IsConst || field.DeclaringSyntaxReferences.IsEmpty || !(field.Type.IsValueType || field.Type.SpecialType == SpecialType.System_String))
            return null;
        var isOnlyWritten = reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference;
        return isOnlyWritten || reference.Parent is INameOfOperation ? null : new NonDeterministic(field.Name, IsKnownToSdk: false, ChangesOnlyBetween: true);
    }

    private static bool IsProperty(string type, string name) => type switch
    {
        "DateTime" => name is "Now" or "UtcNow" or "Today",
        "DateTimeOffset" => name is "Now" or "UtcNow",
        "Environment" => name is "TickCount" or "TickCount64",
        "Stopwatch" => name is "Elapsed" or "ElapsedMilliseconds" or "ElapsedTicks",
        "Random" => name == "Shared",
        _ => false,
    };

    private static bool HasSeed(IFieldSymbol field)
    {
        foreach (var reference in field.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } })
                return true;
        }

        return false;
    }
}
