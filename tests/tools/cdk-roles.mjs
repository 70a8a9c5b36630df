// Builds one state machine for each integration and pattern with aws-cdk-lib and prints, as a JSON array, what the CDK makes of it: the
// definition of the state and the statements of the machine's role. One process does all; the tests compare them with ours.
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const require = createRequire(import.meta.url);
const cdk = require("aws-cdk-lib");
const iam = require("aws-cdk-lib/aws-iam");
const sfn = require("aws-cdk-lib/aws-stepfunctions");
const tasks = require("aws-cdk-lib/aws-stepfunctions-tasks");
const ec2 = require("aws-cdk-lib/aws-ec2");
const ecs = require("aws-cdk-lib/aws-ecs");
const eks = require("aws-cdk-lib/aws-eks");
const s3 = require("aws-cdk-lib/aws-s3");
const sns = require("aws-cdk-lib/aws-sns");
const sqs = require("aws-cdk-lib/aws-sqs");
const lambda = require("aws-cdk-lib/aws-lambda");
const dynamodb = require("aws-cdk-lib/aws-dynamodb");
const events = require("aws-cdk-lib/aws-events");
const codebuild = require("aws-cdk-lib/aws-codebuild");
const apigateway = require("aws-cdk-lib/aws-apigateway");
const bedrock = require("aws-cdk-lib/aws-bedrock");

const account = "123456789012";
const region = "eu-central-1";
const here = (service, resource) => `arn:aws:${service}:${region}:${account}:${resource}`;
const roleArn = (name) => `arn:aws:iam::${account}:role/${name}`;
const { REQUEST_RESPONSE, RUN_JOB, WAIT_FOR_TASK_TOKEN } = sfn.IntegrationPattern;
const all = [REQUEST_RESPONSE, RUN_JOB, WAIT_FOR_TASK_TOKEN];
const token = sfn.TaskInput.fromObject({ token: sfn.JsonPath.taskToken });
const role = (scope, name) => iam.Role.fromRoleArn(scope, name, roleArn(name), { mutable: false });

