// The template validator does not look inside AWS::Serverless::* properties, and the SAM schema leaves most of them untyped.
// So functions, APIs and machines are written once more as the plain resources that SAM makes of them, where every
// property has a type and a range. The ids are those of the translator: references to what it makes are judged, too.
// Routes that are events are left out: the SAM schema judges those.
const code = { S3Bucket: 'code', S3Key: 'code.zip' };

const plain = {
  'AWS::Serverless::Function': (id, { CodeUri, Events, FunctionUrlConfig: url, Tracing, Tags, ...rest }) => ({
    [id]: { Type: 'AWS::Lambda::Function', Properties: { ...rest, Code: code, ...(Tracing && { TracingConfig: { Mode: Tracing } }), ...tags(Tags) } },
    ...(url && { [`${id}Url`]: { Type: 'AWS::Lambda::Url', Properties: { ...url, TargetFunctionArn: { Ref: id } } } }),
    ...(url?.AuthType === 'NONE' && {
      [`${id}UrlPublicPermissions`]: {
        Type: 'AWS::Lambda::Permission',
        Properties: { Action: 'lambda:InvokeFunctionUrl', FunctionName: { Ref: id }, Principal: '*', FunctionUrlAuthType: 'NONE' },
      },
    }),
  }),
  'AWS::Serverless::HttpApi': (id, { StageName = '$default', StageVariables, DefaultRouteSettings, RouteSettings, AccessLogSettings, DefinitionBody, Auth, Domain, Tags, ...rest }) => ({
    [id]: {
      Type: 'AWS::ApiGatewayV2::Api',
      Properties: DefinitionBody ? { Body: DefinitionBody, ...rest } : { Name: id, ...rest, ProtocolType: 'HTTP', ...defined({ Tags }) },
    },
    [stageId['AWS::Serverless::HttpApi'](id, StageName)]: {
      Type: 'AWS::ApiGatewayV2::Stage',
      Properties: { ApiId: { Ref: id }, AutoDeploy: true, ...defined({ StageName, StageVariables, DefaultRouteSettings, RouteSettings, AccessLogSettings, Tags }) },
    },
    ...httpDomain(id, StageName, Domain),
  }),
  'AWS::Serverless::Api': (id, properties) => {
    const {
      Name, Description, StageName, DefinitionBody, EndpointConfiguration, BinaryMediaTypes, MinimumCompressionSize, ApiKeySourceType, DisableExecuteApiEndpoint, OpenApiVersion,
      Variables, MethodSettings, AccessLogSetting, CacheClusterEnabled, CacheClusterSize, CanarySetting, TracingEnabled, Domain, Tags, ...unknown
    } = properties;
    const { Type, VPCEndpointIds } = EndpointConfiguration ?? {};
    return {
      [id]: {
        Type: 'AWS::ApiGateway::RestApi',
        Properties: {
          ...unknown,
          ...defined({ Name, Description, Body: DefinitionBody, BinaryMediaTypes, MinimumCompressionSize, ApiKeySourceType, DisableExecuteApiEndpoint }),
          ...(Type && { EndpointConfiguration: { Types: [Type], ...defined({ VpcEndpointIds: VPCEndpointIds }) } }),
        },
      },
      [`${id}Deployment`]: { Type: 'AWS::ApiGateway::Deployment', Properties: { RestApiId: { Ref: id } } },
      [stageId['AWS::Serverless::Api'](id, StageName)]: {
        Type: 'AWS::ApiGateway::Stage',
        Properties: {
          RestApiId: { Ref: id },
          DeploymentId: { Ref: `${id}Deployment` },
          ...defined({ StageName, Variables, MethodSettings, AccessLogSetting, CacheClusterEnabled, CacheClusterSize, CanarySetting, TracingEnabled }),
          ...tags(Tags),
        },
      },
      ...restDomain(id, StageName, Domain),
    };
  },
  'AWS::Serverless::StateMachine': (id, { Type, Role, Definition, Logging, Tracing, Name, Events, Tags, DefinitionSubstitutions }) => ({
    [id]: {
      Type: 'AWS::StepFunctions::StateMachine',
      Properties: {
        ...defined({ StateMachineName: Name, StateMachineType: Type, RoleArn: Role, Definition, DefinitionSubstitutions, LoggingConfiguration: Logging, TracingConfiguration: Tracing }),
        ...tags(Tags),
      },
    },
  }),
};

