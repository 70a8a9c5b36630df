using Serverless.Artifacts.Tests.Models;
using Serverless.Artifacts.Tests.Sam;
using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts.Tests.Containers;

public sealed class ContainerResourceTests
{
    [Fact]
    public void A_bare_container_is_a_user_without_rights_on_a_root_it_cannot_write()
    {
        var template = TemplateAccess.Render(ContainersModel.Alone(ContainersModel.Task("FlowWork")));
        var definition = template.At("Resources/FlowWork/Properties");

        Assert.Equal("\"512\"", definition.Text("Cpu"));
        Assert.Equal("\"1024\"", definition.Text("Memory"));
        Assert.Equal("absent", definition.Text("EphemeralStorage"));
        Assert.Equal("\"1654\"", definition.Text("ContainerDefinitions/1/User"));
        Assert.Equal("true", definition.Text("ContainerDefinitions/1/ReadonlyRootFilesystem"));
        Assert.Equal("""[{"SourceVolume":"tmp","ContainerPath":"/tmp","ReadOnly":false}]""", definition.Text("ContainerDefinitions/1/MountPoints"));
        Assert.Equal("""[{"ContainerName":"prepare","Condition":"SUCCESS"}]""", definition.Text("ContainerDefinitions/1/DependsOn"));
        Assert.Equal("""[{"Name":"SERVERLESS_PREPARE","Value":"/tmp"}]""", definition.Text("ContainerDefinitions/0/Environment"));
        Assert.Equal("false", definition.Text("ContainerDefinitions/0/Essential"));
    }

    [Fact]
    public void Roles_hold_what_is_granted_and_nothing_else()
    {
        var template = TemplateAccess.Render(ContainersModel.Alone(ContainersModel.Task("FlowWork") with { Grants = EquatableArray.Of(Make.Allow("s3:GetObject", "arn:aws:s3:::in/*")) }));

        Assert.Equal(
            """[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::in/*"},{"Effect":"Allow","Action":["states:SendTaskFailure","states:SendTaskHeartbeat","states:SendTaskSuccess"],"Resource":"*"}]""",
            template.Text("Resources/FlowWorkRole/Properties/Policies/0/PolicyDocument/Statement"));
        Assert.Equal(
            """[{"Effect":"Allow","Action":"ecr:GetAuthorizationToken","Resource":"*"},{"Effect":"Allow","Action":["ecr:BatchCheckLayerAvailability","ecr:BatchGetImage","ecr:GetDownloadUrlForLayer"],"Resource":{"Fn::Sub":"arn:${AWS::Partition}:ecr:${AWS::Region}:${AWS::AccountId}:repository/${ContainerRepository}"}},{"Effect":"Allow","Action":["logs:CreateLogStream","logs:PutLogEvents"],"Resource":{"Fn::GetAtt":["FlowWorkLogs","Arn"]}}]""",
            template.Text("Resources/FlowWorkExecutionRole/Properties/Policies/0/PolicyDocument/Statement"));
        Assert.Equal(
            """[{"Effect":"Allow","Action":"ecs:RunTask","Resource":{"Fn::Sub":"arn:${AWS::Partition}:ecs:${AWS::Region}:${AWS::AccountId}:task-definition/${AWS::StackName}-FlowWork:*"},"Condition":{"ArnEquals":{"ecs:cluster":{"Fn::Sub":"${FargateCluster.Arn}"}}}},{"Effect":"Allow","Action":"iam:PassRole","Resource":[{"Fn::GetAtt":["FlowWorkRole","Arn"]},{"Fn::GetAtt":["FlowWorkExecutionRole","Arn"]}],"Condition":{"StringEquals":{"iam:PassedToService":"ecs-tasks.amazonaws.com"}}}]""",
            Statements(template, "FlowRole", "ecs:RunTask", "iam:PassRole"));
        Assert.Equal("\"ecs-tasks.amazonaws.com\"", template.Text("Resources/FlowWorkRole/Properties/AssumeRolePolicyDocument/Statement/0/Principal/Service"));
        Assert.Equal("""["FlowWork"]""", template.Text("Resources/Flow/DependsOn"));
    }