/** Each makes a task; the patterns it is made with. */
const cases = [
  ["apigateway:invoke", [REQUEST_RESPONSE, WAIT_FOR_TASK_TOKEN], (s, integrationPattern) => new tasks.CallApiGatewayHttpApiEndpoint(s, "T", {
    apiId: "abc", apiStack: s, method: tasks.HttpMethod.POST, stageName: "live", apiPath: "/orders/new", authType: tasks.AuthType.IAM_ROLE, integrationPattern,
    headers: integrationPattern === WAIT_FOR_TASK_TOKEN ? token : undefined })],
  ["athena:startQueryExecution", [REQUEST_RESPONSE, RUN_JOB], (s, integrationPattern) => new tasks.AthenaStartQueryExecution(s, "T", {
    queryString: "SELECT 1", workGroup: "reports", integrationPattern, queryExecutionContext: { databaseName: "sales" }, resultConfiguration: { outputLocation: { bucketName: "results", objectKey: "q" } } })],
  ["athena:stopQueryExecution", [REQUEST_RESPONSE], (s) => new tasks.AthenaStopQueryExecution(s, "T", { queryExecutionId: "q" })],
  ["athena:getQueryExecution", [REQUEST_RESPONSE], (s) => new tasks.AthenaGetQueryExecution(s, "T", { queryExecutionId: "q" })],
  ["athena:getQueryResults", [REQUEST_RESPONSE], (s) => new tasks.AthenaGetQueryResults(s, "T", { queryExecutionId: "q" })],
  ["batch:submitJob", [REQUEST_RESPONSE, RUN_JOB], (s, integrationPattern) => new tasks.BatchSubmitJob(s, "T", {
    jobName: "job", jobQueueArn: here("batch", "job-queue/queue"), jobDefinitionArn: here("batch", "job-definition/def:1"), integrationPattern })],
  ["bedrock:invokeModel", [REQUEST_RESPONSE], (s) => new tasks.BedrockInvokeModel(s, "T", {
    model: bedrock.FoundationModel.fromFoundationModelId(s, "M", new bedrock.FoundationModelIdentifier("amazon.titan-text-express-v1")), body: sfn.TaskInput.fromObject({ inputText: "x" }) })],
  ["bedrock:createModelCustomizationJob", [REQUEST_RESPONSE], (s) => new tasks.BedrockCreateModelCustomizationJob(s, "T", {
    baseModel: bedrock.FoundationModel.fromFoundationModelId(s, "M", new bedrock.FoundationModelIdentifier("amazon.titan-text-express-v1")), customModelName: "mine", jobName: "job", role: role(s, "Bedrock"),
    trainingData: { bucket: s3.Bucket.fromBucketName(s, "In", "input"), path: "t" }, outputData: { bucket: s3.Bucket.fromBucketName(s, "Out", "output"), path: "o" }, hyperParameters: { "Evaluation percentage": "10" } })],
  ["codebuild:startBuild", [REQUEST_RESPONSE, RUN_JOB], (s, integrationPattern) => new tasks.CodeBuildStartBuild(s, "T", { project: codebuild.Project.fromProjectName(s, "P", "build"), integrationPattern })],
  ["codebuild:startBuildBatch", [REQUEST_RESPONSE, RUN_JOB], (s, integrationPattern) => new tasks.CodeBuildStartBuildBatch(s, "T", { project: codebuild.Project.fromProjectName(s, "P", "build"), integrationPattern })],
  ["databrew:startJobRun", [REQUEST_RESPONSE, RUN_JOB], (s, integrationPattern) => new tasks.GlueDataBrewStartJobRun(s, "T", { name: "clean", integrationPattern })],
  ["dynamodb:getItem", [REQUEST_RESPONSE], (s) => new tasks.DynamoGetItem(s, "T", { table: table(s), key: key() })],
  ["dynamodb:putItem", [REQUEST_RESPONSE], (s) => new tasks.DynamoPutItem(s, "T", { table: table(s), item: key() })],
  ["dynamodb:updateItem", [REQUEST_RESPONSE], (s) => new tasks.DynamoUpdateItem(s, "T", { table: table(s), key: key() })],
  ["dynamodb:deleteItem", [REQUEST_RESPONSE], (s) => new tasks.DynamoDeleteItem(s, "T", { table: table(s), key: key() })],
  ["ecs:runTask", all, (s, integrationPattern) => {
    const taskDefinition = new ecs.FargateTaskDefinition(s, "Def", { family: "job", taskRole: role(s, "Task"), executionRole: role(s, "Execution") });
    const containerDefinition = taskDefinition.addContainer("c", { image: ecs.ContainerImage.fromRegistry("i") });
    const vpc = ec2.Vpc.fromVpcAttributes(s, "Vpc", { vpcId: "vpc-0123456789abcdef0", availabilityZones: ["a"], privateSubnetIds: ["subnet-0123456789abcdef0"] });
    const cluster = ecs.Cluster.fromClusterAttributes(s, "C", { clusterName: "cluster", vpc, securityGroups: [] });
    return new tasks.EcsRunTask(s, "T", { cluster, taskDefinition, launchTarget: new tasks.EcsFargateLaunchTarget(), integrationPattern,
      containerOverrides: integrationPattern === WAIT_FOR_TASK_TOKEN ? [{ containerDefinition, environment: [{ name: "TOKEN", value: sfn.JsonPath.taskToken }] }] : undefined });
  }],
  ["eks:call", [REQUEST_RESPONSE], (s) => new tasks.EksCall(s, "T", {
    cluster: eks.Cluster.fromClusterAttributes(s, "C", { clusterName: "cluster", clusterEndpoint: "https://x", clusterCertificateAuthorityData: "ca" }), httpMethod: tasks.HttpMethods.GET, httpPath: "/api" })],
  ["elasticmapreduce:createCluster", [REQUEST_RESPONSE, RUN_JOB], (s, integrationPattern) => new tasks.EmrCreateCluster(s, "T", {
    name: "cluster", instances: {}, clusterRole: role(s, "Instances"), serviceRole: role(s, "Service"), autoScalingRole: role(s, "Scaling"), integrationPattern })],
  ["elasticmapreduce:terminateCluster", [REQUEST_RESPONSE, RUN_JOB], (s, integrationPattern) => new tasks.EmrTerminateCluster(s, "T", { clusterId: "j-1", integrationPattern })],
  ["elasticmapreduce:addStep", [REQUEST_RESPONSE, RUN_JOB], (s, integrationPattern) => new tasks.EmrAddStep(s, "T", { clusterId: "j-1", name: "step", jar: "j", integrationPattern })],
  ["elasticmapreduce:cancelStep", [REQUEST_RESPONSE], (s) => new tasks.EmrCancelStep(s, "T", { clusterId: "j-1", stepId: "s-1" })],
  ["elasticmapreduce:setClusterTerminationProtection", [REQUEST_RESPONSE], (s) => new tasks.EmrSetClusterTerminationProtection(s, "T", { clusterId: "j-1", terminationProtected: true })],
  ["elasticmapreduce:modifyInstanceFleetByName", [REQUEST_RESPONSE], (s) => new tasks.EmrModifyInstanceFleetByName(s, "T", { clusterId: "j-1", instanceFleetName: "f", targetOnDemandCapacity: 1, targetSpotCapacity: 0 })],
  ["elasticmapreduce:modifyInstanceGroupByName", [REQUEST_RESPONSE], (s) => new tasks.EmrModifyInstanceGroupByName(s, "T", { clusterId: "j-1", instanceGroupName: "g", instanceGroup: { instanceCount: 1 } })],
  ["emr-containers:createVirtualCluster", [REQUEST_RESPONSE], (s) => new tasks.EmrContainersCreateVirtualCluster(s, "T", {
    virtualClusterName: "v", eksCluster: tasks.EksClusterInput.fromTaskInput(sfn.TaskInput.fromText("cluster")) })],
  ["emr-containers:deleteVirtualCluster", [REQUEST_RESPONSE, RUN_JOB], (s, integrationPattern) => new tasks.EmrContainersDeleteVirtualCluster(s, "T", { virtualClusterId: sfn.TaskInput.fromText("v1"), integrationPattern })],
  ["emr-containers:startJobRun", [REQUEST_RESPONSE, RUN_JOB], (s, integrationPattern) => new tasks.EmrContainersStartJobRun(s, "T", {
    virtualCluster: tasks.VirtualClusterInput.fromVirtualClusterId("v1"), releaseLabel: tasks.ReleaseLabel.EMR_6_2_0, executionRole: role(s, "Job"), integrationPattern,
    jobDriver: { sparkSubmitJobDriver: { entryPoint: sfn.TaskInput.fromText("local:///x.py") } } })],
  ["events:putEvents", [REQUEST_RESPONSE, WAIT_FOR_TASK_TOKEN], (s, integrationPattern) => new tasks.EventBridgePutEvents(s, "T", { integrationPattern, entries: [
    { detail: integrationPattern === WAIT_FOR_TASK_TOKEN ? token : sfn.TaskInput.fromObject({}), detailType: "d", source: "s", eventBus: events.EventBus.fromEventBusName(s, "B", "orders") },
    { detail: sfn.TaskInput.fromObject({}), detailType: "d", source: "s" }] })],
  ["glue:startJobRun", [REQUEST_RESPONSE, RUN_JOB], (s, integrationPattern) => new tasks.GlueStartJobRun(s, "T", { glueJobName: "load", integrationPattern })],
  ["http:invoke", [REQUEST_RESPONSE], (s) => new tasks.HttpInvoke(s, "T", {
    apiRoot: "https://api.example.com", apiEndpoint: sfn.TaskInput.fromText("orders"), method: sfn.TaskInput.fromText("POST"),
    connection: events.Connection.fromConnectionAttributes(s, "C", { connectionName: "shop", connectionArn: here("events", "connection/shop/1"), connectionSecretArn: here("secretsmanager", "secret:events!connection/shop/2-abc") }) })],
  ["lambda:invoke", [REQUEST_RESPONSE, WAIT_FOR_TASK_TOKEN], (s, integrationPattern) => new tasks.LambdaInvoke(s, "T", {
    lambdaFunction: lambda.Function.fromFunctionArn(s, "F", here("lambda", "function:work")), integrationPattern, payload: integrationPattern === WAIT_FOR_TASK_TOKEN ? token : undefined })],
  ["mediaconvert:createJob", [REQUEST_RESPONSE, RUN_JOB], (s, integrationPattern) => new tasks.MediaConvertCreateJob(s, "T", { createJobRequest: { Role: roleArn("Convert"), Settings: {} }, integrationPattern })],
  ["sagemaker:createTrainingJob", [REQUEST_RESPONSE, RUN_JOB], (s, integrationPattern) => new tasks.SageMakerCreateTrainingJob(s, "T", {
    trainingJobName: "train", role: role(s, "Sage"), integrationPattern, algorithmSpecification: { algorithmName: "a", trainingInputMode: tasks.InputMode.FILE },
    inputDataConfig: [{ channelName: "c", dataSource: { s3DataSource: { s3Location: tasks.S3Location.fromBucket(s3.Bucket.fromBucketName(s, "In", "input"), "p") } } }],
    outputDataConfig: { s3OutputLocation: tasks.S3Location.fromBucket(s3.Bucket.fromBucketName(s, "Out", "output"), "p") } })],
  ["sagemaker:createTransformJob", [REQUEST_RESPONSE, RUN_JOB], (s, integrationPattern) => new tasks.SageMakerCreateTransformJob(s, "T", {
    transformJobName: "transform", modelName: "model", role: role(s, "Sage"), integrationPattern,
    transformInput: { transformDataSource: { s3DataSource: { s3Uri: "s3://in", s3DataType: tasks.S3DataType.S3_PREFIX } } }, transformOutput: { s3OutputPath: "s3://out" } })],
  ["sagemaker:createModel", [REQUEST_RESPONSE], (s) => new tasks.SageMakerCreateModel(s, "T", {
    modelName: "Model", role: role(s, "Sage"), primaryContainer: new tasks.ContainerDefinition({ image: tasks.DockerImage.fromRegistry("i"), mode: tasks.Mode.SINGLE_MODEL, modelS3Location: tasks.S3Location.fromJsonExpression("$.m") }) })],
  ["sagemaker:createEndpointConfig", [REQUEST_RESPONSE], (s) => new tasks.SageMakerCreateEndpointConfig(s, "T", {
    endpointConfigName: "Config", productionVariants: [{ initialInstanceCount: 1, instanceType: ec2.InstanceType.of(ec2.InstanceClass.M5, ec2.InstanceSize.XLARGE), modelName: "m", variantName: "v" }] })],
  ["sagemaker:createEndpoint", [REQUEST_RESPONSE], (s) => new tasks.SageMakerCreateEndpoint(s, "T", { endpointName: "Endpoint", endpointConfigName: "Config" })],
  ["sagemaker:updateEndpoint", [REQUEST_RESPONSE], (s) => new tasks.SageMakerUpdateEndpoint(s, "T", { endpointName: "Endpoint", endpointConfigName: "Config" })],
  ["sns:publish", [REQUEST_RESPONSE, WAIT_FOR_TASK_TOKEN], (s, integrationPattern) => new tasks.SnsPublish(s, "T", {
    topic: sns.Topic.fromTopicArn(s, "Topic", here("sns", "alerts")), message: integrationPattern === WAIT_FOR_TASK_TOKEN ? token : sfn.TaskInput.fromText("m"), integrationPattern })],
  ["sqs:sendMessage", [REQUEST_RESPONSE, WAIT_FOR_TASK_TOKEN], (s, integrationPattern) => new tasks.SqsSendMessage(s, "T", {
    queue: sqs.Queue.fromQueueArn(s, "Queue", here("sqs", "jobs")), messageBody: integrationPattern === WAIT_FOR_TASK_TOKEN ? token : sfn.TaskInput.fromText("m"), integrationPattern })],
  ["states:startExecution", all, (s, integrationPattern) => new tasks.StepFunctionsStartExecution(s, "T", {
    stateMachine: sfn.StateMachine.fromStateMachineArn(s, "Child", here("states", "stateMachine:child")), integrationPattern, input: integrationPattern === WAIT_FOR_TASK_TOKEN ? token : undefined })],
  ["aws-sdk:s3:getObject", [REQUEST_RESPONSE], (s) => new tasks.CallAwsService(s, "T", { service: "s3", action: "getObject", parameters: { Bucket: "b", Key: "k" }, iamResources: ["arn:aws:s3:::b/k"] })],
  ["aws-sdk:sfn:startSyncExecution", [REQUEST_RESPONSE], (s) => new tasks.CallAwsService(s, "T", {
    service: "sfn", action: "startSyncExecution", parameters: { StateMachineArn: here("states", "stateMachine:child") }, iamResources: [here("states", "stateMachine:child")] })],
  ["aws-sdk:scheduler:createSchedule", [REQUEST_RESPONSE], (s) => new tasks.EventBridgeSchedulerCreateScheduleTask(s, "T", {
    scheduleName: "later", schedule: tasks.Schedule.rate(cdk.Duration.hours(1)), target: new tasks.EventBridgeSchedulerTarget({ arn: here("sqs", "jobs"), role: role(s, "Caller") }) })],
  ["aws-sdk:glue:startCrawler", [REQUEST_RESPONSE], (s) => new tasks.GlueStartCrawlerRun(s, "T", { crawlerName: "crawl" })],
  ["map", [REQUEST_RESPONSE], (s) => {
    const map = new sfn.DistributedMap(s, "T", {
      itemReader: new sfn.S3JsonItemReader({ bucket: s3.Bucket.fromBucketName(s, "In", "input"), key: "items.json" }),
      resultWriter: new sfn.ResultWriter({ bucket: s3.Bucket.fromBucketName(s, "Out", "output"), prefix: "results" }), label: "each" });
    return map.itemProcessor(new sfn.Pass(s, "Inner"));
  }],
];

