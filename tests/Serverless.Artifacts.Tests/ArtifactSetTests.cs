using System.Globalization;
using Serverless.Artifacts.Tests.Models;
using Serverless.Model;

namespace Serverless.Artifacts.Tests;

public sealed class ArtifactSetTests
{
    [Fact]
    public void An_application_without_declarations_has_no_files() => Assert.Empty(ArtifactSet.Render(Make.Application(), default));

    [Fact]
    public void Every_function_and_machine_has_its_files() =>
        Assert.Equal(
            [
                "template.json", "statemachines/DocumentPipeline.asl.json", "statemachines/DocumentPipeline.md", "statemachines/DocumentPipeline.svg",
                "policies/DocumentPipelineCheckFile.json", "policies/DocumentPipelineExtractText.json", "policies/DocumentPipelineGetMetadata.json",
                "policies/DocumentPipelineGetThumbnail.json", "policies/DocumentPipeline.json", "application.json",
            ],
            Paths(DocumentPipelineModel.Create()));

    [Theory]
    [InlineData("template", "template.json")]
    [InlineData("Template", "template.json")]
    [InlineData("application", "application.json")]
    [InlineData("statemachines", "statemachines/DocumentPipeline.asl.json", "statemachines/DocumentPipeline.md", "statemachines/DocumentPipeline.svg")]
    [InlineData("none")]
    public void Only_the_kinds_that_are_asked_for_are_rendered(string kind, params string[] expected) => Assert.Equal(expected, Paths(WithKinds(kind)));

    [Fact]
    public void All_kinds_can_be_asked_for_by_one_word() => Assert.Equal(Paths(DocumentPipelineModel.Create()), Paths(WithKinds("all")));

    [Fact]
    public void Equal_models_give_equal_files()
    {
        Assert.Equal(EveryKindModel.Create(), EveryKindModel.Create());
        Assert.Equal(Files(EveryKindModel.Create()), Files(EveryKindModel.Create()));
    }

    [Fact]
    public void Different_models_give_different_files()
    {
        var model = EveryKindModel.Create();

        Assert.NotEqual(Files(model), Files(model with { Settings = model.Settings with { Removal = RemovalPolicy.Delete } }));
    }

    [Fact]
    public void The_language_of_the_machine_changes_nothing()
    {
        var expected = Files(EveryKindModel.Create());
        var before = CultureInfo.CurrentCulture;
        var foreign = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        foreign.NumberFormat = new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NegativeSign = "~" };
        try
        {
            CultureInfo.CurrentCulture = foreign;
            Assert.Equal(expected, Files(EveryKindModel.Create()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Lines_end_alike_everywhere() =>
        Assert.All(ArtifactSet.Render(EveryKindModel.Create(), default), static artifact =>
        {
            Assert.DoesNotContain('\r', artifact.Text);
            Assert.Contains(artifact.Text[^2], "}>`");
            Assert.Equal('\n', artifact.Text[^1]);
        });

    [Fact]
    public void Rendering_stops_when_nobody_waits_for_it()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => ArtifactSet.Render(EveryKindModel.Create(), cancelled.Token));
    }

    [Fact]
    public void Rendering_does_not_change_what_a_second_rendering_sees()
    {
        var application = EveryKindModel.Create();
        var resolver = new ReferenceResolver(application);
        var first = TemplateRenderer.Render(application, resolver).ToString();

        Assert.Equal(first, TemplateRenderer.Render(application, resolver).ToString());
    }

    private static Application WithKinds(params string[] kinds)
    {
        var model = DocumentPipelineModel.Create();
        return model with { Project = model.Project with { ArtifactKinds = EquatableArray.Of(kinds) } };
    }

    private static Artifact[] Files(Application application) => [.. ArtifactSet.Render(application, default)];

    private static IEnumerable<string> Paths(Application application) => ArtifactSet.Render(application, default).Select(static artifact => artifact.Path);
}
