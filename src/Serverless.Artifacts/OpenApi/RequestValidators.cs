using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>What a REST API checks of a request before it calls anything.</summary>
internal static class RequestValidators
{
    public const string OfOperation = "x-amazon-apigateway-request-validator";

    public static string Name(RequestValidation validation) => validation switch
    {
        RequestValidation.Parameters => "parameters",
        RequestValidation.Body => "body",
        RequestValidation.All => "all",
        _ => "none",
    };

    /// <summary>The validators that the API or one of its routes uses, and the one for all that say nothing.</summary>
    public static void Add(JsonObject root, RestApi api, OpenApiDocument document)
    {
        var used = document.Routes.Select(static route => route.Rest.Validate).OfType<RequestValidation>().Append(api.Validate).Distinct().OrderBy(static v => v).ToList();
        if (used is [RequestValidation.None])
            return;
        var validators = new JsonObject();
        foreach (var validation in used)
        {
            validators.Add(Name(validation), new JsonObject
            {
                { "validateRequestBody", validation is RequestValidation.Body or RequestValidation.All },
                { "validateRequestParameters", validation is RequestValidation.Parameters or RequestValidation.All },
            });
        }

        root.Add("x-amazon-apigateway-request-validators", validators);
        root.Add(OfOperation, Name(api.Validate));
    }
}
