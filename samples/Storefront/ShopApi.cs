using Serverless;

// The shop's own API. What stands on the assembly is the default: routes that name no API belong to it.
[assembly: ServerlessHttpApi(
    "ShopApi",
    Authorizer = "Customers",
    ThrottleRate = 200,
    ThrottleBurst = 400,
    DomainName = "@ShopDomain",
    CertificateArn = "@ShopCertificate",
    CorsOrigins = ["https://shop.example"],
    CorsMethods = ["GET", "POST"],
    CorsHeaders = ["authorization", "content-type"],
    CorsMaxAge = 600)]
[assembly: JwtAuthorizer("Customers", Issuer = "https://login.example/", Audience = ["shop"])]
[assembly: StageVariable("currency", "EUR")]

// Answered by others, without a function between.
[assembly: HttpProxy("ANY /blog/{path+}", "https://blog.example/{path}", Authorizer = Authorizers.None, Parameters = ["overwrite:header.x-shop='storefront'", "remove:header.cookie"])]
[assembly: HttpProxy("GET /stock/{sku}", "@StockService", VpcLink = "@ShopNetwork", Authorizer = Authorizers.None, TimeoutMilliseconds = 3000)]
[assembly: HttpProxy("ANY /reviews/{path+}", "@ReviewsListener", VpcLink = "@ShopNetwork", TlsServerName = "reviews.internal.example")]
[assembly: ServiceRoute("POST /newsletter", "sqs:sendMessage", On = "@Subscriptions", Parameters = ["QueueUrl=@Subscriptions", "MessageBody=$request.body"], Authorizer = Authorizers.None, ThrottleRate = 5)]
