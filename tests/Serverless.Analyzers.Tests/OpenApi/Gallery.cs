namespace Serverless.Analyzers.Tests.OpenApi;

/// <summary>One application that uses everything an OpenAPI document can say: an HTTP API and a REST API with the same types.</summary>
internal static class Gallery
{
    private const string Usings = """
        using System.ComponentModel.DataAnnotations;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using Serverless;
        using Serverless.Http;
        using Serverless.StepFunctions;

        """;

    private const string Types = Usings + """
        namespace Shop;

        /// <summary>What a picture is made with.</summary>
        [JsonConverter(typeof(JsonStringEnumConverter))]
        public enum Technique { Oil, Ink, [JsonStringEnumMemberName("water-colour")] WaterColour }

        public enum Stock { None, Some = 5 }

        /// <summary>A thing that hangs.</summary>
        [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
        [JsonDerivedType(typeof(Painting), "painting"), JsonDerivedType(typeof(Print), "print")]
        public abstract record Work(Guid Id, string Title);

        /// <summary>One of its kind.</summary>
        /// <param name="Technique">How it was made.</param>
        public sealed record Painting(Guid Id, string Title, Technique Technique, Work? Study) : Work(Id, Title);

        public sealed record Print(Guid Id, string Title, [property: Range(1, 500)] int Edition, Stock Stock) : Work(Id, Title);

        /// <summary>Some of many.</summary>
        /// <param name="Items">Those of this page.</param>
        /// <param name="Next">Where the next page begins; null on the last.</param>
        public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

        /// <summary>A new print.</summary>
        /// <example>{ "title": "Wave", "edition": 100, "tags": ["sea"] }</example>
        public sealed record NewPrint(
            [property: StringLength(80, MinimumLength = 1)] string Title,
            [property: Range(0, 500, MinimumIsExclusive = true)] int Edition,
            [property: MaxLength(5)] string[] Tags,
            Size? Size,
            string? Note,
            [property: RegularExpression("[a-z]{2}")] string Language = "en")
        {
            /// <summary>What it may cost, by currency.</summary>
            public Dictionary<string, decimal> Prices { get; init; } = [];

            /// <summary>Counted when it is stored.</summary>
            public int Length => Title.Length;

            [Obsolete] public DateOnly? Day { get; init; }
        }

        public readonly record struct Size(double Width, double Height);

        """;

    public static string[] Http { get; } = [Types, Usings + """
        [assembly: ServerlessHttpApi("GalleryApi", Authorizer = "Visitors", CorsOrigins = ["https://gallery.example"], CorsMaxAge = 600)]
        [assembly: JwtAuthorizer("Visitors", Issuer = "https://login.example/", Audience = ["gallery"], Scopes = ["works.read"])]
        [assembly: QueueResource("Orders")]
        [assembly: EventBusResource("Bus")]
        [assembly: TemplateParameter("Link")]
        [assembly: TemplateParameter("Listener")]
        [assembly: HttpProxy("ANY /old/{path+}", "https://old.example/{path}", Parameters = ["overwrite:header.x-visitor=$context.authorizer.claims.sub", "remove:header.cookie"])]
        [assembly: HttpProxy("GET /stock", "@Listener", VpcLink = "@Link", TlsServerName = "stock.internal", Authorizer = Authorizers.None)]
        [assembly: ServiceRoute("POST /orders", "sqs:sendMessage", On = "@Orders", Parameters = ["QueueUrl=@Orders", "MessageBody=$request.body"])]
        [assembly: ServiceRoute("POST /events", "events:putEvents", On = "@Bus", Parameters = ["EventBusName=@Bus", "Source=gallery", "DetailType=Seen", "Detail=$request.body"])]

        namespace Shop
        {
            [MapException(typeof(InvalidOperationException), 409, Title = "It is sold")]
            public sealed class Works
            {
                /// <summary>Works on show.</summary>
                /// <param name="technique">Only those.</param>
                /// <param name="tag">Any of these.</param>
                /// <returns>A page of works.</returns>
                [HttpRoute("GET /works")]
                public Page<Work> List(Technique? technique, string[] tag, [Range(1, 50)] int take = 20, [BindHeader("X-Trace")] Guid? trace = null, [BindCookie("seen")] DateTimeOffset? seen = null) => throw new NotSupportedException();

                /// <summary>One work.</summary>
                /// <remarks>Also one that is not on show.</remarks>
                /// <response code="404">There is none, or it was stolen.</response>
                [HttpRoute("GET /works/{id}", Authorizer = Authorizers.None)]
                [HttpRoute("GET /paintings/{id}", Deprecated = true)]
                public Work? Get(Guid id) => null;

                [HttpRoute("PUT /works/{id}/print", StatusCode = 201, Scopes = ["works.write"])]
                public Task<HttpReply<Print>> Put(Guid id, NewPrint print) => throw new NotSupportedException();

                [HttpRoute("GET /works/{id}/picture")] public byte[] Picture(Guid id) => [];

                [HttpRoute("POST /works/{id}/picture")] public void Upload(Guid id, Stream picture) { }

                [HttpRoute("GET /health", Authorizer = Authorizers.None)] public string Health() => "ok";

                [HttpRoute("POST /prices", Authorizer = nameof(Door))] public Dictionary<string, decimal> Price(List<Guid> works) => [];

                [HttpRoute("DELETE /works/{id}", Authorizer = Authorizers.Iam)] public HttpReply Delete(Guid id) => HttpReply.NoContent();

                [HttpRoute("$default")] public JsonElement Rest(RouteRequest request) => default;

                [LambdaAuthorizer(ResultTtl = 60)] public bool Door([BindHeader("X-Key")] string key) => key == "x";
            }
        }
        """];

