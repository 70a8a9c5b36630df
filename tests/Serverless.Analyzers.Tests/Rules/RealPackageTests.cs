using System.Reflection;
using System.Text.RegularExpressions;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Serverless.Analyzers.Tests.Rules;

/// <summary>
/// What the tests compile against is what users compile against: every type and member of the stand-ins for AWSSDK.Core, S3, SQS, DynamoDBv2 and the CDK exists in the real
/// packages with the same signature, and every name that the rules look for in them is there.
/// </summary>
public sealed partial class RealPackageTests
{
    private static readonly string[] Compared = ["Amazon", "Amazon.Runtime", "Amazon.S3", "Amazon.SQS", "Amazon.DynamoDBv2", "Amazon.CDK"];

    /// <summary>Deliberate differences and their reasons; one that is none any more fails, too.</summary>
    private static readonly Dictionary<string, string> Different = new(StringComparer.Ordinal)
    {
        ["Amazon.CDK.AWS.StepFunctions.Tasks.ILambdaInvokeProps: Amazon.CDK.AWS.StepFunctions.Tasks.ILambdaInvokeProps.LambdaFunction does not exist so"] = "any object stands for a function: making one needs a construct's whole tree",
        ["Amazon.CDK.AWS.StepFunctions.Tasks.LambdaInvokeProps: Amazon.CDK.AWS.StepFunctions.Tasks.LambdaInvokeProps.LambdaFunction does not exist so"] = "as its interface",
    };

    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.FullyQualifiedFormat
        .WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted).WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    private static readonly CSharpCompilation Real = CSharpCompilation.Create("Real", references: [
        .. Net100.References.All,
        .. typeof(RealPackageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Where(static a => a.Key == "RealPackage").Select(static a => MetadataReference.CreateFromFile(a.Value!))]);

    private static readonly CSharpCompilation StandIn = CSharpCompilation.Create("StandIn", references: [.. Net100.References.All, StandInReferences.AwsSdk, StandInReferences.Cdk]);

    [Fact]
    public void Stand_ins_have_the_shapes_of_the_real_packages()
    {
        var types = new[] { StandInReferences.AwsSdk, StandInReferences.Cdk }
            .SelectMany(static reference => Types(((IAssemblySymbol)StandIn.GetAssemblyOrModuleSymbol(reference)!).GlobalNamespace)).Where(static type => IsCompared(type.ContainingNamespace)).ToList();
        Assert.True(types.Count > 150, $"{types.Count} types are compared");
        var problems = types.SelectMany(Problems).ToList();
        Assert.True(Different.Keys.ToHashSet(StringComparer.Ordinal).SetEquals(problems), string.Join('\n', problems.Except(Different.Keys).Concat(Different.Keys.Except(problems).Select(static key => "no difference any more: " + key))));
    }

    [Fact]
    public void A_shape_that_drifted_is_found()
    {
        var drifted = StandInReferences.Library("Drifted", "namespace Amazon.Runtime { public class ClientConfig { public int Timeout { get; set; } public void Gone() { } } public class Nothing; public interface AmazonServiceClient; }");
        var compilation = CSharpCompilation.Create("Control", references: [.. Net100.References.All, drifted]);
        var problems = Types(((IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(drifted)!).GlobalNamespace).SelectMany(Problems).ToList();
        Assert.Equal(4, problems.Count);
    }

    [Fact]
    public void Names_that_rules_look_for_exist()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Serverless.Analyzers"), "*.cs", SearchOption.AllDirectories).Where(static path => !path.Contains("/obj/", StringComparison.Ordinal));
        var names = sources.SelectMany(static path => MetadataNames().Matches(File.ReadAllText(path)).Select(static match => match.Groups[1].Value)).Distinct().ToList();
        Assert.Contains("Amazon.Runtime.AmazonServiceClient", names);
        var missing = names.Where(static name => Real.GetTypeByMetadataName(name) is null && !IsNamespace(name)).ToList();
        Assert.True(missing.Count == 0, string.Join('\n', missing));
    }

    private static IEnumerable<string> Problems(INamedTypeSymbol type)
    {
        var name = type.ToDisplayString(Format);
        if (Real.GetTypeByMetadataName(MetadataName(type)) is not { } real)
            return [$"{name} does not exist"];
        var problems = new List<string>();
        if (real.TypeKind != type.TypeKind)
            problems.Add($"{name} is a {real.TypeKind}");
        if (type.TypeKind == TypeKind.Class && type.BaseType is { SpecialType: not SpecialType.System_Object } parent && !Bases(real).Contains(parent.ToDisplayString(Format)))
            problems.Add($"{name} does not derive from {parent.ToDisplayString(Format)}");
        problems.AddRange(type.Interfaces.Select(static i => i.ToDisplayString(Format)).Except(real.AllInterfaces.Select(static i => i.ToDisplayString(Format))).Select(i => $"{name} does not implement {i}"));
        var members = Chain(real).SelectMany(static t => t.GetMembers()).Where(static m => m.DeclaredAccessibility == Accessibility.Public).ToList();
        foreach (var member in type.GetMembers().Where(static m => m.DeclaredAccessibility == Accessibility.Public && m is not INamedTypeSymbol && !m.IsImplicitlyDeclared))
        {
            if (member is IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove })
                continue;
            if (!members.Exists(other => IsSame(member, other)))
                problems.Add($"{name}: {member.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat)} does not exist so");
        }

        return problems;
    }

    private static bool IsSame(ISymbol standIn, ISymbol real)
    {
        if (standIn.Name != real.Name || standIn.IsStatic != real.IsStatic)
            return false;
        return (standIn, real) switch
        {
            (IPropertySymbol a, IPropertySymbol b) => SameType(a.Type, b.Type) && (a.SetMethod is not { DeclaredAccessibility: Accessibility.Public } || b.SetMethod is { DeclaredAccessibility: Accessibility.Public }),
            (IMethodSymbol a, IMethodSymbol b) => SameType(a.ReturnType, b.ReturnType) && a.Parameters.Length == b.Parameters.Length && a.Arity == b.Arity
                && a.Parameters.Zip(b.Parameters).All(static pair => SameType(pair.First.Type, pair.Second.Type) && pair.First.RefKind == pair.Second.RefKind && pair.First.IsOptional == pair.Second.IsOptional && pair.First.Name == pair.Second.Name),
            (IFieldSymbol a, IFieldSymbol b) => SameType(a.Type, b.Type) && Equals(a.ConstantValue, b.ConstantValue),
            _ => standIn.Kind == real.Kind,
        };
    }

    private static bool SameType(ITypeSymbol left, ITypeSymbol right) => left.ToDisplayString(Format) == right.ToDisplayString(Format);

    private static HashSet<string> Bases(INamedTypeSymbol type)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var at = type.BaseType; at is not null; at = at.BaseType)
            names.Add(at.ToDisplayString(Format));
        return names;
    }

    private static IEnumerable<INamedTypeSymbol> Chain(INamedTypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
            yield return at;
        foreach (var contract in type.AllInterfaces)
            yield return contract;
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space) =>
        space.GetNamespaceMembers().SelectMany(Types).Concat(space.GetTypeMembers().Where(static t => t.DeclaredAccessibility == Accessibility.Public).SelectMany(static t => t.GetTypeMembers().Prepend(t)));

    private static bool IsCompared(INamespaceSymbol space)
    {
        var name = space.ToDisplayString();
        return Array.Exists(Compared, compared => name == compared || (compared != "Amazon" && name.StartsWith(compared + ".", StringComparison.Ordinal)));
    }

    private static string MetadataName(INamedTypeSymbol type) => type.ContainingType is { } outer ? MetadataName(outer) + "+" + type.MetadataName : type.ContainingNamespace.ToDisplayString() + "." + type.MetadataName;

    private static bool IsNamespace(string name)
    {
        INamespaceSymbol? at = Real.GlobalNamespace;
        foreach (var part in name.Split('.'))
            at = at?.GetNamespaceMembers().FirstOrDefault(space => space.Name == part);
        return at is not null;
    }

    [GeneratedRegex("\"(Amazon\\.(?:Runtime|S3|SQS|DynamoDBv2|CDK)(?:\\.[A-Za-z0-9_]+)+)\"")]
    private static partial Regex MetadataNames();
}
