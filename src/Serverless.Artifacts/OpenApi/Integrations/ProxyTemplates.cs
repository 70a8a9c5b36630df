namespace Serverless.Artifacts;

/// <summary>
/// What a proxy integration does, as mapping templates: for a route where the user maps only the request, or only the answer. `escapeJavaScript`
/// escapes apostrophes, which JSON does not allow.
/// </summary>
internal static class ProxyTemplates
{
    /// <summary>The event of payload 1.0, as far as handlers read it.</summary>
    public const string Event =
        """
        {"resource":"$context.resourcePath","path":"$context.path","httpMethod":"$context.httpMethod","headers":{#foreach($name in $input.params().header.keySet())"$util.escapeJavaScript($name).replaceAll("\\'","'")":"$util.escapeJavaScript($input.params().header.get($name)).replaceAll("\\'","'")"#if($foreach.hasNext),#end#end},"queryStringParameters":{#foreach($name in $input.params().querystring.keySet())"$util.escapeJavaScript($name).replaceAll("\\'","'")":"$util.escapeJavaScript($input.params().querystring.get($name)).replaceAll("\\'","'")"#if($foreach.hasNext),#end#end},"pathParameters":{#foreach($name in $input.params().path.keySet())"$name":"$util.escapeJavaScript($input.params().path.get($name)).replaceAll("\\'","'")"#if($foreach.hasNext),#end#end},"stageVariables":{#foreach($name in $stageVariables.keySet())"$name":"$util.escapeJavaScript($stageVariables.get($name)).replaceAll("\\'","'")"#if($foreach.hasNext),#end#end},"requestContext":{"accountId":"$context.accountId","apiId":"$context.apiId","stage":"$context.stage","requestId":"$context.requestId","resourcePath":"$context.resourcePath","httpMethod":"$context.httpMethod","path":"$context.path","identity":{"sourceIp":"$context.identity.sourceIp","userAgent":"$util.escapeJavaScript($context.identity.userAgent).replaceAll("\\'","'")"}},"body":"$util.escapeJavaScript($input.body).replaceAll("\\'","'")","isBase64Encoded":false}
        """;

    /// <summary>Status and body of a handler's reply.</summary>
    public const string Reply =
        """
        #set($reply = $input.path("$"))#set($context.responseOverride.status = $reply.statusCode)#foreach($name in $reply.headers.keySet())#if($name.equalsIgnoreCase("content-type"))#set($context.responseOverride.header.Content-Type = $reply.headers.get($name))#end#end$!reply.body
        """;
}
