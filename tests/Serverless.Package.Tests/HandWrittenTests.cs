using Serverless.Testing.Builds;

namespace Serverless.Package.Tests;

/// <summary>A project without attributes, whose template was written by hand: the diagnostics stand in the template, and follow its edits.</summary>
[Collection(PackageCollection.Name)]
public sealed class HandWrittenTests(PackedPackages packages)
{
    private const string Template = """
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Orders:
            Type: AWS::Serverless::Function
            Properties:
              Handler: Shop::Shop.Functions::Handel
              Role: !GetAtt Role.Arn
              Policies:
                - Statement:
                    - { Effect: Allow, Action: 'dynamodb:*', Resource: !Sub '${Table.Arn}/*' }
        """;

    [Fact]
    public async Task A_fault_of_a_yaml_template_is_reported_at_its_line_until_the_template_is_mended()
    {
        using var folder = new ScratchFolder();
        folder.WriteFeed(packages);
        folder.WriteProject(
            "Shop.csproj", "net10.0", $"""<PackageReference Include="Serverless.Analyzers" Version="{packages.Version}" />""", "<AWSProjectType>Lambda</AWSProjectType>");
        folder.Write("Functions.cs", "namespace Shop { public sealed class Functions { public string Handle(string order) => order; } }");
        folder.Write("template.yaml", Template);

        var faulty = await folder.DotnetAsync("build", "-nologo");

        Assert.Contains(faulty.Errors, static line => line.Contains("template.yaml(6,16): error SVLS0703", StringComparison.Ordinal) && line.Contains("did you mean 'Handle'?", StringComparison.Ordinal));
        Assert.Contains(faulty.Warnings, static line => line.Contains("template.yaml(10,", StringComparison.Ordinal) && line.Contains("SVLS1101", StringComparison.Ordinal));

        folder.Write("template.yaml", Template.Replace("Handel", "Handle", StringComparison.Ordinal));
        var mended = await folder.DotnetAsync("build", "-nologo");

        Assert.DoesNotContain(mended.Errors, static line => line.Contains("SVLS0703", StringComparison.Ordinal));
        Assert.Contains("SVLS1101", mended.Rules());

        folder.Write("template.yaml", Template.Replace("Resources:", "Resources: {", StringComparison.Ordinal));
        var broken = await folder.DotnetAsync("build", "-nologo");

        Assert.DoesNotContain("template.yaml", broken.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("AD0001", broken.Output, StringComparison.Ordinal);
    }
}
