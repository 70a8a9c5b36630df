using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Serverless.Artifacts;
using Serverless.Runtime;

namespace Serverless.Analyzers.Tests.Handlers;

/// <summary>
/// The tree against a matcher that is too simple to be wrong: try every route, keep those that fit, take the most exact one. Names come
/// from a small alphabet, so that routes share segments, hide each other and make the tree go back.
/// </summary>
public sealed class RouteTreeProperties
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
    private static readonly string[] Words = ["a", "b", "ab", "é", "a.b", "A"];

    [Property(MaxTest = 5_000, Arbitrary = [typeof(Cases)], QuietOnSuccess = true)]
    public void The_tree_chooses_as_trying_every_route_does(Case @case)
    {
        ArgumentNullException.ThrowIfNull(@case);
        var tree = Encoding.UTF8.GetBytes(RouteTreeBuilder.Build(@case.Routes.Select(static (route, i) => (route, i))));
        var invocation = new Invocation();
        var chosen = RouteTree.Find(tree, Event(@case), invocation);
        var expected = Naive.Choose(@case.Routes, @case.Method, @case.Path);
        Assert.True(expected == chosen, $"{@case}: expected {expected}, was {chosen}");
        Assert.True(invocation.IsRoutedByPath);
        if (expected == RouteTree.MethodNotAllowed)
            Assert.Equal(Naive.Allowed(@case.Routes, @case.Path), Allowed(tree, @case));
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(Cases)], QuietOnSuccess = true)]
    public void A_named_route_is_found_whatever_the_path(Case @case)
    {
        ArgumentNullException.ThrowIfNull(@case);
        var tree = Encoding.UTF8.GetBytes(RouteTreeBuilder.Build(@case.Routes.Select(static (route, i) => (route, i))));
        for (var i = 0; i < @case.Routes.Length; i++)
        {
            if (@case.Routes[i] == "$default")
                continue;
            var invocation = new Invocation();
            Assert.Equal(i, RouteTree.Find(tree, Json(new JsonObject { ["version"] = "2.0", ["routeKey"] = @case.Routes[i], ["rawPath"] = @case.Path }), invocation));
            Assert.False(invocation.IsRoutedByPath);
        }
    }

    private static string Allowed(byte[] tree, Case @case)
    {
        var response = new System.Buffers.ArrayBufferWriter<byte>();
        RouteTree.Refuse(tree, Event(@case), new Invocation(), response);
        return Answer.Read(response.WrittenSpan.ToArray()).Headers["allow"];
    }

    private static ReadOnlyMemory<byte> Event(Case @case) => Json(new JsonObject
    {
        ["version"] = "2.0",
        ["routeKey"] = "$default",
        ["rawPath"] = @case.Path,
        ["requestContext"] = new JsonObject { ["http"] = new JsonObject { ["method"] = @case.Method }, ["stage"] = "$default" },
    });

    private static ReadOnlyMemory<byte> Json(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString());

    public sealed record Case(ImmutableArray<string> Routes, string Method, string Path)
    {
        public override string ToString() => $"{Method} {Path} in [{string.Join(" | ", Routes)}]";
    }

    internal static class Cases
    {
        public static Arbitrary<Case> Case()
        {
            var segment = Gen.Frequency((5, Gen.Elements(Words)), (3, Gen.Constant("{x}")));
            var path =
                from segments in UpTo(4, segment)
                from greedy in Gen.Frequency((4, Gen.Constant("")), (1, Gen.Constant("/{rest+}")))
                from slash in Gen.Frequency((9, Gen.Constant("")), (1, Gen.Constant("/")))
                select Path(Named(segments), greedy, slash);
            var route = Gen.Frequency(
                (30, from method in Gen.Frequency((4, Gen.Elements(Methods)), (1, Gen.Constant("ANY"))) from p in path select method + " " + p),
                (1, Gen.Constant("$default")));
            var asked =
                from segments in UpTo(5, Gen.Frequency((8, Gen.Elements(Words)), (1, Gen.Elements("", "%61", "%C3%A9", "a%2Fb", "%", "%zz", "+"))))
                from slash in Gen.Frequency((5, Gen.Constant("")), (1, Gen.Constant("/")))
                select "/" + string.Join("/", segments) + slash;
            return (from routes in route.NonEmptyListOf()
                    from method in Gen.Frequency((9, Gen.Elements(Methods)), (1, Gen.Constant("TRACE")))
                    from p in asked
                    select new Case([.. routes.DistinctBy(Form)], method, p)).ToArbitrary();
        }

        private static Gen<List<string>> UpTo(int most, Gen<string> item) =>
            from count in Gen.Choose(0, most) from items in item.ListOf(count) select items.ToList();

        private static string Path(IReadOnlyList<string> segments, string greedy, string slash)
        {
            var path = string.Concat(segments.Select(static s => "/" + s)) + greedy;
            return path.Length == 0 ? "/" : greedy.Length > 0 ? path : path + slash;
        }

        /// <summary>API Gateway wants the variables of one path to differ.</summary>
        private static List<string> Named(IReadOnlyList<string> segments) => [.. segments.Select(static (s, i) => s == "{x}" ? "{x" + i + "}" : s)];

        /// <summary>Two routes that differ in names of variables alone are refused by the front end.</summary>
        private static string Form(string route) => new Serverless.Model.RouteKey(route.Split(' ')[0], route.Contains(' ', StringComparison.Ordinal) ? route.Split(' ')[1] : "").Form;
    }

    /// <summary>Every route is tried.</summary>
    private static class Naive
    {
        public static int Choose(ImmutableArray<string> routes, string method, string path)
        {
            var exact = Best(routes, method, path);
            if (exact < 0 && path.Length > 1 && path[^1] == '/')
                exact = Best(routes, method, path[..^1]);
            if (exact >= 0)
                return exact;
            if (routes.IndexOf("$default") is >= 0 and var other)
                return other;
            return Allowed(routes, path).Length > 0 ? RouteTree.MethodNotAllowed : RouteTree.NotFound;
        }

        public static string Allowed(ImmutableArray<string> routes, string path)
        {
            var fitting = routes.Where(r => r != "$default" && (Fits(r, path) || (path.Length > 1 && path[^1] == '/' && Fits(r, path[..^1])))).Select(static r => r.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
            return string.Join(", ", Methods.Where(fitting.Contains));
        }

        private static int Best(ImmutableArray<string> routes, string method, string path)
        {
            var fitting = routes.Where(r => r != "$default" && r.Split(' ')[0] is var asked && (asked == method || asked == "ANY") && Fits(r, path)).ToList();
            return fitting.Count == 0 ? -1 : routes.IndexOf(fitting.OrderBy(Rank, StringComparer.Ordinal).First());
        }

        /// <summary>Segment for segment: text, then a variable, then the rest; a method before ANY.</summary>
        private static string Rank(string route) =>
            string.Concat(Segments(route.Split(' ')[1]).Select(static s => s.EndsWith("+}", StringComparison.Ordinal) ? '3' : s.StartsWith('{') ? '2' : '1')) + (route.StartsWith("ANY ", StringComparison.Ordinal) ? "9" : "0");

        private static bool Fits(string route, string path)
        {
            var pattern = Segments(route.Split(' ')[1]);
            var segments = Segments(path);
            for (var i = 0; i < pattern.Length; i++)
            {
                if (pattern[i].EndsWith("+}", StringComparison.Ordinal))
                    return i < segments.Length && string.Join("/", segments[i..]).Length > 0;
                if (i >= segments.Length || (pattern[i].StartsWith('{') ? segments[i].Length == 0 : !IsText(segments[i], pattern[i])))
                    return false;
            }

            return pattern.Length == segments.Length;
        }

        private static bool IsText(string segment, string text)
        {
            if (System.Text.RegularExpressions.Regex.IsMatch(segment, "%(?![0-9A-Fa-f]{2})"))
                return false;
            return Uri.UnescapeDataString(segment) == text;
        }

        private static string[] Segments(string path) => path == "/" ? [] : path[1..].Split('/');
    }
}
