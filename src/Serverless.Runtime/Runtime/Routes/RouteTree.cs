using System.Buffers;
using System.ComponentModel;
using System.Text.Json;
using Serverless.Http;

namespace Serverless.Runtime;

/// <summary>
/// Chooses between the routes of one function. The routes are data that the generator laid out at compile time (see
/// <see cref="RouteTreeText"/>): nothing is built at start, nothing is allocated for a request.
/// </summary>
/// <remarks>
/// An API that routed the request names the route, and that name is looked up. A function URL, a load balancer and a catch-all route name
/// none: method and path then decide as API Gateway decides, text before variables before greedy variables, a method before ANY, case
/// sensitive. Like there, HEAD is a method of its own that GET does not answer. One slash at the end is ignored when no route has it.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RouteTree
{
    /// <summary>No route has this path.</summary>
    public const int NotFound = -1;

    /// <summary>Routes have this path, none of them for this method.</summary>
    public const int MethodNotAllowed = -2;

    /// <summary>The event is no JSON object.</summary>
    public const int Unreadable = -3;

    /// <summary>
    /// Which entry of the function answers, or one of the negative constants. Notes in the invocation whether the path decided, because
    /// the entry then takes the route's variables from the path.
    /// </summary>
    /// <param name="routes">The routes as the generator wrote them.</param>
    /// <param name="payload">The event.</param>
    /// <param name="invocation">Receives how the route was found.</param>
    public static int Find(ReadOnlySpan<byte> routes, ReadOnlyMemory<byte> payload, Invocation invocation)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        invocation.IsRoutedByPath = false;
        var tree = new RouteTreeText(routes);
        var scan = new RouteScan(payload.Span);
        int route;
        try
        {
            route = scan.Read(tree);
        }
        catch (JsonException)
        {
            return Unreadable;
        }

        if (route < 0 && scan.HasPath)
        {
            invocation.IsRoutedByPath = true;
            route = Match(tree, scan.Method, scan.Path, out _);
        }

        return route >= 0 ? tree.EntryOf(route) : route;
    }

    /// <summary>Answers a request that no route fits: 404, or 405 with the methods that its path has.</summary>
    public static void Refuse(ReadOnlySpan<byte> routes, ReadOnlyMemory<byte> payload, Invocation invocation, IBufferWriter<byte> response) =>
        Refuse(routes, payload, invocation, ReplyTarget.Of(response, payload));

    /// <summary>The same for a caller who may read a stream.</summary>
    public static ValueTask RefuseAsync(ReadOnlySpan<byte> routes, ReadOnlyMemory<byte> payload, Invocation invocation, IBufferWriter<byte> response, bool streamsUrl, bool streamsRoutes)
    {
        var target = new ReplyTarget(response, new RouteEvent(payload), invocation, streamsUrl, streamsRoutes);
        Refuse(routes, payload, invocation, target);
        return target.CompleteAsync();
    }

    private static void Refuse(ReadOnlySpan<byte> routes, ReadOnlyMemory<byte> payload, Invocation invocation, ReplyTarget target)
    {
        var tree = new RouteTreeText(routes);
        var scan = new RouteScan(payload.Span);
        var status = 400;
        RouteMethods allowed = default;
        try
        {
            scan.Read(tree);
            status = Match(tree, scan.Method, scan.Path, out allowed) == MethodNotAllowed ? 405 : 404;
        }
        catch (JsonException)
        {
            // 400: what cannot be read is no request.
        }

        var parts = status == 405 ? ReplyParts.WithHeader(null, "Allow", allowed.ToString()) : null;
        Problems.Write(target, payload, invocation, status, null, null, null, parts, default);
    }

    /// <summary>The route that method and path choose: its place among the sorted keys, or a negative constant.</summary>
    internal static int Match(RouteTreeText tree, ReadOnlySpan<byte> method, ReadOnlySpan<byte> path, out RouteMethods allowed)
    {
        allowed = default;
        if (path.IsEmpty || path[0] != '/')
            return tree.Default;
        var code = RouteMethods.CodeOf(method);
        var route = tree.Match(tree.Root, path[1..], code, ref allowed);
        if (route < 0 && path.Length > 1 && path[^1] == '/')
            route = tree.Match(tree.Root, path[1..^1], code, ref allowed);
        if (route >= 0)
            return route;
        if (tree.Default >= 0)
            return tree.Default;
        return allowed.IsEmpty ? NotFound : MethodNotAllowed;
    }
}
