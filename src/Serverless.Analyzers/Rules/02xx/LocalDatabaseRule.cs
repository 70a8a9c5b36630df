using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>SVLS0207: a data base in a file, or in memory, that each environment has for itself. Reference data that is packaged and opened for reading is what such files are good for.</summary>
internal sealed class LocalDatabaseRule : HazardRule
{
    private static readonly string[] Sources = ["data source", "datasource", "filename", "uri", "fulluri"];

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(FileRules.LocalDatabase);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        on.Creations(
            (context, creation) =>
            {
                if (creation.Type is { ContainingNamespace.Name: "Sqlite" or "SQLite" or "LiteDB" } && creation.Arguments.Length > 0)
                    AnalyzeText(context, creation.Arguments[0].Value, model);
            },
            "SqliteConnection",
            "SQLiteConnection",
            "LiteDatabase");
        on.Calls(
            (context, call) =>
            {
                if (call.TargetMethod.ContainingNamespace is { Name: "EntityFrameworkCore" } && call.Arguments.Argument("connectionString") is { } text)
                    AnalyzeText(context, text.Value, model);
            },
            "UseSqlite");
        on.Calls(
            (context, call) =>
            {
                if (call.TargetMethod.ContainingNamespace is { Name: "EntityFrameworkCore" })
                    Report(context, call.Syntax, "a data base in memory", model);
            },
            "UseInMemoryDatabase");
    }

    private static void AnalyzeText(OperationAnalysisContext context, IOperation text, ServerlessModel model)
    {
        if (FileOf(text, context.CancellationToken) is { } file)
            Report(context, text.Syntax, file, model);
    }

    private static void Report(OperationAnalysisContext context, SyntaxNode at, string what, ServerlessModel model)
    {
        if (!Surroundings.IsForDevelopment(context.Operation) && !LambdaGuards.Guards(context.Operation, context.CancellationToken))
            context.Report(FileRules.LocalDatabase, at, null, what, model.Options.IsFargate ? "task" : "environment");
    }

    /// <summary>The file that the text names, for the message; null when it is shared, read-only, in memory on purpose, or unknown.</summary>
    private static string? FileOf(IOperation text, CancellationToken cancellationToken)
    {
        if (ConstantPaths.Of(text, cancellationToken) is { } constant)
            return OfText(constant) is { } file && IsOwn(PathClassification.OfText(file)) ? "'" + file + "'" : null;
        // `$"Data Source={path}"`
        var value = text.Unwrap();
        if (value is IInterpolatedStringOperation { Parts: [IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string before } }, IInterpolationOperation { Expression: { } path }, .. var rest] }
            && IsSource(before) && !rest.Any(static part => part is IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string after } } && IsQuiet(after)))
        {
            return IsOwn(PathClassification.Of(path, cancellationToken)) ? "'" + path.Syntax + "'" : null;
        }

        return null;
    }

    private static bool IsOwn(PathClass path) => path is PathClass.Relative or PathClass.Task or PathClass.Tmp or PathClass.OtherAbsolute;

    private static bool IsSource(string before)
    {
        var name = before.Trim().TrimEnd('=').Trim();
        return Array.Exists(Sources, source => name.EndsWith(source, StringComparison.OrdinalIgnoreCase));
    }

    private static string? OfText(string text)
    {
        if (text.Length == 0 || IsQuiet(text))
            return null;
        // LiteDB takes a bare path too.
        if (text.IndexOf('=') < 0)
            return text;
        foreach (var pair in text.Split(';'))
        {
            var equals = pair.IndexOf('=');
            if (equals > 0 && Array.IndexOf(Sources, pair.Substring(0, equals).Trim().ToLowerInvariant()) >= 0)
                return pair.Substring(equals + 1).Trim() is { Length: > 0 } file && !file.StartsWith("file:", StringComparison.OrdinalIgnoreCase) ? file : null;
        }

        return null;
    }

    private static bool IsQuiet(string text)
    {
        var plain = text.Replace(" ", "");
        return Contains(":memory:") || Contains("Mode=Memory") || Contains("Mode=ReadOnly") || Contains("ReadOnly=True") || Contains("Immutable=True") || Contains("immutable=1");

        bool Contains(string part) => plain.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;
    }
}
