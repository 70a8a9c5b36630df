using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0806: credentials objects and clients that are made from a constant key, and constants that are access keys. `("test", "test")` for a local emulator is no key:
/// keys have a form.
/// </summary>
internal sealed class StaticCredentialsRule : HazardRule
{
    private const int KeyLength = 20;
    private const int SecretLength = 40;

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(ConfigurationRules.StaticCredentials);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        on.Operations(AnalyzeCreation, OperationKind.ObjectCreation);
        on.Operations(AnalyzeLiteral, OperationKind.Literal);
    }

    private static void AnalyzeCreation(OperationAnalysisContext context)
    {
        if (MadeFromKey((IObjectCreationOperation)context.Operation))
            context.Report(ConfigurationRules.StaticCredentials, context.Operation.Syntax, null);
    }

    /// <summary>`new BasicAWSCredentials(key, secret)`, `new AmazonS3Client(key, secret, …)` with a constant that has the form of a key or a secret.</summary>
    private static bool MadeFromKey(IObjectCreationOperation creation)
    {
        if (creation.Constructor?.Parameters is not [{ Name: "accessKey" or "awsAccessKeyId" }, _, ..] || !IsOfSdk(creation.Type))
            return false;
        foreach (var argument in creation.Arguments)
        {
            if (argument.Parameter?.Ordinal is not (0 or 1) || argument.Value.ConstantValue is not { HasValue: true, Value: string text })
                continue;
            if (argument.Parameter.Ordinal == 0 ? IsAccessKey(text) : text.Length == SecretLength)
                return true;
        }

        return false;
    }

    private static void AnalyzeLiteral(OperationAnalysisContext context)
    {
        if (context.Operation.ConstantValue is not { HasValue: true, Value: string { Length: KeyLength } text } || !IsAccessKey(text) || text[1] != 'K')
            return;
        for (var at = context.Operation.Parent; at is not null; at = at.Parent)
        {
            if (at is IObjectCreationOperation creation && MadeFromKey(creation))
                return;
        }

        context.Report(ConfigurationRules.StaticCredentials, context.Operation.Syntax, null);
    }

    /// <summary>`AKIA` and sixteen capitals or digits; `ASIA` for a session.</summary>
    private static bool IsAccessKey(string text)
    {
        if (text.Length != KeyLength || !(text.StartsWith("AKIA", StringComparison.Ordinal) || text.StartsWith("ASIA", StringComparison.Ordinal)))
            return false;
        foreach (var c in text)
        {
            if (c is not ((>= 'A' and <= 'Z') or (>= '0' and <= '9')))
                return false;
        }

        return true;
    }

    private static bool IsOfSdk(ITypeSymbol? type)
    {
        for (var at = type?.ContainingNamespace; at is { IsGlobalNamespace: false }; at = at.ContainingNamespace)
        {
            if (at is { Name: "Amazon", ContainingNamespace.IsGlobalNamespace: true })
                return true;
        }

        return false;
    }
}
