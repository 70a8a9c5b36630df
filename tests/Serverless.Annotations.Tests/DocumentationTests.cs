using System.Xml.Linq;

namespace Serverless.Annotations.Tests;

/// <summary>What a user reads in completion is part of the API: every public member says what it means.</summary>
public sealed class DocumentationTests
{
    private static readonly XDocument Documentation = XDocument.Load(Path.ChangeExtension(typeof(ServerlessFunctionAttribute).Assembly.Location, ".xml"));

    [Fact]
    public void Every_public_type_and_property_is_documented()
    {
        var documented = Documentation.Descendants("member")
            .Where(static m => !string.IsNullOrWhiteSpace(m.Element("summary")?.Value))
            .Select(static m => (string)m.Attribute("name")!)
            .ToHashSet(StringComparer.Ordinal);
        var missing = AnnotationTypes.Public
            .SelectMany(static t => t.GetProperties().Where(p => p.DeclaringType == t).Select(p => $"P:{t.FullName}.{p.Name}").Prepend($"T:{t.FullName}"))
            .Where(name => !documented.Contains(name))
            .Except(["P:Serverless.StepFunctions.StateError.Error", "P:Serverless.StepFunctions.StateError.Cause", "P:Serverless.StepFunctions.StateInput`1.Value", "P:Serverless.StepFunctions.TaskToken.Value"]);
        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(AnnotationTypes.Attributes), MemberType = typeof(AnnotationTypes))]
    public void Every_number_names_its_default_or_range(Type attribute)
    {
        foreach (var property in attribute.GetProperties().Where(static p => p.PropertyType == typeof(int) || p.PropertyType == typeof(double)))
        {
            var text = Documentation.Descendants("member").Single(m => (string)m.Attribute("name")! == $"P:{attribute.FullName}.{property.Name}").Value;
            Assert.True(text.Contains("Default:", StringComparison.Ordinal) || !property.CanWrite, $"{attribute.Name}.{property.Name}: {text.Trim()}");
        }
    }
}