function table(s) {
  return dynamodb.Table.fromTableName(s, "Table", "orders");
}

function key() {
  return { id: tasks.DynamoAttributeValue.fromString("1") };
}

const pseudo = { "AWS::Partition": "aws", "AWS::Region": region, "AWS::AccountId": account, "AWS::URLSuffix": "amazonaws.com" };
const arns = { "AWS::ECS::TaskDefinition": here("ecs", "task-definition/job:1"), "AWS::StepFunctions::StateMachine": here("states", "stateMachine:machine") };

/** Texts of a template with its functions worked out; resources of the template are named by their ids. */
function resolve(value, resources) {
  if (Array.isArray(value)) return value.map((v) => resolve(v, resources));
  if (value === null || typeof value !== "object") return value;
  if ("Ref" in value) return pseudo[value.Ref] ?? arns[resources[value.Ref]?.Type] ?? `<${value.Ref}>`;
  if ("Fn::GetAtt" in value) return resources[value["Fn::GetAtt"][0]]?.Type === "AWS::StepFunctions::StateMachine" ? "machine" : `<${value["Fn::GetAtt"].join(".")}>`;
  if ("Fn::Join" in value) return resolve(value["Fn::Join"][1], resources).join(value["Fn::Join"][0]);
  if ("Fn::Select" in value) return resolve(value["Fn::Select"][1], resources)[Number(value["Fn::Select"][0])];
  if ("Fn::Split" in value) return resolve(value["Fn::Split"][1], resources).split(value["Fn::Split"][0]);
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, resolve(v, resources)]));
}

