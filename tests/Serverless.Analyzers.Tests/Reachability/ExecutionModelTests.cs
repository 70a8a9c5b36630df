using System.Collections.Immutable;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Tests.Reachability;

/// <summary>How processes run the code: what the project says holds for all, where it is silent each function speaks for itself, and what nobody says is unknown.</summary>
public sealed class ExecutionModelTests
{
    private const string Ours = "[HttpRoute(\"GET /\")]";

    [Theory]
    [InlineData("[LambdaFunction]", "", null, null, false)]
    [InlineData("[LambdaFunction]", "ServerlessTarget=Lambda", false, null, false)]
    [InlineData("[LambdaFunction]", "ServerlessTarget=LambdaManagedInstances", true, false, false)]
    [InlineData("[LambdaFunction]", "ServerlessTarget=Fargate", true, false, true)]
    [InlineData("[LambdaFunction]", "ServerlessSnapStart=true", null, true, false)]
    [InlineData("[LambdaFunction]", "PublishAot=true", null, false, false)]
    [InlineData(Ours, "", false, false, false)]
    [InlineData(Ours, "ServerlessTarget=LambdaManagedInstances", true, false, false)]
    [InlineData(Ours, "ServerlessSnapStart=true", false, true, false)]
    [InlineData(Ours + "[ServerlessFunction(SnapStart = true)]", "", false, true, false)]
    [InlineData(Ours + "[ServerlessFunction(SnapStart = true)]", "PublishAot=true", false, false, false)]
    [InlineData(Ours + "[ServerlessFunction(CapacityProvider = \"@Fleet\")]", "", true, false, false)]
    public void Of_one_function(string attributes, string property, bool? concurrent, bool? snapStart, bool fargate)
    {
        var model = Model("public class F { " + attributes + " public void Handle() { } }", property);
        var root = Assert.Single(model.Handlers(CancellationToken.None).Roots);

        Assert.Equal(new ExecutionModel(concurrent, snapStart, fargate), model.Execution(root, CancellationToken.None));
        Assert.Equal(new ExecutionModel(concurrent, snapStart, fargate), model.Execution(null, CancellationToken.None));
    }

    [Fact]
    public void Of_a_project_only_what_holds_for_every_function()
    {
        var model = Model("public class F { [HttpRoute(\"GET /\"), ServerlessFunction(SnapStart = true)] public void A() { } [HttpRoute(\"GET /b\")] public void B() { } }", "");

        Assert.Equal(new ExecutionModel(IsConcurrent: false, SnapStart: null, IsFargate: false), model.Execution(null, CancellationToken.None));
    }

    private static ServerlessModel Model(string source, string property)
    {
        var options = property.Length == 0 ? ImmutableDictionary<string, string>.Empty : ImmutableDictionary<string, string>.Empty.Add("build_property." + property.Split('=')[0], property.Split('=')[1]);
        return Probes.Model(Probes.Compile(source), options);
    }
}
