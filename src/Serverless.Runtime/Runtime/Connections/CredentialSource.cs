using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Serverless.Runtime;

/// <summary>
/// Finds the credentials of the function's role: in the environment, where Lambda puts them, or at the container's credentials
/// endpoint (Fargate, and Lambda with SnapStart), which hands out new ones before the old ones end.
/// </summary>
internal sealed class CredentialSource(Func<string, string?> environment, HttpMessageInvoker http, TimeProvider clock)
{
    private const string ContainerHost = "http://169.254.170.2";

    /// <summary>Credentials are fetched anew this long before they end.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private static readonly string[] ContainerHosts = ["169.254.170.2", "169.254.170.23", "[fd00:ec2::23]"];

    /// <summary>Replaced as a whole, because several invocations may ask at once.</summary>
    private Fetched? _fetched;

    /// <exception cref="InvalidOperationException">There are none.</exception>
    public ValueTask<AwsCredentials> GetAsync(CancellationToken cancellationToken)
    {
        if (environment("AWS_ACCESS_KEY_ID") is { Length: > 0 } id && environment("AWS_SECRET_ACCESS_KEY") is { Length: > 0 } secret)
            return new(new AwsCredentials(id, secret, environment("AWS_SESSION_TOKEN") is { Length: > 0 } token ? token : null));
        return _fetched is { } fetched && clock.GetUtcNow() < fetched.Until - Margin ? new(fetched.Credentials) : FetchAsync(cancellationToken);
    }

    private async ValueTask<AwsCredentials> FetchAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Endpoint());
        if (await TokenAsync(cancellationToken).ConfigureAwait(false) is { } token)
            request.Headers.TryAddWithoutValidation("Authorization", token);
        using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.OK)
            throw new HttpRequestException("The credentials endpoint of the container answers " + ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture) + ".", null, response.StatusCode);
        var json = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        string? Member(string name) => FlatObject.Find(json, name, ignoreCase: false).Decode();
        if (Member("AccessKeyId") is not { } id || Member("SecretAccessKey") is not { } secret)
            throw new JsonException("The credentials endpoint of the container answers without credentials.");
        var credentials = new AwsCredentials(id, secret, Member("Token"));
        _fetched = DateTimeOffset.TryParse(Member("Expiration"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until) ? new Fetched(credentials, until) : null;
        return credentials;
    }

    private Uri Endpoint()
    {
        if (environment("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") is { Length: > 0 } relative)
            return new Uri(ContainerHost + relative);
        if (environment("AWS_CONTAINER_CREDENTIALS_FULL_URI") is not { Length: > 0 } full || !Uri.TryCreate(full, UriKind.Absolute, out var uri))
            throw new InvalidOperationException("There are no AWS credentials: neither AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY nor a credentials endpoint of the container is set.");

        // The token goes along: over plain HTTP only to addresses that never leave the machine.
        if (uri.Scheme != Uri.UriSchemeHttps && !uri.IsLoopback && !ContainerHosts.Contains(uri.Host, StringComparer.OrdinalIgnoreCase))
            throw new InvalidOperationException("AWS_CONTAINER_CREDENTIALS_FULL_URI names a host that is neither this machine nor reached over HTTPS.");
        return uri;
    }

    private async ValueTask<string?> TokenAsync(CancellationToken cancellationToken)
    {
        if (environment("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE") is { Length: > 0 } file)
            return (await File.ReadAllTextAsync(file, cancellationToken).ConfigureAwait(false)).Trim();
        return environment("AWS_CONTAINER_AUTHORIZATION_TOKEN") is { Length: > 0 } token ? token : null;
    }

    private sealed record Fetched(AwsCredentials Credentials, DateTimeOffset Until);
}
