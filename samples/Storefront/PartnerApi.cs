using Serverless;

namespace Storefront;

/// <summary>What partners call: with a client certificate, an API key that is metered, and answers that are cached.</summary>
[ServerlessRestApi(
    Authorizer = nameof(PartnerKeys.PartnerMayCall),
    DomainName = "@PartnerDomain",
    CertificateArn = "@PartnerCertificate",
    MutualTlsTruststore = "@PartnerTruststore",
    DisableExecuteApiEndpoint = true,
    WebAcl = "managed",
    ThrottleRate = 50,
    CacheSizeGB = 0.5,
    CacheTtl = 60,
    CanaryPercent = 10,
    ExecutionLogs = ApiExecutionLogs.Error,
    Tracing = true,
    CorsOrigins = ["https://partners.example"],
    MinimumCompressionSize = 1024,
    BinaryMediaTypes = ["image/*"])]
[UsagePlan("Bronze", RateLimit = 10, BurstLimit = 20, Quota = 10_000, QuotaPeriod = QuotaPeriod.Month, ApiKeys = ["Acme"])]
[UsagePlan("Gold", RateLimit = 100, BurstLimit = 200, ApiKeys = ["Globex"])]
[StageVariable("currency", "USD")]
[ServiceRoute("GET /pictures/{key}", "s3:getObject", On = "@Pictures/*", Parameters = ["Bucket=@Pictures", "Key=$request.path.key"], CacheTtl = 300, CacheKeys = ["method.request.path.key"])]
[ServiceRoute("GET /prices/{id}", "dynamodb:getItem", On = "@ProductsTable", Parameters = ["TableName=@ProductsTable", "Key.id.S=$request.path.id"], ResponseTemplate = """{ "price": $input.json('$.Item.price.N') }""")]
[HttpProxy("GET /terms", "https://shop.example/terms", Authorizer = Authorizers.None)]
[MockRoute("GET /status", Body = """{ "status": "open" }""", Authorizer = Authorizers.None)]
public sealed class PartnerApi;
