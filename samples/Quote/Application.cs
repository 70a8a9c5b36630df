using Serverless;

[assembly: ServerlessApplication(Description = "Prices for baskets.", Removal = RemovalPolicy.Delete)]
[assembly: TableResource("QuotesTable", "id")]
