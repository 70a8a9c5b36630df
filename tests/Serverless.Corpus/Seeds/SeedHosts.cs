namespace Serverless.Corpus.Seeds;

/// <summary>Clean functions of the usual forms, with a place for a hazard. Without one nothing may be said about them.</summary>
internal static class SeedHosts
{
    public const string Usings = """
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net.Http;
        using System.Text.Json;
        using System.Threading;
        using System.Threading.Tasks;
        using Amazon.DynamoDBv2;
        using Amazon.DynamoDBv2.DataModel;
        using Amazon.DynamoDBv2.Model;
        using Amazon.EventBridge;
        using Amazon.Lambda;
        using Amazon.Lambda.APIGatewayEvents;
        using Amazon.Lambda.Annotations;
        using Amazon.Lambda.Core;
        using Amazon.Lambda.SQSEvents;
        using Amazon.S3;
        using Amazon.S3.Model;
        using Amazon.SecretsManager;
        using Amazon.SecretsManager.Model;
        using Amazon.SimpleNotificationService;
        using Amazon.SQS;
        using Amazon.SQS.Model;
        using Microsoft.Extensions.DependencyInjection;

        public sealed record Input(string Id, string Name, List<string> Items);

        """;

    public static IReadOnlyList<string> Names { get; } = ["class library", "Annotations", "our attribute"];

    /// <summary>Null where the seed does not exist at this depth.</summary>
    public static string? Source(string host, SeedDepth depth, Seed? seed)
    {
        if (depth != SeedDepth.Direct && seed is { InHelpers: false })
            return null;
        var attribute = host switch { "Annotations" => "[LambdaFunction] ", "our attribute" => "[Serverless.ServerlessHandler] ", _ => "" };
        var input = seed?.Input ?? "Input";
        var result = seed?.Result is { Length: > 0 } type ? $"Task<{type}>" : "Task";
        var back = result == "Task" ? "" : "return ";
        var statements = "await Task.Yield();\n        " + (seed?.Statements ?? "context.Logger.LogInformation(\"done\");");
        var members = seed?.Members ?? "";
        return Usings + depth switch
        {
            SeedDepth.Direct => $$"""
                public class Function
                {
                    {{members}}

                    {{attribute}}public async {{result}} Handle({{input}} input, ILambdaContext context)
                    {
                        context.Logger.LogInformation("start");
                        {{statements}}
                    }
                }
                """,
            SeedDepth.Helper => $$"""
                public class Function
                {
                    {{members}}

                    {{attribute}}public async {{result}} Handle({{input}} input, ILambdaContext context)
                    {
                        context.Logger.LogInformation("start");
                        {{back}}await WorkAsync(input, context);
                    }

                    private async {{result}} WorkAsync({{input}} input, ILambdaContext context)
                    {
                        {{statements}}
                    }
                }
                """,
            _ => $$"""
                public interface IWork
                {
                    {{result}} DoAsync({{input}} input, ILambdaContext context);
                }

                public sealed class Work : IWork
                {
                    {{members}}

                    public async {{result}} DoAsync({{input}} input, ILambdaContext context)
                    {
                        {{statements}}
                    }
                }

                public class Function
                {
                    private readonly IWork _work;

                    public Function() => _work = new Work();

                    {{attribute}}public async {{result}} Handle({{input}} input, ILambdaContext context)
                    {
                        context.Logger.LogInformation("start");
                        {{back}}await _work.DoAsync(input, context);
                    }
                }
                """,
        };
    }
}
