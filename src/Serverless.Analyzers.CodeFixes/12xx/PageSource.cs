using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>The paginator that does what a call does, as text: `client.Paginators.Query(request)`, with the call's token.</summary>
internal sealed class PageSource
{
    private readonly INamedTypeSymbol _paginator;
    private readonly INamedTypeSymbol _response;
    private readonly string _call;
    private readonly string _token;

    private PageSource(INamedTypeSymbol paginator, INamedTypeSymbol response, string call, string token)
    {
        _paginator = paginator;
        _response = response;
        _call = call;
        _token = token;
    }

    /// <summary>Whole pages.</summary>
    public string Responses => _call + ".Responses" + _token;

    /// <summary>The items themselves, where the paginator offers them under the response's name for them.</summary>
    public string? Flattened(string member) => _paginator.GetMembers(member).IsEmpty ? null : _call + "." + member + _token;

    /// <summary>What a list of the response holds, qualified.</summary>
    public string? ItemType(string member) => _response.GetMembers(member) is [IPropertySymbol { Type: INamedTypeSymbol { Name: "List", TypeArguments: [var item] } }]
        ? item.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)
        : null;

    /// <summary>Null when the client has no such paginator, or the call takes the parts of a request.</summary>
    public static PageSource? Of(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken)
    {
        if (call is not { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var method } access, ArgumentList.Arguments: [{ Expression: var request }, ..] arguments })
            return null;
        if (model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol { Parameters: [{ Type: INamedTypeSymbol { Name: var requestName } requestType }, ..], ReturnType: INamedTypeSymbol { TypeArguments: [INamedTypeSymbol response] } } target
            || !requestName.EndsWith("Request", StringComparison.Ordinal) || !method.EndsWith("Async", StringComparison.Ordinal))
        {
            return null;
        }

        var operation = method.Substring(0, method.Length - "Async".Length);
        if (target.ContainingType.GetMembers("Paginators").OfType<IPropertySymbol>().FirstOrDefault()?.Type.GetMembers(operation).OfType<IMethodSymbol>().FirstOrDefault()?.ReturnType is not INamedTypeSymbol paginator)
            return null;
        var text = request is ImplicitObjectCreationExpressionSyntax { ArgumentList: var list, Initializer: var initializer }
            ? "new " + requestType.ToMinimalDisplayString(model, request.SpanStart) + list + (initializer is null ? "" : " " + initializer)
            : request.WithoutTrivia().ToString();
        var token = arguments.Count > 1 ? ".WithCancellation(" + arguments[1].Expression.WithoutTrivia() + ")" : "";
        return new PageSource(paginator, response, access.Expression.WithoutTrivia() + ".Paginators." + operation + "(" + text + ")", token);
    }
}