    public static string[] Rest { get; } = [Types, Usings + """
        [assembly: ServerlessRestApi("GalleryApi", Authorizer = "Visitors", CorsOrigins = ["https://gallery.example", "https://www.gallery.example"], CorsCredentials = true, CacheSizeGB = 0.5, MinimumCompressionSize = 1024)]
        [assembly: CognitoAuthorizer("Visitors", "@Pool", Scopes = ["works.read"])]
        [assembly: UsagePlan("partners", RateLimit = 10, ApiKeys = ["museum"])]
        [assembly: TemplateParameter("Pool")]
        [assembly: QueueResource("Orders")]
        [assembly: TopicResource("News")]
        [assembly: TableResource("WorksTable", "id")]
        [assembly: BucketResource("Pictures")]
        [assembly: EventBusResource("Bus")]
        [assembly: HttpProxy("GET /old/{path+}", "https://old.example/{path}", Parameters = ["header.x-visitor=context.authorizer.claims.sub"])]
        [assembly: ServiceRoute("POST /orders", "sqs:sendMessage", On = "@Orders", Parameters = ["MessageBody=$request.body"])]
        [assembly: ServiceRoute("POST /news", "sns:publish", On = "@News", Parameters = ["TopicArn=@News", "Message=$request.body.text"])]
        [assembly: ServiceRoute("GET /stock/{id}", "dynamodb:getItem", On = "@WorksTable", Parameters = ["TableName=@WorksTable", "Key.id.S=$request.path.id", "ConsistentRead=true"], ResponseTemplate = "$input.json('$.Item')")]
        [assembly: ServiceRoute("GET /pictures/{key+}", "s3:getObject", On = "@Pictures/public/*", Parameters = ["Key=public/$request.path.key"], CacheTtl = 300, CacheKeys = ["key"])]
        [assembly: ServiceRoute("PUT /stored/{name}", "s3:putObject", On = "@Pictures/public/*", Parameters = ["Bucket=@Pictures", "Key=public/$request.path.name"])]
        [assembly: ServiceRoute("POST /events", "events:putEvents", On = "@Bus", Parameters = ["Entries.0.EventBusName=@Bus", "Entries.0.Source=gallery", "Entries.0.DetailType=Seen", "Entries.0.Detail=$request.body"])]
        [assembly: MockRoute("GET /robots.txt", Body = "User-agent: *\nDisallow: /", ContentType = "text/plain", Authorizer = Authorizers.None)]

        namespace Shop
        {
            public sealed class Works
            {
                /// <summary>Works on show.</summary>
                [HttpRoute("GET /works", CacheTtl = 60, CacheKeys = ["technique", "take"])]
                public Page<Work> List(Technique? technique, string[] tag, [Range(1, 50)] int take = 20, [BindHeader("X-Trace")] Guid? trace = null) => throw new NotSupportedException();

                [HttpRoute("GET /all")] public Work[] All() => [];

                [HttpRoute("PUT /works/{id}/print", StatusCode = 201, ApiKeyRequired = true)]
                public Task<HttpReply<Print>> Put(Guid id, NewPrint print) => throw new NotSupportedException();

                [HttpRoute("POST /works", Validate = RequestValidation.None)] public Work Add(Work work) => work;

                [HttpRoute("POST /prices", Authorizer = nameof(Door), RequestTemplate = "$input.json('$')")] public Dictionary<string, decimal> Price(List<Guid> works) => [];

                [HttpRoute("GET /feed", Streaming = true, TimeoutMilliseconds = 29000)] public async IAsyncEnumerable<Work> Feed() { await Task.Yield(); yield break; }

                [HttpRoute("DELETE /works/{id}", Authorizer = Authorizers.Iam)] public void Delete(Guid id) { }

                [LambdaAuthorizer(ResultTtl = 60)] public bool Door([BindHeader("X-Key")] string key) => key == "x";
            }

            [StateMachine(Type = WorkflowType.Express)]
            [HttpRoute("POST /restorations")]
            public sealed class Restoration
            {
                [TaskState] public string Restore(string title) => title;
            }

            [StateMachine]
            [HttpRoute("POST /auctions")]
            public sealed class Auction
            {
                [TaskState] public string Sell(string title) => title;
            }
        }
        """];
}
