using Serverless;

[assembly: ServerlessApplication(Description = "Purchases, and who approves them.", Removal = RemovalPolicy.Delete)]
[assembly: QueueResource("Approvals")]
