using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Apis;

/// <summary>Attributes that belong beside the attribute of an API: where there is none, or another kind, they would do nothing.</summary>
internal static class ApiCompanions
{
    public static void Check(DeclaredAttributes owner, ApiDraft? gateway, ApiDraft? webSocket, Reading reading)
    {
        foreach (var attribute in owner.Attributes)
        {
            switch (attribute.Name)
            {
                case UsagePlanReader.Attribute when gateway?.Kind != ApiKind.Rest:
                    reading.Report(KindFaults.NeedsRest(owner.At(attribute.Arguments), "[UsagePlan]", gateway));
                    break;
                case StageVariableReader.Attribute or "JwtAuthorizer" or "CognitoAuthorizer" when owner.Symbol is INamedTypeSymbol && gateway is null && webSocket is null:
                    reading.Report(RuleIds.RouteCollision, owner.At(attribute.Arguments), $"'{owner.Symbol.Name}' is no API: put [ServerlessHttpApi] on it, or [{attribute.Name}] on the assembly");
                    break;
            }
        }
    }
}
