using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules;

/// <summary>Checks a rule that reads deployment files: markup in the file, code behind the usual `using` directives.</summary>
internal static class FileRuleTests
{
    public const string Usings = RuleTests.Usings + "using Amazon.Lambda.SQSEvents;\nusing Amazon.Lambda.APIGatewayEvents;\n";

    public static async Task Check<TRule>(string file, string text, string source = "class Nothing { }", Action<RuleTest<TRule>>? configure = null)
        where TRule : HazardRule, new()
    {
        var test = new RuleTest<TRule>(Usings + source);
        test.TestState.AdditionalFiles.Add((file, text.ReplaceLineEndings("\n")));
        configure?.Invoke(test);
        await test.RunAsync();
    }

    /// <summary>A SAM function `F` with these properties, and further resources.</summary>
    public static string Sam(string properties, string resources = "", string globals = "") => $"""
        AWSTemplateFormatVersion: '2010-09-09'
        Transform: AWS::Serverless-2016-10-31
        {globals.ReplaceLineEndings("\n")}
        Resources:
          F:
            Type: AWS::Serverless::Function
            Properties:
              {properties.ReplaceLineEndings("\n      ")}
          {resources.ReplaceLineEndings("\n  ")}

        """.ReplaceLineEndings("\n");
}
