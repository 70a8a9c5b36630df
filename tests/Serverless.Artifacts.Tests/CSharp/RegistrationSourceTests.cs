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
