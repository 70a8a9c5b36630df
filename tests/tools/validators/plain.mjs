// The template validator does not look inside AWS::Serverless::* properties, and the SAM schema leaves most of them untyped.
// So functions, APIs and machines are written once more as the plain resources that SAM makes of them, where every
// property has a type and a range. Events are left out: the SAM schema judges those.
const code = { S3Bucket: 'code', S3Key: 'code.zip' };

const plain = {
  'AWS::Serverless::Function': (id, { CodeUri, Events, Tracing, Tags, ...rest }) => ({
    [id]: { Type: 'AWS::Lambda::Function', Properties: { ...rest, Code: code, ...(Tracing && { TracingConfig: { Mode: Tracing } }), ...tags(Tags) } },
  }),
  'AWS::Serverless::HttpApi': (id, { StageName, DefaultRouteSettings, RouteSettings, AccessLogSettings, ...rest }) => ({
    [id]: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: id, ...rest, ProtocolType: 'HTTP' } },
    [`${id}Stage`]: {
      Type: 'AWS::ApiGatewayV2::Stage',
      Properties: { ApiId: { Ref: id }, StageName: StageName ?? '$default', ...defined({ DefaultRouteSettings, RouteSettings, AccessLogSettings }) },
    },
  }),
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

const defined = properties => Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
const tags = map => (map ? { Tags: Object.entries(map).map(([Key, Value]) => ({ Key, Value })) } : {});

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
  return { ...rest, Resources: Object.assign({}, ...expanded) };
}
