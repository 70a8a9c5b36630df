using System.Text.RegularExpressions;
using Serverless.Artifacts.Tests.Models;
using Serverless.Artifacts.Tests.Sam;
using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts.Tests.ApplicationData;

public sealed partial class PlaceholderTests
{
    [Fact]
    public void Every_placeholder_of_the_policies_is_listed_and_no_variable_of_IAM()
    {
        var application = EveryKindModel.Create();
        var files = ArtifactSet.Render(application, default);
        var data = (JsonObject)JsonReader.Read(files.Single(static file => file.Path == "application.json").Text, out _)!;
        var listed = ((JsonArray)data["placeholders"]!).Cast<JsonString>().Select(static text => text.Value).ToHashSet(StringComparer.Ordinal);

        var used = files.Where(static file => file.Path.StartsWith("policies/", StringComparison.Ordinal)).SelectMany(static file => Placeholder().Matches(file.Text).Select(static match => match.Value));

        Assert.Equal(["${aws:PrincipalTag/tenant}"], used.Where(name => !listed.Contains(name)).Distinct());
    }

    [Fact]
    public void Every_placeholder_of_a_document_is_listed_and_no_variable_of_Velocity()
    {
        var model = StorefrontModel.Create();
        var mapped = Make.Route("POST", "/mapped", "ShopApi") with { Rest = new RestRouteSettings { RequestTemplate = "#set($x = 1){\"table\":\"${Items}\",\"x\":${x}}" } };
        var application = model with { Functions = model.Functions.Append(Make.Function("Mapped") with { Routes = EquatableArray.Of(mapped) }).ToEquatableArray() };
        var files = ArtifactSet.Render(application, default);
        var data = (JsonObject)JsonReader.Read(files.Single(static file => file.Path == "application.json").Text, out _)!;
        var listed = ((JsonArray)data["placeholders"]!).Cast<JsonString>().Select(static text => text.Value).ToHashSet(StringComparer.Ordinal);

        var used = files.Where(static file => file.Path.StartsWith("openapi/", StringComparison.Ordinal)).SelectMany(static file => Placeholder().Matches(file.Text).Select(static match => match.Value)).ToList();

        Assert.Contains("${Mapped.Arn}", used);
        Assert.Equal(["${x}"], used.Where(name => !listed.Contains(name)).Distinct());
    }

    [Fact]
    public void The_substitutions_of_a_machine_are_those_of_its_definition()
    {
        var application = DocumentPipelineModel.Create();
        var files = ArtifactSet.Render(application, default);
        var data = JsonReader.Read(files.Single(static file => file.Path == "application.json").Text, out _);
        var definition = files.Single(static file => file.Path.EndsWith(".asl.json", StringComparison.Ordinal)).Text;

        var listed = ((JsonObject)data.At("stateMachines/0/substitutions")!).Members.Select(static member => "${" + member.Name + "}").Order(StringComparer.Ordinal);
        var used = Placeholder().Matches(definition).Select(static match => match.Value).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(used, listed);
    }

    [Fact]
    public void A_role_of_the_users_own_is_named()
    {
        var application = Make.Application([Make.Function(settings: new FunctionSettings { Role = Make.Value("arn:aws:iam::1:role/own") }), Make.Function("Other")]);
        var data = ApplicationDataRenderer.Render(application, new ReferenceResolver(application));

        Assert.Equal("\"arn:aws:iam::1:role/own\"", data.Text("functions/0/role"));
        Assert.Equal("absent", data.Text("functions/1/role"));
    }

    [GeneratedRegex(@"\$\{[^}]+\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
