using Serverless.Model;

namespace Serverless.Artifacts.Tests.Models;

/// <summary>Machines whose tasks run in functions and in containers of every kind, side by side.</summary>
internal static class ContainersModel
{
    private const string Ecs = "ecs:runTask.waitForTaskToken";
    private const string Eks = "eks:runJob.sync";

    private const string Fragment = """
        {
          "Resources": {
            "Pods": { "Type": "AWS::EKS::Cluster", "Properties": { "RoleArn": "arn:aws:iam::123456789012:role/Cluster", "ResourcesVpcConfig": { "SubnetIds": ["subnet-0a1b2c3d", "subnet-0a1b2c3e"] } } },
            "Workers": { "Type": "AWS::EC2::SecurityGroup", "Properties": { "GroupDescription": "Workers" } }
          }
        }
        """;

    public static Application Create() => new()
    {
        Project = new ProjectFacts { AssemblyName = "Acme.Imports", RootNamespace = "Imports", IsExecutable = true, TargetFramework = "net10.0" },
        Settings = new ApplicationSettings { Tags = EquatableArray.Of(new Tag("team", "imports")) },
        Fragments = EquatableArray.Of(Make.Fragment(Fragment, "Pods=AWS::EKS::Cluster", "Workers=AWS::EC2::SecurityGroup")),
        Functions = EquatableArray.Of(Make.Function("FlowCheck")),
        Resources = EquatableArray.Of<Resource>(Make.Table()),
        ContainerTasks = EquatableArray.Of(
            Task("FlowConvert") with
            {
                HeartbeatSeconds = 120,
                Environment = EquatableArray.Of(new EnvironmentVariable("TABLE", Make.Value("@Items"))),
                Grants = EquatableArray.Of(Make.Allow("dynamodb:PutItem", "@Items")),
            },
            Task("FlowIndex", new ContainerSettings { Declaration = Make.At, Platform = ContainerPlatform.Eks, Architecture = "x86_64", Cpu = 1, Memory = 2048, Cluster = Make.Value("@Pods") }) with
            {
                Grants = EquatableArray.Of(Make.Allow("dynamodb:GetItem", "@Items")),
            },
            Task("FlowShrink", new ContainerSettings
            {
                Declaration = Make.At,
                Cpu = 4,
                Memory = 8192,
                Architecture = "x86_64",
                EphemeralStorage = 100,
                StopTimeout = 120,
                Image = Make.Value("123456789012.dkr.ecr.eu-central-1.amazonaws.com/team/shrink@sha256:1f2e"),
                Role = Make.Value("arn:aws:iam::123456789012:role/Shrink"),
                LogRetentionDays = 7,
                Cluster = Make.Value("shared"),
                SubnetIds = EquatableArray.Of(Make.Value("subnet-0a1b2c3d"), Make.Value("subnet-0a1b2c3e")),
                SecurityGroupIds = EquatableArray.Of(Make.Value("@Workers.GroupId")),
                AssignPublicIp = true,
                Spot = true,
            }),
            Task("PathsConvert"),
            Task("PathsIndex", new ContainerSettings { Declaration = Make.At, Platform = ContainerPlatform.Eks, Architecture = "x86_64", Cluster = Make.Value("elsewhere"), Image = Make.Value("public.ecr.aws/acme/index:1") })),
        StateMachines = EquatableArray.Of(Flow(), Paths()),
    };

    public static ContainerTask Task(string id, ContainerSettings? settings = null) => new()
    {
        LogicalId = id,
        Declaration = Make.At,
        Settings = settings ?? new ContainerSettings { Declaration = Make.At },
        TaskOf = "Flow/" + id,
    };

    public static TaskState State(string name, string container, string resource, AslData? arguments = null) => new()
    {
        Name = name,
        Declaration = Make.At,
        Resource = resource,
        Container = container,
        Arguments = arguments,
        TimeoutSeconds = Make.Number(3600),
    };

    /// <summary>One machine with one container and nothing else.</summary>
    public static Application Alone(ContainerTask task, AslData? arguments = null) => Make.Application(machines: [Make.Machine(State("Work", task.LogicalId, task.Settings.IsEks ? Eks : Ecs, arguments))]) with
    {
        ContainerTasks = EquatableArray.Of(task),
    };

    private static StateMachine Flow() => Make.Machine(
        Make.FunctionTask("Check", "FlowCheck") with { Next = "Convert" },
        State("Convert", "FlowConvert", Ecs, new AslExpression("$states.input")) with
        {
            HeartbeatSeconds = Make.Number(120),
            Output = new AslExpression("$states.result"),
            Retry = EquatableArray.Of(new RetryRule(EquatableArray.Of("TaskStopped"))),
            Next = "Shrink",
        },
        State("Shrink", "FlowShrink", Ecs, Make.Object(("image", new AslExpression("$states.input")), ("title", new AslText("it's \"${x}\"")), ("limits", new AslList(EquatableArray.Of<AslData>(Make.Number(1), new AslBoolean(true), new AslNull()))))) with { Next = "Index" },
        State("Index", "FlowIndex", Eks) with { Output = new AslExpression("$parse($states.result.logs.pods.*.containers.task.log.output)") });

    private static StateMachine Paths() => Make.Machine(
        State("Convert", "PathsConvert", Ecs) with { Next = "Index" },
        State("Index", "PathsIndex", Eks, Make.Object(("a", new AslPath("$.a")), ("b", new AslText("{it's}"))))) with
    {
        LogicalId = "Paths",
        QueryLanguage = QueryLanguage.JSONPath,
    };
}
