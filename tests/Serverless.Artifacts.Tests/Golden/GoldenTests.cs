using Serverless.Artifacts.Tests.Models;

namespace Serverless.Artifacts.Tests.Golden;

public sealed class GoldenTests
{
    [Fact]
    public void The_files_of_the_web_shop_are_the_reviewed_ones() =>
        GoldenFiles.AssertEqual("Orders", ArtifactSet.Render(OrdersModel.Create(), default));

    [Fact]
    public void The_files_of_the_document_pipeline_are_the_reviewed_ones() =>
        GoldenFiles.AssertEqual("DocumentPipeline", ArtifactSet.Render(DocumentPipelineModel.Create(), default));
}
