using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Detection;

/// <summary>A connection string as far as the source fixes it; a value that only the run knows is <see cref="Unknown"/>.</summary>
internal sealed class ConnectionText(IOperation value, string provider, Dictionary<string, string> pairs, bool isComplete)
{
    public const string Unknown = "\u0001";

    public IOperation Value { get; } = value;

    /// <summary>The library that reads it: `Npgsql`, `MySqlConnector`, `SqlClient`.</summary>
    public string Provider { get; } = provider;

    /// <summary>The value of a keyword, or null. Keywords are compared without case and blanks, as the libraries do.</summary>
    public string? this[string keyword] => pairs.TryGetValue(Normalised(keyword), out var found) ? found : null;

    /// <summary>Every keyword stands in the source: what is not there is not set.</summary>
    public bool IsComplete { get; } = isComplete;

    public static string Normalised(string keyword) => keyword.Replace(" ", "").Trim().ToUpperInvariant();
}

/// <summary>Where connection strings are handed to a database library, and what stands in them.</summary>
internal static class ConnectionStrings
{
    /// <summary>Every text that a library is given, once for each use.</summary>
    public static void Register(HazardRegistry on, Action<OperationAnalysisContext, ConnectionText> action)
    {
        on.Creations(
            (context, creation) =>
            {
                if (creation.Arguments.Length > 0 && creation.Type is INamedTypeSymbol type && ProviderOf(type.ContainingNamespace) is { } provider && Read(creation.Arguments[0].Value, provider, context.CancellationToken) is { } text)
                    action(context, text);
            },
            "NpgsqlConnection", "NpgsqlDataSourceBuilder", "NpgsqlSlimDataSourceBuilder", "MySqlConnection", "MySqlDataSource", "SqlConnection");
        on.Calls(
            (context, call) =>
            {
                if (TextArgument(call) is { } value && ProviderOf(call.TargetMethod) is { } provider && Read(value, provider, context.CancellationToken) is { } text)
                    action(context, text);
            },
            "Create", "UseNpgsql", "UseMySql", "UseSqlServer", "AddNpgsqlDataSource", "AddMySqlDataSource");
    }

    private static string? ProviderOf(INamespaceSymbol? at) => at switch
    {
        { Name: "Npgsql" } => "Npgsql",
        { Name: "MySqlConnector" } => "MySqlConnector",
        { Name: "SqlClient", ContainingNamespace: { Name: "Data" } } => "SqlClient",
        _ => null,
    };

    private static string? ProviderOf(IMethodSymbol method) => method.Name switch
    {
        "Create" => method.ContainingType is { Name: "NpgsqlDataSource" } type ? ProviderOf(type.ContainingNamespace) : null,
        "UseNpgsql" or "AddNpgsqlDataSource" => "Npgsql",
        "UseMySql" or "AddMySqlDataSource" => "MySqlConnector",
        _ => "SqlClient",
    };

    private static IOperation? TextArgument(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { Type.SpecialType: SpecialType.System_String, Name: "connectionString" })
                return argument.Value;
        }

        return null;
    }

    /// <summary>Null when nothing of the text is in the source.</summary>
    private static ConnectionText? Read(IOperation value, string provider, CancellationToken cancellationToken)
    {
        if (value.Type?.SpecialType != SpecialType.System_String || Text(value.Unwrap(), 0, cancellationToken) is not { } text)
            return null;
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        var isComplete = true;
        foreach (var part in text.Split(';'))
        {
            var at = part.IndexOf('=');
            isComplete &= (at < 0 ? part : part.Substring(0, at)).IndexOf(ConnectionText.Unknown, StringComparison.Ordinal) < 0;
            if (at > 0)
                pairs[ConnectionText.Normalised(part.Substring(0, at))] = part.Substring(at + 1).Trim();
        }

        return pairs.Count == 0 ? null : new ConnectionText(value, provider, pairs, isComplete);
    }

    private static string? Text(IOperation value, int depth, CancellationToken cancellationToken)
    {
        if (value.ConstantValue is { HasValue: true, Value: string constant })
            return constant;
        switch (value)
        {
            case IInterpolatedStringOperation interpolated:
                var text = new System.Text.StringBuilder();
                foreach (var part in interpolated.Parts)
                    text.Append(part is IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string fixedText } } ? fixedText : ConnectionText.Unknown);
                return text.ToString();
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum when depth < 8:
                var left = Text(sum.LeftOperand.Unwrap(), depth + 1, cancellationToken);
                var right = Text(sum.RightOperand.Unwrap(), depth + 1, cancellationToken);
                return left is null && right is null ? null : (left ?? ConnectionText.Unknown) + (right ?? ConnectionText.Unknown);
            case ILocalReferenceOperation local when depth < 8 && OneTimeInitialisation.InitialValue(local) is { } initial && !VariableUses.IsReassigned(local.Local, local.Syntax, local.SemanticModel!, cancellationToken):
                return Text(initial.Unwrap(), depth + 1, cancellationToken);
            default:
                return null;
        }
    }
}