const list = (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
const suffix = { [REQUEST_RESPONSE]: "", [RUN_JOB]: ".sync", [WAIT_FOR_TASK_TOKEN]: ".waitForTaskToken" };
const results = [];
const output = mkdtempSync(join(tmpdir(), "cdk-"));
for (const [name, patterns, make] of cases) {
  for (const pattern of patterns) {
    const app = new cdk.App({ analyticsReporting: false, outdir: join(output, String(results.length)) });
    const stack = new cdk.Stack(app, "Stack", { env: { account, region } });
    const state = make(stack, pattern);
    const machine = new sfn.StateMachine(stack, "Machine", { definitionBody: sfn.DefinitionBody.fromChainable(state) });
    const resources = stack.resolve(app.synth().getStackByName("Stack").template.Resources);
    const roles = Object.keys(resources).filter((id) => id.startsWith("MachineRole") && resources[id].Type === "AWS::IAM::Role");
    const policies = Object.values(resources).filter((r) => r.Type === "AWS::IAM::Policy" && r.Properties.Roles.some((x) => roles.includes(x.Ref)));
    const statements = policies.flatMap((p) => p.Properties.PolicyDocument.Statement).map((s) => resolve(s, resources));
    const definition = Object.values(resources).find((r) => r.Type === "AWS::StepFunctions::StateMachine").Properties.DefinitionString;
    const json = JSON.parse(resolve(definition, resources));
    results.push({
      name: name + suffix[pattern],
      state: json.States.T,
      statements: statements.map((s) => ({ actions: list(s.Action), resources: list(s.Resource), condition: s.Condition ?? null })),
    });
  }
}

rmSync(output, { recursive: true });
console.log(JSON.stringify(results));
