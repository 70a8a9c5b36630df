using Serverless.Artifacts.Tests.Models;
using Serverless.Model;

namespace Serverless.Artifacts.Tests.CSharp;

public sealed class RegistrationSourceTests
{
    [Fact]
    public void A_function_is_registered_as_streaming_when_a_route_or_its_address_streams()
    {
        Assert.Contains("Streams = true", Registration(Handled() with { Routes = EquatableArray.Of(Make.Route("GET", "/a"), Make.Route("GET", "/b") with { Streaming = true }) }), StringComparison.Ordinal);
        Assert.Contains("Streams = true", Registration(Handled() with { Url = new FunctionUrl(IsPublic: true, Streaming: true, Cors: null, Make.At) }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_that_streams_nothing_is_not()
    {
        Assert.DoesNotContain("Streams", Registration(Handled() with { Routes = EquatableArray.Of(Make.Route("GET", "/a")) }), StringComparison.Ordinal);
        Assert.DoesNotContain("Streams", Registration(Handled() with { Url = new FunctionUrl(IsPublic: true, Streaming: false, Cors: null, Make.At) }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(true, true, true)]
    [InlineData(false, false, false)]
    public void State_machines_are_described_and_registered_only_for_a_program_with_a_host(bool isExecutable, bool hasHosting, bool isRegistered)
    {
        var application = Make.Application([Handled()], [Make.Machine(Make.Pass("A")) with { LogicalId = "Flow", ClassName = "global::App.Flow" }]);
        var files = HandlerSource.Render(application with { Project = application.Project with { IsExecutable = isExecutable, HasHosting = hasHosting } }, CancellationToken.None);
        Assert.Contains("new(\"Flow\", typeof(global::App.Flow), false, static () => ", files.Single(static f => f.HintName == "ServerlessMachines.g.cs").Text, StringComparison.Ordinal);
        Assert.Equal(isRegistered, files.Single(static f => f.HintName == "ServerlessFunctions.g.cs").Text.Contains("MachineTable", StringComparison.Ordinal));
    }

    [Fact]
    public void A_machine_whose_class_generated_code_cannot_name_is_not_described() =>
        Assert.DoesNotContain(HandlerSource.Render(Make.Application([Handled()], [Make.Machine(Make.Pass("A"))]), CancellationToken.None), static f => f.HintName == "ServerlessMachines.g.cs");

    private static string Registration(Function function) =>
        HandlerSource.Render(Make.Application([function]), CancellationToken.None).Single(static f => f.HintName == "ServerlessFunctions.g.cs").Text;

    private static Function Handled() => Make.Function() with
    {
        Entry = new HandlerEntry
        {
            Kind = HandlerKind.HttpRoute,
            Namespace = "App",
            ClassStem = "Class",
            GeneratedMethod = "Work",
            DeclaringType = "global::App.Class",
            MethodName = "Work",
            IsStatic = true,
            Result = new HandlerResult { Type = "void", Form = ResultForm.Nothing },
        },
    };
}
