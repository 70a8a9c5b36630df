// Stand-ins for the route attributes of Amazon.Lambda.Annotations. Bodies do nothing.
// The library is not annotated for null, and neither are these.
#nullable disable
using System;

namespace Amazon.Lambda.Annotations.APIGateway
{
    public enum LambdaHttpMethod { Any, Get, Post, Put, Patch, Head, Delete, Options }

    public enum HttpApiVersion { V1, V2 }

    public enum FunctionUrlAuthType { NONE, AWS_IAM }

    [AttributeUsage(AttributeTargets.Method)]
    public class HttpApiAttribute : Attribute
    {
        public HttpApiAttribute(LambdaHttpMethod method, string template) { Template = template; Method = method; }
        public HttpApiVersion Version { get; set; } = HttpApiVersion.V2;
        public string Template { get; set; }
        public LambdaHttpMethod Method { get; set; }
        public string Authorizer { get; set; }
    }

    [AttributeUsage(AttributeTargets.Method)]
    public class RestApiAttribute : Attribute
    {
        public RestApiAttribute(LambdaHttpMethod method, string template) { Template = template; Method = method; }
        public string Template { get; set; }
        public LambdaHttpMethod Method { get; set; }
        public string Authorizer { get; set; }
    }

    [AttributeUsage(AttributeTargets.Method)]
    public class FunctionUrlAttribute : Attribute
    {
        public FunctionUrlAuthType AuthType { get; set; } = FunctionUrlAuthType.NONE;
        public string[] AllowOrigins { get; set; }
        public bool AllowCredentials { get; set; }
        public int MaxAge { get; set; }
    }

    [AttributeUsage(AttributeTargets.Method)]
    public class HttpApiAuthorizerAttribute : Attribute
    {
        public string IdentityHeader { get; set; } = "Authorization";
        public bool EnableSimpleResponses { get; set; } = true;
        public int ResultTtlInSeconds { get; set; } = 0;
    }

    [AttributeUsage(AttributeTargets.Method)]
    public class RestApiAuthorizerAttribute : Attribute
    {
        public string IdentityHeader { get; set; } = "Authorization";
        public int ResultTtlInSeconds { get; set; } = 0;
    }

    public interface IHttpResult
    {
        IHttpResult AddHeader(string name, string value);
    }

    public static class HttpResults
    {
        public static IHttpResult Ok(object body = null) => null;
        public static IHttpResult BadRequest(object body = null) => null;
        public static IHttpResult NotFound(object body = null) => null;
        public static IHttpResult InternalServerError(object body = null) => null;
        public static IHttpResult NewResult(System.Net.HttpStatusCode statusCode, object body = null) => null;
    }
}
