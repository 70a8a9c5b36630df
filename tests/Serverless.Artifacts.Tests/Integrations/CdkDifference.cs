using System.Text.RegularExpressions;

namespace Serverless.Artifacts.Tests.Integrations;

/// <summary>Why a line of one role is not in the other.</summary>
/// <param name="Integration">The resource of the state, `*` standing for anything.</param>
/// <param name="Line">`+` ours alone or `-` the CDK's alone, action, resource, condition keys; `*` standing for anything, `\*` for itself.</param>
/// <param name="Reason">Why.</param>
internal sealed record CdkDifference(string Integration, string Line, string Reason)
{
    private const string Jobs = "only a state that waits asks for the job and stops it";
    private const string NoTags = "the CDK allows tagging always; tags are not given here";
    private const string Passed = "the role may be passed to the service alone, which the CDK does not say, or says as a pattern";
    private const string Narrowed = "the CDK does not narrow it to what the state names";
    private const string Reads = "reading is limited to buckets of the account, which is all that can be known of a query's data";
    private const string OwnKind = "each action is allowed on its own kind of resource alone";

    public static readonly CdkDifference[] All =
    [
        new("athena:startQueryExecution*", "- athena:getDataCatalog *:workgroup/reports", OwnKind),
        new("athena:startQueryExecution*", "- athena:startQueryExecution *:datacatalog/*", OwnKind),
        new("athena:startQueryExecution*", "- athena:getQueryExecution *:datacatalog/*", OwnKind),
        new("athena:startQueryExecution", "- athena:getQueryExecution *:workgroup/reports", Jobs),
        new("athena:startQueryExecution.sync", "+ athena:StopQueryExecution *", "the guide's policy has it: a stopped execution stops its query"),
        new("athena:startQueryExecution*", "- glue:*Create*", "the query only reads"),
        new("athena:startQueryExecution*", "- glue:*Update*", "the query only reads"),
        new("athena:startQueryExecution*", "- glue:*Delete*", "the query only reads"),
        new("athena:startQueryExecution*", "- glue:*Get*", "the CDK narrows reading of the catalogue to the context's database, though the text may name another"),
        new("athena:startQueryExecution*", "+ glue:*Get*", "the CDK narrows reading of the catalogue to the context's database, though the text may name another"),
        new("athena:startQueryExecution*", @"- s3:CreateBucket \*", "the bucket of the results exists"),
        new("athena:startQueryExecution*", "*s3:ListBucketMultipartUploads arn:aws:s3:::results*", "the action is one of buckets, and the CDK allows it on objects"),
        new("athena:*", "+ s3:* StringEquals:aws:ResourceAccount", Reads),
        new("athena:*", @"- s3:* \*", Reads),
        new("athena:*", "+ athena:* *:workgroup/*", "a query belongs to a workgroup, all of which are the account's"),
        new("athena:*", @"- athena:* \*", "a query belongs to a workgroup, all of which are the account's"),
        new("aws-sdk:glue:startCrawler", "- glue:GetCrawler *", "the state makes one call; the construct is meant to be followed by another"),
        new("batch:submitJob", "- events:*", "only a state that waits needs the rule"),
        new("batch:submitJob*", "* batch:SubmitJob *:job-definition/*", Narrowed),
        new("batch:submitJob.sync", @"+ batch:DescribeJobs \*", "the guide's policy has it, the CDK does not: " + Jobs),
        new("batch:submitJob.sync", "+ batch:TerminateJob *:job/*", "the guide's policy has it, the CDK does not: " + Jobs),
        new("bedrock:createModelCustomizationJob", "- bedrock:TagResource *", NoTags),
        new("codebuild:startBuild", "- codebuild:StopBuild *", Jobs),
        new("codebuild:startBuild", "- codebuild:BatchGetBuilds *", Jobs),
        new("codebuild:startBuild*", "- codebuild:BatchGetReports *", "reports belong to report groups, and neither the guide's policy nor the pattern asks for them"),
        new("ecs:runTask*", "+ iam:PassRole *:role/\\* StringEquals:iam:PassedToService", "the roles stand in the task definition, which the state only names; where the application has it, its roles are named"),
        new("ecs:runTask*", "- iam:PassRole *", "the CDK knows the task definition beside the state"),
        new("ecs:runTask", @"- ecs:* \*", Jobs),
        new("ecs:runTask.waitForTaskToken", @"- ecs:* \*", Jobs),
        new("ecs:runTask.sync", @"- ecs:* \*", "the CDK does not narrow it to the tasks of the cluster"),
        new("ecs:runTask.sync", "+ ecs:* *:task/cluster/*", "the CDK does not narrow it to the tasks of the cluster"),
        new("elasticmapreduce:addStep", "- elasticmapreduce:CancelSteps *", Jobs),
        new("elasticmapreduce:addStep", "- elasticmapreduce:DescribeStep *", Jobs),
        new("elasticmapreduce:terminateCluster", "- elasticmapreduce:DescribeCluster *", Jobs),
        new("elasticmapreduce:createCluster*", "- elasticmapreduce:AddTags *", NoTags),
        new("elasticmapreduce:createCluster", @"- elasticmapreduce:* \*", Jobs),
        new("elasticmapreduce:createCluster.sync", @"- elasticmapreduce:* \*", "the CDK does not narrow it to clusters of the account"),
        new("elasticmapreduce:createCluster.sync", @"+ elasticmapreduce:* *:cluster/\*", "the CDK does not narrow it to clusters of the account"),
        new("elasticmapreduce:createCluster*", "* iam:CreateServiceLinkedRole *", "the same names of the service, as a list and as a pattern"),
        new("elasticmapreduce:*", @"- elasticmapreduce:* *:cluster/\*", Narrowed),
        new("elasticmapreduce:*", "+ elasticmapreduce:* *:cluster/j-1", Narrowed),
        new("http:invoke", "* secretsmanager:* *:secret:events!connection/shop/*", "the ARN of the connection does not tell the random end of its secret's"),
        new("http:invoke", "+ states:InvokeHTTPEndpoint * StringEquals:states:HTTPMethod", "the method is known and narrows it; the CDK leaves it out"),
        new("http:invoke", "- states:InvokeHTTPEndpoint * StringLike:states:HTTPEndpoint", "the CDK makes the endpoint an expression, and is told its root besides"),
        new("lambda:invoke*", "- lambda:InvokeFunction *:function:work:\\*", "no version is called"),
        new("map", "* s3:*", "the CDK does not narrow it to the file, nor to the prefix"),
        new("map", "+ states:*Execution *:execution:machine/each:\\*", "children have the label in their ARN, which the CDK says for redriving alone"),
        new("mediaconvert:createJob.sync", @"- mediaconvert:* \*", "the CDK does not narrow it to jobs"),
        new("mediaconvert:createJob.sync", @"+ mediaconvert:* *:jobs/\*", "the CDK does not narrow it to jobs"),
        new("sagemaker:create*", @"- sagemaker:ListTags \*", "only jobs are found by their tags"),
        new("sagemaker:createTransformJob*", "- iam:PassRole *", "the call has no argument for a role: that of the model was passed when the model was made"),
        new("sagemaker:createTrainingJob", "- sagemaker:AddTags *", Jobs),
        new("sagemaker:create*Job", "- sagemaker:Describe*", Jobs),
        new("sagemaker:create*Job", "- sagemaker:Stop*", Jobs),
        new("sagemaker:*", "- sagemaker:* *\\*", "the CDK allows names that begin so, or all of them"),
        new("sagemaker:*", "+ sagemaker:*", "the CDK allows names that begin so, or all of them"),
        new("states:startExecution.sync:2", "* states:*Execution *:execution:child*", "the CDK's pattern takes in machines whose names begin so"),
        new("*", "+ iam:PassRole * StringEquals:iam:PassedToService", Passed),
        new("*", "- iam:PassRole *", Passed),
    ];

    public bool Explains(string integration, string line) => Matches(Integration, integration) && Matches(Line, line);

    private static bool Matches(string pattern, string text) =>
        Regex.IsMatch(text, "^" + Regex.Escape(pattern).Replace(@"\\\*", "\u0001", StringComparison.Ordinal).Replace(@"\*", ".*", StringComparison.Ordinal).Replace("\u0001", @"\*", StringComparison.Ordinal) + "$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
