using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Serverless.Analyzers.Deployment;
using Serverless.Analyzers.Rules;
using Serverless.Analyzers.Tests.Rules;

namespace Serverless.Analyzers.Tests.Deployment;

/// <summary>A template is being typed most of the time that an editor shows it, and anything may stand where a value is expected.</summary>
public sealed class DeploymentRobustnessTests
{
    private const string Yaml = """
        AWSTemplateFormatVersion: '2010-09-09'
        Transform: AWS::Serverless-2016-10-31
        Globals:
          Function: &defaults
            Timeout: 60
            Runtime: dotnet8
            Environment: {Variables: {AWS_REGION: eu-west-1, STAGE: !Ref Stage}}
          HttpApi: {Auth: {Authorizers: {Jwt: {IdentitySource: x}}}}
        Resources:
          F:
            Type: AWS::Serverless::Function
            Properties:
              Handler: App::Function::Handel
              FunctionUrlConfig: {AuthType: NONE}
              SnapStart: {ApplyOn: PublishedVersions}
              CapacityProviderConfig: {Arn: !GetAtt P.Arn, PerExecutionEnvironmentMaxConcurrency: 4}
              Policies:
                - AmazonS3FullAccess
                - Statement:
                    - {Effect: Allow, Action: ['s3:*', "sqs:SendMessage"], Resource: '*'}
              Events:
                Get: {Type: HttpApi, Properties: {Path: /x, Method: get}}
                Queue: {Type: SQS, Properties: {Queue: !GetAtt Q.Arn, BatchSize: 10}}
          G:
            Type: AWS::Lambda::Function
            Properties:
              <<: *defaults
              Handler: App::Function::Over
          Q:
            Type: AWS::SQS::Queue
            Properties:
              VisibilityTimeout: 30
          M:
            Type: AWS::Lambda::EventSourceMapping
            Properties: {FunctionName: !Ref G, EventSourceArn: !GetAtt Q.Arn}
          Permit: {Type: AWS::Lambda::Permission, Properties: {FunctionName: !GetAtt G.Arn, Principal: sns.amazonaws.com}}
          Machine:
            Type: AWS::StepFunctions::StateMachine
            Properties:
              DefinitionString: !Sub |
                { "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "${F.Arn}.waitForTaskToken", "End": true } } }
          Flow:
            Type: AWS::Serverless::StateMachine
            Properties:
              Definition:
                StartAt: A
                States:
                  A: {Type: Parallel, Branches: [{StartAt: B, States: {B: {Type: Task, Resource: !GetAtt F.Arn}}}]}

        """;

    private const string Code = """
        using Amazon.Lambda.SQSEvents;
        public class Function
        {
            public SQSBatchResponse Handle(SQSEvent e) => new();
            public void Over(SQSEvent e) => System.Environment.GetEnvironmentVariable("TABLE")!.ToString();
            public void Over(int i) { }
        }
        """;

    private static readonly ImmutableArray<DiagnosticAnalyzer> Rules = AllRules.Hazards;

    private static readonly Compilation Application = AllRules.Compile(Code);

    private static async Task<int> RunAsync(string path, string text)
    {
        Exception? failure = null;
        var options = new AnalyzerOptions([new DeployedFunctionTests.File(path, text)]);
        var diagnostics = await Application.Clone().WithAnalyzers(
            Rules, new CompilationWithAnalyzersOptions(options, (exception, _, _) => failure ??= exception, concurrentAnalysis: false, logAnalyzerExecutionTime: false)).GetAnalyzerDiagnosticsAsync();
        Assert.True(failure is null, $"{failure}\n{text}");
        return diagnostics.Count(diagnostic => diagnostic.Location.GetLineSpan().Path == path);
    }

    [Fact]
    public async Task The_whole_template_has_findings_of_many_rules() => Assert.InRange(await RunAsync("template.yaml", Yaml.ReplaceLineEndings("\n")), 9, 30);

    [Fact]
    public async Task No_truncation_makes_a_rule_fail()
    {
        var yaml = Yaml.ReplaceLineEndings("\n");
        for (var length = yaml.Length; length >= 0; length -= 41)
            await RunAsync("template.yaml", yaml[..length]);
    }

    [Theory]
    [InlineData("template.yaml", false)]
    [InlineData("template.json", true)]
    [InlineData("flow.asl.yaml", false)]
    [InlineData("aws-lambda-tools-defaults.json", true)]
    public async Task No_mutation_makes_a_rule_fail(string path, bool isJson)
    {
        var text = Yaml.ReplaceLineEndings("\n");
        if (isJson)
            text = DeploymentFiles.Parse("template.yaml", text)!.ToString();
        var random = new Random(11);
        for (var i = 0; i < 60; i++)
            await RunAsync(path, Mutate(text, random));
    }

    /// <summary>Values change their kind and move to places where nobody expects them.</summary>
    private static string Mutate(string text, Random random)
    {
        string[] values = ["[]", "{}", "null", "\"x\"", "1e999", "-1", "[[[1]]]", "{\"Ref\": \"F\"}", "{\"Fn::GetAtt\": []}", "{\"Fn::Sub\": [1, {}]}", "{\"Fn::Sub\": \"${\"}", "true", "\"::::\"", "\"A::::B\""];
        var changed = new StringBuilder(text);
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            var at = random.Next(changed.Length - 1);
            switch (random.Next(4))
            {
                case 0:
                    changed.Remove(at, Math.Min(random.Next(1, 30), changed.Length - at));
                    break;
                case 1:
                    changed.Insert(at, values[random.Next(values.Length)]);
                    break;
                case 2:
                    var line = changed.ToString().Split('\n');
                    line[random.Next(line.Length)] = line[random.Next(line.Length)];
                    changed = new StringBuilder(string.Join('\n', line));
                    break;
                default:
                    var colon = changed.ToString().IndexOf(": ", at, StringComparison.Ordinal);
                    var end = colon < 0 ? -1 : changed.ToString().IndexOfAny(['\n', ','], colon);
                    if (end > colon + 2)
                        changed.Remove(colon + 2, end - colon - 2).Insert(colon + 2, values[random.Next(values.Length)]);
                    break;
            }
        }

        return changed.ToString();
    }
}