    [Fact]
    public void What_containers_share_is_made_once_and_only_for_those_that_name_none()
    {
        var template = TemplateAccess.Render(ContainersModel.Create());

        Assert.Single(template.Ids(), static id => id == "FargateCluster");
        Assert.Single(template.Ids(), static id => id == "FargateSecurityGroup");
        Assert.Equal(
            ["VpcId", "SubnetIds", "ContainerRepository", "ContainerImageTag", "ClusterEndpoint", "ClusterCertificateAuthority"],
            ((JsonObject)template["Parameters"]!).Members.Select(static member => member.Name));
        Assert.Equal("\"acme.imports\"", template.Text("Parameters/ContainerRepository/Default"));

        var own = ContainersModel.Create().ContainerTasks.Single(static task => task.LogicalId == "FlowShrink");
        template = TemplateAccess.Render(ContainersModel.Alone(own));
        Assert.Equal("absent", template.Text("Parameters"));
        Assert.Equal(["Flow", "FlowLogs", "FlowRole", "FlowShrink", "FlowShrinkExecutionRole", "FlowShrinkLogs"], template.Ids().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_parameter_that_the_user_declares_is_his()
    {
        var application = ContainersModel.Alone(ContainersModel.Task("FlowWork")) with
        {
            Parameters = EquatableArray.Of(new TemplateParameter("VpcId", "String", "vpc-1", null, null, default, false, Make.At)),
        };
        Assert.Equal("""{"Type":"String","Default":"vpc-1"}""", TemplateAccess.Render(application).Text("Parameters/VpcId"));
    }

    [Theory]
    [InlineData("123456789012.dkr.ecr.eu-central-1.amazonaws.com/team/shrink@sha256:1f2e", "arn:${AWS::Partition}:ecr:eu-central-1:123456789012:repository/team/shrink")]
    [InlineData("123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/app:1", "arn:${AWS::Partition}:ecr:cn-north-1:123456789012:repository/app")]
    [InlineData("${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/app:${Tag}", "arn:${AWS::Partition}:ecr:${AWS::Region}:${AWS::AccountId}:repository/app")]
    [InlineData("@Image", "arn:${AWS::Partition}:ecr:${AWS::Region}:${AWS::AccountId}:repository/*")]
    [InlineData("public.ecr.aws/acme/app:1", null)]
    [InlineData("nginx", null)]
    public void Only_the_repository_of_the_image_can_be_read(string image, string? repository)
    {
        var settings = new ContainerSettings { Declaration = Make.At, Image = Make.Value(image) };
        Assert.Equal(repository, ContainerImage.Repository(settings, new ReferenceResolver(Make.Application()))?.Text);
    }

    [Theory]
    [InlineData("Acme.Imports", "acme.imports")]
    [InlineData("My App+", "my-app")]
    [InlineData("+", "app")]
    public void The_repository_is_named_as_the_sdk_names_it(string assembly, string repository) => Assert.Equal(repository, ContainerImage.DefaultRepository(assembly));

    [Fact]
    public void The_file_is_what_the_template_says_in_the_words_of_ECS()
    {
        var application = ContainersModel.Create();
        var file = JsonReader.Read(ArtifactSet.Render(application, default).Single(static artifact => artifact.Path == "taskdefinitions/FlowShrink.json").Text, out _)!;

        Assert.Equal("\"${AWS::StackName}-FlowShrink\"", file.Text("family"));
        Assert.Equal("100", file.Text("ephemeralStorage/sizeInGiB"));
        Assert.Equal("\"X86_64\"", file.Text("runtimePlatform/cpuArchitecture"));
        Assert.Equal("120", file.Text("containerDefinitions/1/stopTimeout"));
        Assert.Equal("\"${FlowShrinkLogs}\"", file.Text("containerDefinitions/1/logConfiguration/options/awslogs-group"));
        Assert.Equal("""{"key":"team","value":"imports"}""", file.Text("tags/0"));
    }

    [Fact]
    public void A_pod_needs_a_service_account_only_for_what_it_may_do()
    {
        var template = TemplateAccess.Render(ContainersModel.Create());
        var artifacts = ArtifactSet.Render(ContainersModel.Create(), default);

        Assert.Equal("\"flowindex\"", template.Text("Resources/Flow/Properties/Definition/States/Index/Arguments/Job/spec/template/spec/serviceAccountName"));
        Assert.Equal("absent", template.Text("Resources/Paths/Properties/Definition/States/Index/Parameters/Job/spec/template/spec/serviceAccountName"));
        Assert.Contains("${FlowIndexRole.Arn}", artifacts.Single(static a => a.Path == "taskdefinitions/FlowIndex.json").Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ServiceAccount", artifacts.Single(static a => a.Path == "taskdefinitions/PathsIndex.json").Text, StringComparison.Ordinal);
        Assert.DoesNotContain(artifacts, static a => a.Path == "policies/PathsIndex.json");
        Assert.Equal("""["serverless-machines"]""", template.Text("Resources/FlowAccessEntry/Properties/KubernetesGroups"));
        Assert.Equal("\"elsewhere\"", template.Text("Resources/PathsAccessEntry/Properties/ClusterName"));
        Assert.Equal(
            """{"Fn::Select":[1,{"Fn::Split":["//",{"Fn::GetAtt":["Pods","OpenIdConnectIssuerUrl"]}]}]}""",
            template.Text("Resources/FlowIndexRole/Properties/AssumeRolePolicyDocument/Fn::Sub/1/Issuer"));
        Assert.Contains("\"${Issuer}:sub\":\"system:serviceaccount:default:flowindex\"", ((JsonString)template.At("Resources/FlowIndexRole/Properties/AssumeRolePolicyDocument/Fn::Sub/0")!).Value, StringComparison.Ordinal);
    }

    private static string Statements(JsonObject template, string role, params string[] actions) => new JsonArray(
        ((JsonArray)template.At("Resources/" + role + "/Properties/Policies/0/PolicyDocument/Statement")!)
            .Where(statement => statement.At("Action") is JsonString { Value: var action } && actions.Contains(action))).ToCompactString();
}
