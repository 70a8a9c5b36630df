namespace Serverless.Analyzers.Tests.Handlers;

/// <summary>One project with a handler for each thing that tests call, compiled once for all of them.</summary>
internal static class Shop
{
    private static readonly Lazy<CompiledHandlers> Compiled = new(static () => CompiledHandlers.Of(Source));

    public static CompiledHandlers Handlers => Compiled.Value;

    private const string Source = """
        using Serverless;
        using Serverless.Http;
        using System.ComponentModel.DataAnnotations;
        using System.Security.Claims;
        using System.Text;
        using System.Text.Json.Serialization;

        [assembly: MapException(typeof(InvalidOperationException), 409, Title = "Not now")]

        namespace Shop;

        public enum Size { Small, Large }

        public sealed record Line([property: StringLength(5, MinimumLength = 1)] string Sku, [property: Range(1, 100)] int Quantity);
        public sealed record NewOrder([property: MinLength(1)] Line[] Lines, [property: EmailAddress] string Email, string? Note = null, Dictionary<string, Line>? More = null);
        public sealed record Settings { public required int Limit { get; init; } public string Name { get; set; } = "none"; }
        public sealed record Period(DateOnly From, DateOnly To) : IValidatableObject
        {
            public IEnumerable<ValidationResult> Validate(ValidationContext context)
            {
                if (To < From)
                    yield return new ValidationResult("must not be before from", new[] { nameof(To) });
            }
        }

        [AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
        public sealed class EvenAttribute : ValidationAttribute
        {
            public override bool IsValid(object? value) => value is int number && number % 2 == 0;
            public override string FormatErrorMessage(string name) => "must be even";
        }

        public readonly record struct Sku(string Text) : IParsable<Sku>
        {
            public static Sku Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var sku) ? sku : throw new FormatException();
            public static bool TryParse(string? s, IFormatProvider? provider, out Sku result) { result = new(s ?? ""); return s is { Length: 3 }; }
        }

        public sealed record Page(int Skip, int Take = 20, [property: BindHeader("X-Tenant")] string? Tenant = null);

        [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind"), JsonDerivedType(typeof(Circle), "circle"), JsonDerivedType(typeof(Square), "square")]
        public abstract record Shape(string Colour);
        public sealed record Circle(string Colour, int Radius) : Shape(Colour);
        public sealed record Square(string Colour, int Side) : Shape(Colour);

        [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
        [JsonSerializable(typeof(Shape)), JsonSerializable(typeof(NewOrder)), JsonSerializable(typeof(Settings)), JsonSerializable(typeof(Period)), JsonSerializable(typeof(Page))]
        [JsonSerializable(typeof(List<Line>)), JsonSerializable(typeof(int)), JsonSerializable(typeof(bool)), JsonSerializable(typeof(Guid)), JsonSerializable(typeof(DateTime)), JsonSerializable(typeof(string)), JsonSerializable(typeof(int[])), JsonSerializable(typeof(Dictionary<string, string>))]
        internal sealed partial class ShopJson : JsonSerializerContext;

        public sealed class Routes
        {
            [HttpRoute("POST /shapes")]
            public static string Draw(Shape shape) => shape is Circle { Radius: var radius } ? $"{shape.Colour} {radius}" : shape.ToString();

            [HttpRoute("GET /typed/{id}")]
            public static string Typed(Guid id, int take, Size? size, DateOnly? day, decimal price = 1.5m, DateTimeOffset? at = null, Sku? sku = null, bool loud = false, char? mark = null, TimeSpan? wait = null, Uri? link = null) =>
                FormattableString.Invariant($"{id:N} {take} {size} {day:o} {price} {at:o} {sku?.Text} {loud} {mark} {wait} {link}");

            [HttpRoute("GET /lists")]
            public static int[] Lists(int[] ids, List<Size>? sizes, [BindHeader("x-tags")] string[]? tags) => [.. ids, sizes?.Count ?? -1, tags?.Length ?? -1];

            [HttpRoute("GET /places")]
            public static string Places([BindHeader("X-Key")] string key, [BindCookie] string? session, [BindClaim("sub")] string? who, [BindStageVariable] string? color, [BindAuthorizer("tier")] int? tier) => $"{key}|{session}|{who}|{color}|{tier}";

            [HttpRoute("GET /page/{skip}")]
            public static Page Paged([BindQuery] Page page) => page;

            [HttpRoute("GET /checked")]
            public static string Checked([Range(1, 50)] int take, [EmailAddress] string? email = null, [RegularExpression("[a-z]+")] string? word = null, [AllowedValues("a", "b")] string? pick = null, [Even] int even = 2, [MinLength(2)] int[]? ids = null) => "fine";

            [HttpRoute("POST /orders", StatusCode = 201)]
            public static NewOrder Order(NewOrder order) => order;

            [HttpRoute("POST /lines")]
            public static int Lines(List<Line>? lines) => lines?.Count ?? -1;

            [HttpRoute("POST /settings")]
            public static Settings Save(Settings settings) => settings;

            [HttpRoute("POST /period")]
            public static Period SavePeriod(Period period) => period;

            [HttpRoute("POST /text")]
            public static string Text([BindBody] string? text) => text ?? "nothing";

            [HttpRoute("POST /bytes")]
            public static byte[] Bytes(byte[] body) => body;

            [HttpRoute("POST /stream")]
            public static Stream Raw(Stream body) => body;

            [HttpRoute("GET /bool")] public static bool Bool() => true;
            [HttpRoute("GET /guid")] public static Guid Guid() => System.Guid.Empty;
            [HttpRoute("GET /time")] public static DateTime Time() => new(2026, 1, 31, 12, 0, 0, DateTimeKind.Utc);
            [HttpRoute("GET /time-async")] public static async Task<DateTime> TimeAsync() { await Task.Yield(); return Time(); }
            [HttpRoute("GET /value-task")] public static async ValueTask<int> ValueTask() { await Task.Yield(); return 7; }
            [HttpRoute("DELETE /nothing")] public static async Task Nothing() => await Task.Yield();
            [HttpRoute("GET /void")] public static void Void() { }
            [HttpRoute("GET /null")] public static string? Null() => null;
            [HttpRoute("GET /null-204", NullStatusCode = 204)] public static NewOrder? Null204() => null;
            [HttpRoute("GET /empty")] public static List<Line> Empty() => [];

            [HttpRoute("GET /sequence")]
            public static async IAsyncEnumerable<int> Sequence() { yield return 1; await Task.Yield(); yield return 2; }

            [HttpRoute("GET /slow-stream")]
            public static Stream SlowStream() => new Trickle(Encoding.UTF8.GetBytes("0123456789"));

            [HttpRoute("GET /cookies")]
            public static HttpReply Cookies() => HttpReply.Text("ok").WithCookie("a", "1").WithCookie("b", "2", TimeSpan.FromMinutes(1), sameSite: CookieSameSite.Strict).WithHeader("X-Many", "1").WithHeader("x-many", "2").WithHeader("Set-Cookie", "c=3");

            [HttpRoute("GET /etag")]
            public static HttpReply<int> Tagged() => HttpReply.Ok(7).WithETag("v1");

            [HttpRoute("GET /typed-null")] public static HttpReply<NewOrder?> TypedNull() => (NewOrder?)null;
            [HttpRoute("GET /conflict")] public static HttpReply<NewOrder> Conflict() => HttpReply.Conflict("a \"quoted\" detail");
            [HttpRoute("GET /download")] public static HttpReply Download() => HttpReply.Bytes(new byte[] { 0, 255 }, "image/png", "naïve.png");
            [HttpRoute("GET /written")] public static HttpReply Written() => HttpReply.Stream(static async (s, c) => await s.WriteAsync("hi"u8.ToArray(), c), "text/csv");

            [HttpRoute("GET /mapped")] public static int Mapped() => throw new ObjectDisposedException("x");
            [HttpRoute("GET /near"), MapException(typeof(Exception), 418, Title = "Teapot")] public static int Near() => throw new InvalidOperationException();
            [HttpRoute("GET /broken")] public static int Broken() => throw new NotSupportedException("secret");
            [HttpRoute("GET /problem")] public static int Problem() => throw new HttpProblemException(402, "Pay", "first");
            [HttpRoute("GET /rethrow"), MapException(typeof(Exception), 0)] public static int Rethrow() => throw new NotSupportedException();

            [HttpRoute("GET /deadline")]
            public static async Task<int> Deadline(CancellationToken deadline) { await Task.Delay(Timeout.Infinite, deadline); return 1; }

            [HttpRoute("GET /who")]
            public static string Who(ClaimsPrincipal user, RouteRequest request) =>
                $"{user.Identity!.IsAuthenticated} {user.Identity.Name} {user.IsInRole("staff")} {request.Method} {request.Path} {request.SourceIp} {request.RequestId} {string.Join("+", request.Query("a"))}";

            [HttpRoute("GET /keywords/{class}")]
            public static string Keywords(string @class, string payload = "p", string request = "r", string faults = "f", string response = "s", string deadline = "d") => @class + payload + request + faults + response + deadline;

            [HttpRoute("GET /files/{path+}")]
            public static string Files(string path) => path;

            [HttpRoute("GET /same")] public static string Same() => "none";
            [HttpRoute("GET /same/{id}"), ServerlessFunction("RoutesSameOne")] public static string Same(int id) => "one";

            public sealed class Inner
            {
                [HttpRoute("GET /inner")] public static string Get() => "inner";
            }

            private sealed class Trickle(byte[] bytes) : Stream
            {
                private int _position;
                public override int Read(byte[] buffer, int offset, int count) { if (_position == bytes.Length) return 0; buffer[offset] = bytes[_position++]; return 1; }
                public override bool CanRead => true;
                public override bool CanSeek => false;
                public override bool CanWrite => false;
                public override long Length => throw new NotSupportedException();
                public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
                public override void Flush() { }
                public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
                public override void SetLength(long value) => throw new NotSupportedException();
                public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
            }
        }
        """;
}
