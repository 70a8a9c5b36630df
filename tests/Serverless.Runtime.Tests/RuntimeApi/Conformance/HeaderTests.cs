using System.Globalization;
using Serverless.Runtime;
using Serverless.Testing;

namespace Serverless.Runtime.Tests.RuntimeApi.Conformance;

/// <summary>The headers of an invocation, each alone and each missing.</summary>
[Collection("Process environment")]
public sealed class HeaderTests
{
    private static readonly (string Header, string Value, Func<Invocation, string?> Read, string? Absent)[] Headers =
    [
        ("Lambda-Runtime-Deadline-Ms", "1700000000123", static i => i.DeadlineMs.ToString(CultureInfo.InvariantCulture), "0"),
        ("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-west-1:1:function:F:live", static i => i.InvokedFunctionArn, ""),
        ("Lambda-Runtime-Trace-Id", "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=1", static i => i.TraceId, null),
        ("Lambda-Runtime-Client-Context", "{\"client\":{\"app_title\":\"Zoë ☃\"}}", static i => i.ClientContext, null),
        ("Lambda-Runtime-Cognito-Identity", "{\"cognitoIdentityId\":\"a:b\"}", static i => i.CognitoIdentity, null),
        ("Lambda-Runtime-Aws-Tenant-Id", "tenant-ü", static i => i.TenantId, null),
    ];

    public static TheoryData<int> Each => [.. Enumerable.Range(0, Headers.Length)];

    [Theory, MemberData(nameof(Each))]
    [Conforms(RuntimeApiLine.AnyHeaderMayBeAbsent, RuntimeApiLine.EveryHeaderReachesTheHandler)]
    public void A_header_may_be_absent_or_stand_alone_and_is_never_the_one_of_the_invocation_before(int index)
    {
        string[] all = [.. Headers.Select(Line)];
        var seen = new List<string[]>();
        using var server = new RuntimeApiServer();
        server
            .OnNext(RuntimeApiReply.Invocation("1", "1", all))
            .OnNext(RuntimeApiReply.Invocation("2", "2", [.. all.Where((_, i) => i != index)]))
            .OnNext(RuntimeApiReply.Invocation("3", "3", all[index].ToUpperInvariant()[..all[index].IndexOf(':', StringComparison.Ordinal)] + all[index][all[index].IndexOf(':', StringComparison.Ordinal)..]))
            .OnNext(RuntimeApiReply.Invocation("4", "4"));
        LoopRun.UntilEnd(server, LoopRun.Function((payload, invocation) =>
        {
            seen.Add([.. Headers.Select(h => h.Read(invocation) ?? "null")]);
            return payload;
        }));
        Assert.Equal(Headers.Select(static h => h.Value), seen[0]);
        Assert.Equal(Headers.Select((h, i) => i == index ? h.Absent ?? "null" : h.Value), seen[1]);
        Assert.Equal(Headers.Select((h, i) => i == index ? h.Value : h.Absent ?? "null"), seen[2]);
        Assert.Equal(Headers.Select(static h => h.Absent ?? "null"), seen[3]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-1")]
    [InlineData("1e9")]
    [InlineData("99999999999999999999")]
    [Conforms(RuntimeApiLine.AnyHeaderMayBeAbsent)]
    public void A_deadline_that_is_no_number_counts_as_absent(string value)
    {
        long? deadline = null;
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Invocation("1", "1", "Lambda-Runtime-Deadline-Ms: " + value));
        LoopRun.UntilEnd(server, LoopRun.Function((payload, invocation) =>
        {
            deadline = invocation.DeadlineMs;
            return payload;
        }));
        Assert.Equal(0, deadline);
    }

    private static string Line((string Header, string Value, Func<Invocation, string?> Read, string? Absent) header) => header.Header + ": " + header.Value;
}
