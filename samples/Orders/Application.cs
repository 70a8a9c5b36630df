using Amazon.DynamoDBv2.Model;
using Serverless;

[assembly: ServerlessHttpApi("OrdersApi", CorsOrigins = ["https://shop.example"])]
[assembly: TableResource("OrdersTable", "id", Indexes = ["byEmail: email, placedAt"])]
[assembly: EnvironmentVariable("ORDERS_TABLE", "@OrdersTable")]
[assembly: MapException(typeof(ConditionalCheckFailedException), 409, Title = "The order exists already")]
