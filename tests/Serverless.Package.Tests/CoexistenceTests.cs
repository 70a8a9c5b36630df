using Serverless.Testing.Builds;

namespace Serverless.Package.Tests;

/// <summary>Beside Amazon's annotations: a stand-in of their public shapes, in an assembly of that name.</summary>
[Collection(PackageCollection.Name)]
public sealed class CoexistenceTests(PackedPackages packages)
{
    private const string StandIn = """
        using System;

        namespace Amazon.Lambda.Annotations
        {
            [AttributeUsage(AttributeTargets.Method)]
            public sealed class LambdaFunctionAttribute : Attribute
            {
                public string? ResourceName { get; set; }
                public uint Timeout { get; set; }
                public uint MemorySize { get; set; }
            }

            [AttributeUsage(AttributeTargets.Class)]
            public sealed class LambdaStartupAttribute : Attribute;

            [AttributeUsage(AttributeTargets.Parameter)]
            public sealed class FromServicesAttribute : Attribute;
        }

        namespace Amazon.Lambda.Annotations.APIGateway
        {
            public enum LambdaHttpMethod { Any, Get, Post, Put, Patch, Head, Delete, Options }

            [AttributeUsage(AttributeTargets.Method)]
            public sealed class HttpApiAttribute(LambdaHttpMethod method, string template) : Attribute
            {
                public LambdaHttpMethod Method { get; } = method;
                public string Template { get; } = template;
            }

            [AttributeUsage(AttributeTargets.Parameter)]
            public sealed class FromRouteAttribute : Attribute { public string? Name { get; set; } }

            [AttributeUsage(AttributeTargets.Parameter)]
            public sealed class FromQueryAttribute : Attribute { public string? Name { get; set; } }
        }
        """;

    [Fact]
    public async Task Both_sets_of_attributes_live_in_one_file_and_each_method_has_one_owner()
    {
        using var folder = new ScratchFolder();
        folder.WriteFeed(packages);
        folder.WriteProject("annotations/Amazon.Lambda.Annotations.csproj", "net10.0", "");
        folder.Write("annotations/StandIn.cs", StandIn);
        folder.WriteProject("shop/Shop.csproj", "net10.0", $"""
            <PackageReference Include="Serverless.Analyzers" Version="{packages.Version}" />
            <ProjectReference Include="../annotations/Amazon.Lambda.Annotations.csproj" />
            """);
        folder.Write("shop/Mixed.cs", """
            using Amazon.Lambda.Annotations;
            using Amazon.Lambda.Annotations.APIGateway;
            using Serverless;
            using Serverless.Http;

            namespace Shop;

            public sealed class Mixed
            {
                private static int s_count;

                [LambdaFunction(MemorySize = 256)]
                [HttpApi(LambdaHttpMethod.Get, "/old/{id}")]
                public string Old([FromRoute] string id) { s_count++; return id; }

                [HttpRoute("GET /new/{id}")]
                public string New(string id) => id;
            }
            """);

        var build = (await folder.DotnetAsync("build", "shop", "-nologo")).MustSucceed();

        Assert.Contains("SVLS0101", build.Rules());
        var template = folder.Read("shop/bin/Debug/net10.0/serverless/template.json");
        Assert.Contains("\"MixedNew\"", template, StringComparison.Ordinal);
        Assert.DoesNotContain("\"MixedOld\"", template, StringComparison.Ordinal);
    }
}
