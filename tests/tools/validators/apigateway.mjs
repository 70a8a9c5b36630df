// Values of API Gateway's properties that the template validator does not know: it takes any text there. From the
// CloudFormation reference of each type.
const gateway = {
  'AWS::ApiGateway::RestApi': { ApiKeySourceType: ['HEADER', 'AUTHORIZER'], 'EndpointConfiguration.Types.*': ['EDGE', 'REGIONAL', 'PRIVATE'] },
  'AWS::ApiGateway::Stage': {
    CacheClusterSize: ['0.5', '1.6', '6.1', '13.5', '28.4', '58.2', '118', '237'],
    'MethodSettings.*.LoggingLevel': ['OFF', 'ERROR', 'INFO'],
  },
  'AWS::ApiGateway::DomainName': { SecurityPolicy: ['TLS_1_0', 'TLS_1_2'], 'EndpointConfiguration.Types.*': ['EDGE', 'REGIONAL'] },
  'AWS::ApiGateway::DomainNameV2': { SecurityPolicy: ['TLS_1_2'], 'EndpointConfiguration.Types.*': ['PRIVATE'] },
  'AWS::ApiGateway::UsagePlan': { 'Quota.Period': ['DAY', 'WEEK', 'MONTH'] },
  'AWS::ApiGateway::UsagePlanKey': { KeyType: ['API_KEY'] },
  'AWS::ApiGatewayV2::Api': { ProtocolType: ['HTTP', 'WEBSOCKET'] },
  'AWS::ApiGatewayV2::Authorizer': { AuthorizerType: ['REQUEST', 'JWT'] },
  'AWS::ApiGatewayV2::DomainName': { 'DomainNameConfigurations.*.SecurityPolicy': ['TLS_1_2'], 'DomainNameConfigurations.*.EndpointType': ['REGIONAL'] },
  'AWS::ApiGatewayV2::Integration': { IntegrationType: ['AWS', 'AWS_PROXY', 'HTTP', 'HTTP_PROXY', 'MOCK'] },
  'AWS::ApiGatewayV2::Route': { AuthorizationType: ['NONE', 'AWS_IAM', 'CUSTOM', 'JWT'] },
  'AWS::ApiGatewayV2::Stage': { 'DefaultRouteSettings.LoggingLevel': ['OFF', 'ERROR', 'INFO'] },
};

/** Judges a template without SAM. */
export function judgeApiGateway(template) {
  const findings = [];
  for (const [id, resource] of Object.entries(template.Resources ?? {})) {
    for (const [path, allowed] of Object.entries(gateway[resource?.Type] ?? {})) {
      for (const value of valuesAt(resource.Properties, path.split('.'))) {
        // What an intrinsic function gives is not known here.
        if (typeof value === 'object' || allowed.includes(value))
          continue;
        findings.push({ tool: 'api-gateway', rule: 'enum', severity: 'error', path: `/Resources/${id}/Properties/${path}`, message: `'${value}' is not one of ${allowed.join(', ')}` });
      }
    }
  }

  return findings;
}

function valuesAt(value, [name, ...rest]) {
  if (value === undefined || value === null)
    return [];
  if (name === undefined)
    return [value];
  return name === '*' ? Object.values(value).flatMap(item => valuesAt(item, rest)) : valuesAt(value[name], rest);
}