// A name that is no part of an id is hashed by the translator; what stands for the hash does not matter here.
const named = (id, stage) => `${id}${/^[A-Za-z0-9]+$/.test(stage) ? stage : ''}Stage`;
const stageId = {
  'AWS::Serverless::Api': named,
  'AWS::Serverless::HttpApi': (id, stage = '$default') => (stage === '$default' ? `${id}ApiGatewayDefaultStage` : named(id, stage)),
};

function httpDomain(id, stage, domain) {
  if (!domain)
    return {};
  const { DomainName, CertificateArn, EndpointConfiguration, SecurityPolicy, BasePath, MutualTlsAuthentication, Route53, ...unknown } = domain;
  return {
    [`${id}DomainName`]: {
      Type: 'AWS::ApiGatewayV2::DomainName',
      Properties: { ...unknown, DomainName, DomainNameConfigurations: [{ CertificateArn, EndpointType: EndpointConfiguration, SecurityPolicy }], ...defined({ MutualTlsAuthentication }) },
    },
    [`${id}ApiMapping`]: {
      Type: 'AWS::ApiGatewayV2::ApiMapping',
      Properties: { ApiId: { Ref: id }, DomainName: { Ref: `${id}DomainName` }, Stage: { Ref: stageId['AWS::Serverless::HttpApi'](id, stage) }, ...defined({ ApiMappingKey: BasePath?.[0] }) },
    },
    ...records(id, DomainName, Route53),
  };
}

function restDomain(id, stage, domain) {
  if (!domain)
    return {};
  const { DomainName, CertificateArn, EndpointConfiguration: type, SecurityPolicy, BasePath, NormalizeBasePath, MutualTlsAuthentication, Policy, Route53, ...unknown } = domain;
  const isPrivate = type === 'PRIVATE';
  const properties = { DomainName, SecurityPolicy, EndpointConfiguration: { Types: [type] }, [type === 'REGIONAL' ? 'RegionalCertificateArn' : 'CertificateArn']: CertificateArn };
  const mapping = { RestApiId: { Ref: id }, Stage: { Ref: named(id, stage) }, ...defined({ BasePath: BasePath?.[0] }) };
  return {
    [`${id}DomainName`]: { Type: isPrivate ? 'AWS::ApiGateway::DomainNameV2' : 'AWS::ApiGateway::DomainName', Properties: { ...unknown, ...properties, ...defined({ MutualTlsAuthentication, Policy }) } },
    [`${id}BasePathMapping`]: isPrivate
      ? { Type: 'AWS::ApiGateway::BasePathMappingV2', Properties: { ...mapping, DomainNameArn: { Ref: `${id}DomainName` } } }
      : { Type: 'AWS::ApiGateway::BasePathMapping', Properties: { ...mapping, DomainName: { Ref: `${id}DomainName` } } },
    ...records(id, DomainName, Route53),
  };
}

function records(id, name, route53) {
  if (!route53)
    return {};
  const target = { DNSName: { 'Fn::GetAtt': [`${id}DomainName`, 'RegionalDomainName'] }, HostedZoneId: { 'Fn::GetAtt': [`${id}DomainName`, 'RegionalHostedZoneId'] } };
  return { [`${id}RecordSetGroup`]: { Type: 'AWS::Route53::RecordSetGroup', Properties: { ...route53, RecordSets: [{ Name: name, Type: 'A', AliasTarget: target }] } } };
}

const defined = properties => Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
const tags = map => (map ? { Tags: Object.entries(map).map(([Key, Value]) => ({ Key, Value })) } : {});

/** `Api.Stage` is a name that only SAM knows: it becomes the id of the stage that SAM makes. */
function withoutStageNames(template, resources) {
  let text = JSON.stringify(template);
  for (const [id, resource] of resources) {
    if (!(resource?.Type in stageId))
      continue;
    const stage = stageId[resource.Type](id, resource.Properties?.StageName);
    text = text.replaceAll(`\${${id}.Stage}`, `\${${stage}}`);
  }

  return JSON.parse(text);
}

/** The template without SAM, or null when it holds none of the types that are known here. */
export function withoutSam(template) {
  const resources = Object.entries(template.Resources ?? {});
  if (!resources.some(([, resource]) => resource?.Type in plain))
    return null;
  const { Transform, ...rest } = template;
  const expanded = resources.map(([id, resource]) => {
    const write = plain[resource?.Type];
    if (!write)
      return { [id]: resource };
    const written = write(id, resource.Properties ?? {});
    for (const name of ['Condition', 'DependsOn']) {
      if (resource[name])
        written[id][name] = resource[name];
    }

    return written;
  });
  return withoutStageNames({ ...rest, Resources: Object.assign({}, ...expanded) }, resources);
}
