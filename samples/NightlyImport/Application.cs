using Serverless;

[assembly: ServerlessApplication(Description = "Sales of the shops, imported every night.", Removal = RemovalPolicy.Delete)]
[assembly: BucketResource("Landing")]
[assembly: BucketResource("Results")]
[assembly: TableResource("SalesTable", "shop", SortKey = "receipt")]
[assembly: TopicResource("Reports")]
[assembly: TopicResource("Operations")]
[assembly: TemplateParameter("ScriptLocation", Description = "s3:// address of the script of the Glue job.")]
[assembly: EnvironmentVariable("LANDING_BUCKET", "@Landing")]
