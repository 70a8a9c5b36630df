using Microsoft.AspNetCore.Http;

namespace Serverless.Hosting.Gateway;

/// <summary>Reads a request's body whole: an event carries it whole.</summary>
internal static class WholeBody
{
    /// <summary>False when it is larger than API Gateway takes.</summary>
    public static async Task<bool> TryReadAsync(HttpRequest request, PooledBuffer into)
    {
        if (request.ContentLength > HostLimits.RequestBody)
            return false;
        try
        {
            while (true)
            {
                var read = await request.Body.ReadAsync(into.GetMemory(16 * 1024), request.HttpContext.RequestAborted);
                if (read == 0)
                    return true;
                into.Advance(read);
                if (into.Length > HostLimits.RequestBody)
                    return false;
            }
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return false;
        }
    }
}
