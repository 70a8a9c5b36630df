using Serverless.Artifacts.Tests.Models;
using Serverless.Model;

namespace Serverless.Artifacts.Tests.Sam;

public sealed class FunctionResourceTests
{
    [Fact]
    public void A_bare_function_may_write_its_own_logs_and_nothing_else()
    {
        var template = TemplateAccess.Render(Make.Application([Make.Function()]));

        Assert.Equal(["WorkLogs", "WorkRole", "Work"], template.Ids());
        Assert.Equal(
            """[{"Effect":"Allow","Action":["logs:CreateLogStream","logs:PutLogEvents"],"Resource":{"Fn::GetAtt":["WorkLogs","Arn"]}}]""",
            template.Text("Resources/WorkRole/Properties/Policies/0/PolicyDocument/Statement"));
        Assert.Equal("absent", template.Text("Resources/WorkRole/Properties/ManagedPolicyArns"));
        Assert.Equal("30", template.Text("Resources/WorkLogs/Properties/RetentionInDays"));
        Assert.Equal("absent", template.Text("Resources/Work/Properties/Environment"));
        Assert.Equal("absent", template.Text("Resources/Work/Properties/Tracing"));
    }

    [Fact]
    public void A_function_with_a_role_of_its_own_gets_none()
    {
        var template = TemplateAccess.Render(Make.Application([Make.Function(settings: new FunctionSettings { Role = Make.Value("arn:aws:iam::123456789012:role/own") })]));

        Assert.Equal(["WorkLogs", "Work"], template.Ids());
        Assert.Equal("\"arn:aws:iam::123456789012:role/own\"", template.Text("Resources/Work/Properties/Role"));
    }

    [Fact]
    public void Zero_reserved_concurrency_is_the_off_switch_and_not_the_default()
    {
        Assert.Equal("0", Property(new FunctionSettings { ReservedConcurrency = 0 }, "ReservedConcurrentExecutions"));
        Assert.Equal("absent", Property(new FunctionSettings(), "ReservedConcurrentExecutions"));
    }

    [Fact]
    public void The_boundary_of_a_function_goes_before_the_one_of_the_application()
    {
        var model = Make.Application([Make.Function("A"), Make.Function("B", new FunctionSettings { PermissionsBoundary = Make.Value("arn:aws:iam::1:policy/own") })]) with
        {
            Settings = new ApplicationSettings { PermissionsBoundary = Make.Value("arn:aws:iam::1:policy/all") },
        };
        var template = TemplateAccess.Render(model);

        Assert.Equal("\"arn:aws:iam::1:policy/all\"", template.Text("Resources/ARole/Properties/PermissionsBoundary"));
        Assert.Equal("\"arn:aws:iam::1:policy/own\"", template.Text("Resources/BRole/Properties/PermissionsBoundary"));
    }

    [Fact]
    public void A_custom_runtime_is_passed_its_function_by_the_handler_and_built_by_name()
    {
        var template = Executable("provided.al2023");

        Assert.Equal("\"Work\"", template.Text("Resources/Work/Properties/Handler"));
        Assert.Equal("absent", template.Text("Resources/Work/Properties/Environment"));
        Assert.Equal("""{"BuildMethod":"dotnet10"}""", template.Text("Resources/Work/Metadata"));
    }

    [Fact]
    public void An_executable_on_a_managed_runtime_is_told_its_function_by_a_variable()
    {
        var template = Executable("dotnet10");

        Assert.Equal("\"App\"", template.Text("Resources/Work/Properties/Handler"));
        Assert.Equal("""{"Variables":{"SERVERLESS_FUNCTION":"Work"}}""", template.Text("Resources/Work/Properties/Environment"));
        Assert.Equal("absent", template.Text("Resources/Work/Metadata"));
    }

    [Fact]
    public void A_class_library_keeps_its_handler_string()
    {
        var template = TemplateAccess.Render(Make.Application([Make.Function()]));

        Assert.Equal("\"App::App.Class_Handlers::Work\"", template.Text("Resources/Work/Properties/Handler"));
    }

    [Fact]
    public void A_managed_policy_is_named_by_its_name_or_by_its_ARN()
    {
        var function = Make.Function() with { ManagedPolicies = EquatableArray.Of(Make.Value("ReadOnlyAccess"), Make.Value("arn:aws:iam::1:policy/own")) };

        Assert.Equal(
            """[{"Fn::Sub":"arn:${AWS::Partition}:iam::aws:policy/ReadOnlyAccess"},"arn:aws:iam::1:policy/own"]""",
            TemplateAccess.Render(Make.Application([function])).Text("Resources/WorkRole/Properties/ManagedPolicyArns"));
    }

    [Fact]
    public void Tags_of_a_function_win_over_those_of_the_application()
    {
        var function = Make.Function() with { Tags = EquatableArray.Of(new Tag("team", "own")) };
        var model = Make.Application([function]) with { Settings = new ApplicationSettings { Tags = EquatableArray.Of(new Tag("team", "all"), new Tag("cost", "1")) } };

        Assert.Equal("""{"team":"own","cost":"1"}""", TemplateAccess.Render(model).Text("Resources/Work/Properties/Tags"));
    }

    [Fact]
    public void Routes_become_events_with_names_that_differ()
    {
        var function = Make.Function() with
        {
            Routes = EquatableArray.Of(
                Make.Route("GET", "/items/{id}"), Make.Route("GET", "/items-id"), Make.Route("$default", ""), Make.Route("ANY", "/") with { TimeoutMilliseconds = 700 }),
        };
        var template = TemplateAccess.Render(Make.Application([function], apis: [Make.Api()]));

        Assert.Equal("\"/items/{id}\"", template.Text("Resources/Work/Properties/Events/GetItemsId/Properties/Path"));
        Assert.Equal("\"/items-id\"", template.Text("Resources/Work/Properties/Events/GetItemsId2/Properties/Path"));
        Assert.Equal("""{"ApiId":{"Ref":"AppApi"},"PayloadFormatVersion":"2.0"}""", template.Text("Resources/Work/Properties/Events/Default/Properties"));
        Assert.Equal("700", template.Text("Resources/Work/Properties/Events/Any/Properties/TimeoutInMillis"));
    }

    private static Serverless.Model.Json.JsonObject Executable(string runtime) => TemplateAccess.Render(
        Make.Application([Make.Function(settings: new FunctionSettings { Runtime = runtime }) with { Handler = "Work" }]) with { Project = Make.Project with { IsExecutable = true } });

    private static string Property(FunctionSettings settings, string name) =>
        TemplateAccess.Render(Make.Application([Make.Function(settings: settings)])).Text("Resources/Work/Properties/" + name);
}
