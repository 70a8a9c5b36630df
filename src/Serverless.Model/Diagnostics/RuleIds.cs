namespace Serverless.Model;

/// <summary>Every rule id, once. Hundreds are the category; the folder of a rule has the same number.</summary>
internal static class RuleIds
{
    public const string StaticStateWritten = "SVLS0101";
    public const string InstanceStateWritten = "SVLS0103";
    public const string WriteOutsideTmp = "SVLS0201";
    public const string TemporaryFileKept = "SVLS0202";
    public const string ClientPerInvocation = "SVLS0301";
    public const string BlockingInitialisation = "SVLS0303";
    public const string DynamoDbTableMetadata = "SVLS0309";
    public const string HttpClientDefaultTimeout = "SVLS0401";
    public const string WorkNotAwaited = "SVLS0501";
    public const string AsyncVoid = "SVLS0502";
    public const string TaskStateWithoutTimeout = "SVLS1001";

    /// <summary>Our own fault: something was declared that we failed on.</summary>
    public const string InternalFault = "SVLS2000";
    public const string ValueOutOfRange = "SVLS2001";
    public const string SettingsExclude = "SVLS2002";
    public const string DuplicateLogicalId = "SVLS2003";
    public const string UndeclaredId = "SVLS2004";
    public const string MalformedValue = "SVLS2005";
    public const string NotCallable = "SVLS2007";
    public const string NoJsonMetadata = "SVLS2008";
    public const string EnvironmentVariables = "SVLS2009";
    public const string UnresolvableDependency = "SVLS2010";
    public const string NotEmitted = "SVLS2011";
    public const string MainStartsNothing = "SVLS2012";
    public const string ForeignProject = "SVLS2013";
    public const string NoExactDeadline = "SVLS2014";
    public const string MalformedRouteKey = "SVLS2101";
    public const string RouteCollision = "SVLS2102";
    public const string RouteVariableMismatch = "SVLS2103";
    public const string UnbindableParameter = "SVLS2104";
    public const string BodyNotPossible = "SVLS2105";
    public const string NotOnThisApi = "SVLS2106";
    public const string ValidationMismatch = "SVLS2108";
    public const string UnknownAuthorizer = "SVLS2109";
    public const string UnsupportedResult = "SVLS2110";
    public const string AuthorizerIncomplete = "SVLS2201";
    public const string DomainWithoutCertificate = "SVLS2203";
    public const string RestWithoutRestFeature = "SVLS2204";
    public const string ServiceRoute = "SVLS2205";
    public const string CachedRouteDecision = "SVLS2206";
    public const string UnknownTargetState = "SVLS2301";
    public const string UnreachableState = "SVLS2302";
    public const string NoEnd = "SVLS2303";
    public const string NotAllowedInExpress = "SVLS2304";
    public const string CrossesBranch = "SVLS2305";
    public const string OutputDoesNotFit = "SVLS2306";
    public const string VariableFault = "SVLS2307";
    public const string NoJsonataForm = "SVLS2308";
    public const string UnknownIntegration = "SVLS2309";
    public const string IntegrationArgument = "SVLS2310";
    public const string RetryCatchRule = "SVLS2311";
    public const string OutsideCatchAll = "SVLS2312";
    public const string NoTaskToken = "SVLS2314";
    public const string WrongQueryLanguage = "SVLS2315";
    public const string UnreadableState = "SVLS2316";
    public const string UnknownAction = "SVLS2401";
    public const string ResourceDoesNotFit = "SVLS2402";
    public const string ResourceMissing = "SVLS2403";
    public const string MalformedCondition = "SVLS2404";
    public const string GrantBesideRole = "SVLS2405";
    public const string TriggerParameter = "SVLS2501";
    public const string ScheduleExpression = "SVLS2502";
    public const string EventPattern = "SVLS2503";
    public const string BatchSettings = "SVLS2504";
    public const string Advice = "SVLS2505";
    public const string CpuMemory = "SVLS2601";
    public const string ContainerInput = "SVLS2602";
    public const string NetworkIncomplete = "SVLS2603";
    public const string TemplateFragment = "SVLS2701";
    public const string TemplateLimit = "SVLS2702";
}
