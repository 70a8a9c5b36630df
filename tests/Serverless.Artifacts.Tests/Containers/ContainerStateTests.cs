using Serverless.Artifacts.Tests.Models;
using Serverless.Artifacts.Tests.Sam;
using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts.Tests.Containers;

public sealed class ContainerStateTests
{
    [Fact]
    public void A_task_is_started_with_input_and_token_in_its_environment()
    {
        var state = State("Flow", "Convert");

        Assert.Equal("\"arn:aws:states:::ecs:runTask.waitForTaskToken\"", state.Text("Resource"));
        Assert.Equal(
            """{"Cluster":"${FargateClusterArn}","TaskDefinition":"${FlowConvertFamily}","LaunchType":"FARGATE","NetworkConfiguration":{"AwsvpcConfiguration":{"Subnets":"{% $split('${SubnetIds}', ',') %}","SecurityGroups":["${FargateSecurityGroupId}"],"AssignPublicIp":"DISABLED"}},"Overrides":{"ContainerOverrides":[{"Name":"task","Environment":[{"Name":"SERVERLESS_TASK_TOKEN","Value":"{% $states.context.Task.Token %}"},{"Name":"SERVERLESS_TASK_INPUT","Value":"{% $string({'input': $states.input, 'at': $now()}) %}"}]}]}}""",
            state.Text("Arguments"));
        Assert.Equal("120", state.Text("HeartbeatSeconds"));
        Assert.Equal("\"{% $states.result %}\"", state.Text("Output"));
        Assert.Equal("""[["TaskStopped"]]""", new JsonArray(((JsonArray)state.At("Retry")!).Select(static retry => retry.At("ErrorEquals")!)).ToCompactString());
    }

    [Fact]
    public void What_the_user_names_stands_in_the_state()
    {
        var arguments = State("Flow", "Shrink").At("Arguments");

        Assert.Equal("\"${FlowShrinkClusterArn}\"", arguments.Text("Cluster"));
        Assert.Equal("absent", arguments.Text("LaunchType"));
        Assert.Equal("""[{"CapacityProvider":"FARGATE_SPOT","Weight":1}]""", arguments.Text("CapacityProviderStrategy"));
        Assert.Equal("""{"Subnets":["subnet-0a1b2c3d","subnet-0a1b2c3e"],"SecurityGroups":["${WorkersGroupId}"],"AssignPublicIp":"ENABLED"}""", arguments.Text("NetworkConfiguration/AwsvpcConfiguration"));
        Assert.Equal(
            "{% $string({'input': {\"image\": $states.input, \"title\": \"it's \\\"$\" & \"{x}\\\"\", \"limits\": [1, true, null]}, 'at': $now()}) %}",
            ((JsonString)arguments.At("Overrides/ContainerOverrides/0/Environment/1/Value")!).Value);
    }

    [Fact]
    public void Paths_say_the_same_with_intrinsics()
    {
        var parameters = State("Paths", "Convert").At("Parameters");

        Assert.Equal("\"States.StringSplit('${SubnetIds}', ',')\"", parameters.Text("NetworkConfiguration/AwsvpcConfiguration/Subnets.$"));
        Assert.Equal("""{"Name":"SERVERLESS_TASK_TOKEN","Value.$":"$$.Task.Token"}""", parameters.Text("Overrides/ContainerOverrides/0/Environment/0"));
        Assert.Equal(
            @"States.Format('\{""input"":{}\}', States.JsonToString($))",
            ((JsonString)parameters.At("Overrides/ContainerOverrides/0/Environment/1/Value.$")!).Value);
        Assert.Equal(
            @"States.Format('\{""input"":\{""a"":{},""b"":""\{it\'s\}""\}\}', States.JsonToString($.a))",
            ((JsonString)State("Paths", "Index").At("Parameters/Job/spec/template/spec/containers/0/env/2/value.$")!).Value);
    }

    [Fact]
    public void A_job_runs_once_and_gives_back_the_last_line_of_its_log()
    {
        var arguments = State("Flow", "Index").At("Arguments");

        Assert.Equal("""{"RetrieveLogs":true,"LogParameters":{"tailLines":["1"]}}""", arguments.Text("LogOptions"));
        Assert.Equal("\"${FlowIndexCluster}\"", arguments.Text("ClusterName"));
        Assert.Equal("\"{% 'flowindex-' & $uuid() %}\"", arguments.Text("Job/metadata/name"));
        Assert.Equal("0", arguments.Text("Job/spec/backoffLimit"));
        Assert.Equal("3600", arguments.Text("Job/spec/activeDeadlineSeconds"));
        Assert.Equal("""{"cpu":"1000m","memory":"1792Mi"}""", arguments.Text("Job/spec/template/spec/containers/0/resources/limits"));
        Assert.Equal("true", arguments.Text("Job/spec/template/spec/securityContext/runAsNonRoot"));
        Assert.Equal("""{"serverless-task":"flowindex"}""", arguments.Text("Job/spec/template/metadata/labels"));
    }

    private static JsonObject State(string machine, string state) =>
        (JsonObject)TemplateAccess.Render(ContainersModel.Create()).At($"Resources/{machine}/Properties/Definition/States/{state}")!;
}
