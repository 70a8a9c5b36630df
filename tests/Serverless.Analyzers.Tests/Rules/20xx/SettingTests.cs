using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Tests.Harness;

namespace Serverless.Analyzers.Tests.Rules;

/// <summary>SVLS2002, SVLS2007, SVLS2009, SVLS2011 and SVLS2013.</summary>
public sealed class SettingTests
{
    [Fact]
    public Task A_network_needs_subnets_and_groups() => DeclarationFaults.Verify("""
        using Serverless;
        public sealed class Orders
        {
            [ServerlessFunction(SubnetIds = {|SVLS2002:["subnet-1"]|})] public int A() => 1;
            [ServerlessFunction(SecurityGroupIds = {|SVLS2002:["sg-1"]|})] public int B() => 1;
            [ServerlessFunction(SubnetIds = ["subnet-1"], SecurityGroupIds = ["sg-1"])] public int C() => 1;
        }
        """);

    [Fact]
    public Task Credentials_do_not_go_with_any_origin() => DeclarationFaults.Verify("""
        using Serverless;
        [assembly: ServerlessHttpApi(CorsOrigins = ["*"], CorsCredentials = {|SVLS2002:true|})]
        """);

    [Fact]
    public Task A_library_for_a_framework_without_managed_runtime_is_refused() => DeclarationFaults.Verify(TestProject.Of("""
        using Serverless;
        public sealed class Orders
        {
            [ServerlessFunction] public int {|SVLS2002:Count|}() => 1;
            [ServerlessFunction(Runtime = "dotnet8")] public int Other() => 1;
        }
        """).WithProperty("TargetFramework", "net9.0"));

    [Fact]
    public void A_self_contained_executable_brings_its_own_runtime_whatever_its_framework()
    {
        var project = TestProject.Of("using Serverless; public sealed class Orders { [ServerlessFunction] public int Count() => 1; }")
            .WithProperty("TargetFramework", "net9.0").WithProperty("SelfContained", "true").AsExecutable();

        var function = Assert.Single(GeneratorRun.ReadModel(project).Functions);
        Assert.Equal(("provided.al2023", "OrdersCount"), (function.Settings.Runtime, function.Handler));
    }

    [Fact]
    public Task What_generated_code_cannot_call_is_refused_at_its_name() => DeclarationFaults.Verify("""
        using Serverless;
        public sealed class Orders
        {
            [ServerlessFunction] public int {|SVLS2007:A|}<T>() => 1;
            [ServerlessFunction] private int {|SVLS2007:B|}() => 1;
            [ServerlessFunction] public int {|SVLS2007:C|}(ref int x) => 1;
            [ServerlessFunction] protected internal int D() => 1;
            private sealed class Inner { [ServerlessFunction] public int {|SVLS2007:E|}() => 1; }
        }
        public abstract class Base { [ServerlessFunction] public int {|SVLS2007:F|}() => 1; [ServerlessFunction] public static int G() => 1; }
        public sealed class Generic<T> { [ServerlessFunction] public int {|SVLS2007:H|}() => 1; }
        public interface IOrders { [ServerlessFunction] int {|SVLS2007:I|}(); }
        file sealed class Local { [ServerlessFunction] public int {|SVLS2007:J|}() => 1; }
        """);

    [Theory]
    [InlineData("AWS_REGION")]
    [InlineData("_HANDLER")]
    [InlineData("SERVERLESS_FUNCTION")]
    [InlineData("1A")]
    [InlineData("A")]
    [InlineData("A-B")]
    public Task A_name_that_Lambda_refuses_is_reported(string name) => DeclarationFaults.Verify($$"""
        using Serverless;
        public sealed class Orders
        {
            [ServerlessFunction, EnvironmentVariable({|SVLS2009:"{{name}}"|}, "x")] public int Count() => 1;
        }
        """);

    [Fact]
    public Task Two_equal_names_at_one_place_are_a_fault_and_a_nearer_one_replaces() => DeclarationFaults.Verify("""
        using Serverless;
        [assembly: EnvironmentVariable("STAGE", "test")]
        [EnvironmentVariable("STAGE", "class")]
        public sealed class Orders
        {
            [ServerlessFunction, EnvironmentVariable("STAGE", "a"), EnvironmentVariable({|SVLS2009:"STAGE"|}, "b")] public int Count() => 1;
        }
        """);

    [Fact]
    public Task All_variables_together_have_a_limit() => DeclarationFaults.Verify($$"""
        using Serverless;
        [assembly: EnvironmentVariable("FIRST", "{{new string('a', 4085)}}")]
        public sealed class Orders
        {
            [ServerlessFunction, EnvironmentVariable("AB", "abcd")] public int Fits() => 1;
            [ServerlessFunction, {|SVLS2009:EnvironmentVariable("AB", "abcde")|}] public int DoesNot() => 1;
        }
        """);

    [Fact]
    public Task What_is_not_emitted_is_said_at_its_attribute_or_argument() => DeclarationFaults.Verify("""
        using Serverless;
        [assembly: FunctionDefaults(SnapStart = {|SVLS2011:true|})]
        public sealed class Orders
        {
            [{|SVLS2011:S3Trigger("uploads")|}]
            [ServerlessFunction(SnapStart = {|SVLS2011:true|}, Package = {|SVLS2011:FunctionPackage.Image|}, Alias = {|SVLS2011:"live"|})]
            public int Count() => 1;
        }
        """);

    [Fact]
    public Task What_says_the_default_is_not_missing_anything() => DeclarationFaults.Verify("""
        using Serverless;
        public sealed class Orders
        {
            [ServerlessFunction(SnapStart = false, Package = FunctionPackage.Zip)] public int Count() => 1;
        }
        """);

    [Fact]
    public Task A_grant_on_a_method_that_is_no_function_grants_nothing_and_says_so() => DeclarationFaults.Verify("""
        using Serverless;
        public sealed class Orders
        {
            [ServerlessFunction] public int Count() => Helper();
            [{|SVLS2011:Allow("sqs:ListQueues")|}] public int Helper() => 1;
        }
        """);

    [Fact]
    public Task An_api_of_another_project_is_unknown_here()
    {
        var other = TestProject.Of("using Serverless; [ServerlessHttpApi] public sealed class AdminApi;") with { AssemblyName = "Admin" };
        return DeclarationFaults.Verify(TestProject.Of("""
            using Serverless;
            public sealed class Orders
            {
                [HttpRoute("GET /a", Api = {|SVLS2013:typeof(AdminApi)|})] public string A() => "a";
            }
            """).WithReference(other.Compile().ToMetadataReference()));
    }

    [Fact]
    public Task Attributes_of_the_same_names_from_elsewhere_are_none_of_ours() => DeclarationFaults.Verify("""
        using System;
        namespace Other
        {
            public sealed class AllowAttribute(string action) : Attribute { public string Action => action; }
            public sealed class ServerlessFunctionAttribute : Attribute { public int MemorySize { get; set; } }
        }
        namespace Shop
        {
            using Other;
            public sealed class Orders
            {
                [ServerlessFunction(MemorySize = 1), Allow("x")] public int Count<T>() => 1;
            }
        }
        """);
}
