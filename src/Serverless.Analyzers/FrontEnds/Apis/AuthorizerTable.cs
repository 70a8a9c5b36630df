using Microsoft.CodeAnalysis;
using Serverless.Model;
using Serverless.Model.Validation.StateMachines;

namespace Serverless.Analyzers.FrontEnds.Apis;

/// <summary>Every authorizer of the project by name: those of an API's class are its own, those of the assembly everybody's, methods are named by `nameof`.</summary>
internal sealed class AuthorizerTable(Reading reading)
{
    private readonly Dictionary<ISymbol, List<Authorizer>> _declared = new(SymbolEqualityComparer.Default);
    private readonly List<LambdaAuthorizer> _functions = [];

    public IReadOnlyList<LambdaAuthorizer> Functions => _functions;

    public void Declare(DeclaredAttributes owner)
    {
        if (DeclaredAuthorizerReader.Read(owner, reading) is { Count: > 0 } authorizers)
            _declared[owner.Symbol] = authorizers;
    }

    public void Declare(LambdaAuthorizer function) => _functions.Add(function);

    /// <summary>Null when there is none of that name, or more than one; the problem ends a sentence.</summary>
    /// <param name="name">As named.</param>
    /// <param name="api">The API that needs it.</param>
    /// <param name="near">Class of the route: its own methods come first.</param>
    /// <param name="problem">Why there is none.</param>
    /// <param name="nearest">What was probably meant.</param>
    public Authorizer? Find(string name, ApiDraft api, ISymbol? near, out string problem, out string? nearest)
    {
        nearest = null;
        problem = "";
        if (Declared(api).FirstOrDefault(authorizer => authorizer.Name == name) is { } declared)
            return declared;
        var functions = Visible(api).Where(function => function.Authorizer.Name == name).ToList();
        if (functions.Find(function => SymbolEqualityComparer.Default.Equals(function.Method.ContainingType, near)) is { } own)
            return own.Authorizer;
        if (functions.Count == 1)
            return functions[0].Authorizer;
        if (functions.Count > 1)
        {
            problem = "several classes have an authorizer of that name; give them different names";
            return null;
        }

        nearest = NearestName.Of(name, [.. Declared(api).Select(static a => a.Name), .. Visible(api).Select(static f => f.Authorizer.Name)]);
        problem = nearest is null ? "no authorizer has that name" : $"no authorizer has that name; did you mean '{nearest}'?";
        return null;
    }

    private IEnumerable<Authorizer> Declared(ApiDraft api)
    {
        if (api.Scope is { IsOnAssembly: false } scope && _declared.TryGetValue(scope.Owner.Symbol, out var own))
        {
            foreach (var authorizer in own)
                yield return authorizer;
        }

        if (_declared.TryGetValue(reading.Compilation.Assembly, out var everybodys))
        {
            foreach (var authorizer in everybodys)
                yield return authorizer;
        }
    }

    private IEnumerable<LambdaAuthorizer> Visible(ApiDraft api) => _functions.Where(function =>
        function.Api is null || (api.Scope is { } scope && SymbolEqualityComparer.Default.Equals(function.Api, scope.Owner.Symbol)));
}
