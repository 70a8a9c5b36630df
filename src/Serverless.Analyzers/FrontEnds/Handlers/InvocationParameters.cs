using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Handlers;

/// <summary>Parameters that the invocation itself fills: deadline, request, caller, Lambda's context.</summary>
internal static class InvocationParameters
{
    public static HandlerParameter? Read(IParameterSymbol parameter, Reading reading)
    {
        ParameterSource? source = TypeNames.FullName(parameter.Type) switch
        {
            KnownTypeNames.CancellationToken => ParameterSource.Deadline,
            KnownTypeNames.LambdaContext => ParameterSource.LambdaContext,
            "Serverless.Http.RouteRequest" => ParameterSource.Request,
            "Serverless.Http.WebSocketConnection" => ParameterSource.Connection,
            "System.Security.Claims.ClaimsPrincipal" => ParameterSource.User,
            _ => null,
        };
        if (source is not { } found)
            return null;
        if (found == ParameterSource.Deadline && reading.Project is { HasLambdaCore: false, IsExecutable: false })
            reading.Report(RuleIds.NoExactDeadline, Reading.Of(parameter.ContainingSymbol).AtParameter(parameter.Name), parameter.Name);
        return new HandlerParameter { Name = CSharpNames.Identifier(parameter.Name), Type = CSharpNames.Declared(parameter.Type), Source = found };
    }
}
