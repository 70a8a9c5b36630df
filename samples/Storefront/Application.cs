using Amazon.DynamoDBv2.Model;
using Serverless;
using Storefront;

[assembly: ServerlessApplication(Description = "A shop with partners, staff and live prices.", Removal = RemovalPolicy.Delete)]
[assembly: TableResource("ProductsTable", "id", Indexes = ["byCategory: category, id"])]
[assembly: TableResource("WatchersTable", "product", SortKey = "connection", TimeToLive = "expires")]
[assembly: QueueResource("Subscriptions")]
[assembly: BucketResource("Pictures")]
[assembly: EnvironmentVariable("PRODUCTS_TABLE", "@ProductsTable")]
[assembly: EnvironmentVariable("WATCHERS_TABLE", "@WatchersTable")]
[assembly: TemplateParameter("ShopDomain", Description = "Domain of the shop's API.")]
[assembly: TemplateParameter("ShopCertificate", Description = "ARN of the certificate of the shop's domain.")]
[assembly: TemplateParameter("PartnerDomain", Description = "Domain of the partners' API.")]
[assembly: TemplateParameter("PartnerCertificate", Description = "ARN of the certificate of the partners' domain.")]
[assembly: TemplateParameter("PartnerTruststore", Description = "s3:// address of the certificates that partners' certificates are checked against.")]
[assembly: TemplateParameter("StaffVpcEndpoint", Description = "VPC endpoint that staff call through.")]
[assembly: TemplateParameter("ReviewsListener", Description = "ARN of the listener of the load balancer in front of the reviews.")]
[assembly: MapException(typeof(ConditionalCheckFailedException), 409, Title = "Somebody else was faster")]
