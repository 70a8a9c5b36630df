// The SAM schema, one resource at a time: as a whole it is one large anyOf whose messages say nothing.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';

const prefix = 'samtranslator__internal__schema_source__';

export function createSamValidator() {
  const schema = JSON.parse(readFileSync(new URL('../schemas/sam.schema.json', import.meta.url), 'utf8'));
  delete schema.$schema; // draft 4; nothing in it reads differently in the draft that ajv knows
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  ajv.addSchema(schema, 'sam');
  const definitions = Object.entries(schema.definitions);
  const compiled = new Map();
  const validate = definition => {
    if (!compiled.has(definition))
      compiled.set(definition, ajv.compile({ $ref: `sam#/definitions/${definition}` }));
    return compiled.get(definition);
  };
  const typesOf = definition => definition.properties?.Type?.enum ?? [];

  const errorsOf = (definition, value, path) => {
    const check = validate(definition);
    if (check(value))
      return [];
    return check.errors.map(error => ({
      tool: 'sam-schema',
      rule: error.keyword,
      severity: 'error',
      path: path + error.instancePath,
      message: `${error.message}${error.params?.additionalProperty ? ` '${error.params.additionalProperty}'` : ''}`,
    }));
  };

  const unknown = (path, type) => ({ tool: 'sam-schema', rule: 'type', severity: 'error', path, message: `unknown type '${type}'` });

  return template => {
    const findings = [];
    for (const [id, resource] of Object.entries(template.Resources ?? {})) {
      const type = String(resource?.Type ?? '');
      if (!type.startsWith('AWS::Serverless::'))
        continue;
      const found = definitions.find(([, definition]) => typesOf(definition).includes(type));
      if (!found) {
        findings.push(unknown(`/Resources/${id}`, type));
        continue;
      }

      const { Events: events, ...properties } = resource.Properties ?? {};
      findings.push(...errorsOf(found[0], { ...resource, Properties: properties }, `/Resources/${id}`));
      const owner = found[0].slice(prefix.length).replace('__Resource', '');
      for (const [name, event] of Object.entries(events ?? {})) {
        const path = `/Resources/${id}/Properties/Events/${name}`;
        const candidates = definitions.filter(([key, definition]) => key.endsWith('Event') && typesOf(definition).includes(event?.Type));
        const own = candidates.find(([key]) => key.startsWith(`${prefix}${owner}__`)) ?? candidates.find(([key]) => !key.startsWith(prefix));
        if (own)
          findings.push(...errorsOf(own[0], event, path));
        else
          findings.push(unknown(path, event?.Type));
      }
    }

    if (template.Globals)
      findings.push(...errorsOf('__main____Globals', template.Globals, '/Globals'));
    return findings;
  };
}
