using Serverless;

[assembly: BucketResource("Uploads", EventBridge = true)]
[assembly: TableResource("DocumentsTable", "id")]
[assembly: TopicResource("Alerts", Email = "editors@example.com")]
[assembly: TopicResource("Operations", Email = "ops@example.com")]
