// The documented shape of application.json.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';

export function createModelValidator() {
  const schema = JSON.parse(readFileSync(new URL('../../../src/Serverless.Artifacts/ApplicationData/application.schema.json', import.meta.url), 'utf8'));
  const validate = new Ajv({ allErrors: true }).compile(schema);
  return application => validate(application)
    ? []
    : validate.errors.map(error => ({
      tool: 'application-schema',
      rule: error.keyword,
      severity: 'error',
      path: error.instancePath,
      message: `${error.message}${error.params?.additionalProperty ? ` '${error.params.additionalProperty}'` : ''}`,
    }));
}
