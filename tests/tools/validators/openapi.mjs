// An OpenAPI document with API Gateway's extensions. Linters know OpenAPI and nothing of the extensions, the schema the other way round.
// Both linters run as one process for all files of a run: each costs a second to start.
import { readFileSync, writeFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import Ajv from 'ajv/dist/2020.js';

const require = createRequire(import.meta.url);
const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'x-amazon-apigateway-any-method'];

// Where each extension may stand.
const places = {
  root: [
    'cors', 'endpoint-configuration', 'importexport-version', 'request-validators', 'request-validator', 'gateway-responses', 'policy', 'api-key-source',
    'binary-media-types', 'minimum-compression-size', 'documentation', 'integrations',
  ],
  components: ['integrations'],
  path: ['any-method'],
  operation: ['integration', 'request-validator', 'auth', 'authtype'],
  securityScheme: ['authtype', 'authorizer'],
  tag: ['tag-value'],
};

export function createExtensionValidator() {
  const schema = JSON.parse(readFileSync(new URL('../schemas/apigateway.schema.json', import.meta.url), 'utf8'));
  const validate = new Ajv({ allErrors: true, strict: false }).compile(schema);
  return document => {
    const findings = [];
    const report = (rule, path, message) => findings.push({ tool: 'apigateway-schema', rule, severity: 'error', path, message });
    if (!validate(document)) {
      for (const error of validate.errors.filter(error => error.keyword !== 'if'))
        report(error.keyword, error.instancePath, `${error.message}${error.params?.additionalProperty ? ` '${error.params.additionalProperty}'` : ''}${error.params?.allowedValues ? ` ${error.params.allowedValues.join(', ')}` : ''}`);
    }

    checkNames(document, report);
    checkReferences(document, report);
    checkKind(document, report);
    return findings;
  };
}

function checkNames(document, report) {
  const check = (holder, place, path) => {
    for (const name of Object.keys(holder ?? {})) {
      if (name.startsWith('x-amazon-') && !places[place].includes(name.replace('x-amazon-apigateway-', '')))
        report('extension', path, `'${name}' is not an extension that may stand here`);
    }
  };
  check(document, 'root', '');
  check(document.components, 'components', '/components');
  for (const [name, scheme] of Object.entries({ ...document.components?.securitySchemes, ...document.securityDefinitions }))
    check(scheme, 'securityScheme', `/components/securitySchemes/${name}`);
  for (const tag of document.tags ?? [])
    check(tag, 'tag', '/tags');
  for (const { operation, item, path } of operations(document)) {
    check(item, 'path', path);
    check(operation, 'operation', path);
  }
}

// Names that must be declared elsewhere in the document.
function checkReferences(document, report) {
  const validators = document['x-amazon-apigateway-request-validators'] ?? {};
  const schemes = { ...document.components?.securitySchemes, ...document.securityDefinitions };
  const isMissing = name => typeof name === 'string' && !(name in validators);
  if (isMissing(document['x-amazon-apigateway-request-validator']))
    report('request-validator', '', `there is no validator '${document['x-amazon-apigateway-request-validator']}'`);
  for (const { operation, path } of operations(document)) {
    if (isMissing(operation['x-amazon-apigateway-request-validator']))
      report('request-validator', path, `there is no validator '${operation['x-amazon-apigateway-request-validator']}'`);
    for (const requirement of Array.isArray(operation.security) ? operation.security : []) {
      for (const name of Object.keys(requirement).filter(name => name !== 'NONE' && !(name in schemes)))
        report('security', path, `there is no security scheme '${name}'`);
    }

    if (operation.isDefaultRoute && !/\/?\$default/.test(path))
      report('default-route', path, 'only $default is the default route');
    if (!operation['x-amazon-apigateway-integration'])
      report('integration', path, 'the operation has no integration');
  }
}

// What one kind of API has and the other has not.
function checkKind(document, report) {
  const isHttp = 'x-amazon-apigateway-importexport-version' in document || 'x-amazon-apigateway-cors' in document;
  if (isHttp) {
    for (const name of ['request-validators', 'request-validator', 'gateway-responses', 'policy', 'api-key-source', 'binary-media-types', 'minimum-compression-size']) {
      if (`x-amazon-apigateway-${name}` in document)
        report('kind', '', `an HTTP API has no '${name}'`);
    }
  }

  for (const { operation, path } of operations(document)) {
    const integration = operation['x-amazon-apigateway-integration'] ?? {};
    if (isHttp && ['aws', 'http', 'mock'].includes(integration.type))
      report('kind', path, `an HTTP API has no integration '${integration.type}'`);
    if (isHttp && integration.type && !integration.payloadFormatVersion)
      report('kind', path, 'an HTTP API names the format of the payload');
    if (!isHttp && integration.integrationSubtype)
      report('kind', path, 'only an HTTP API knows integrations of services by subtype');
    if (!isHttp && document.openapi)
      checkModels(document, report);
  }
}

// Words that a model of a REST API refuses or drops.
function checkModels(document, report) {
  const refused = ['discriminator', 'nullable', 'example', 'readOnly', 'writeOnly', 'exclusiveMinimum', 'exclusiveMaximum', 'default', 'deprecated'];
  const walk = (schema, path) => {
    if (!schema || typeof schema !== 'object')
      return;
    for (const word of refused.filter(word => word in schema))
      report('model', path, `a model of a REST API has no '${word}'`);
    for (const word of ['oneOf', 'anyOf', 'allOf'].filter(word => JSON.stringify(schema[word] ?? '').includes('"$ref"')))
      report('model', path, `'${word}' of a model refers to another`);
    if (['integer', 'number'].includes(schema.type) && schema.format)
      report('model', path, `a model of a REST API has no format '${schema.format}'`);
    if (schema.$ref && Object.keys(schema).length > 1)
      report('model', path, 'something stands beside a reference');
    for (const [name, member] of Object.entries(schema.properties ?? {}))
      walk(member, `${path}/properties/${name}`);
    walk(schema.items, `${path}/items`);
    if (typeof schema.additionalProperties === 'object')
      walk(schema.additionalProperties, `${path}/additionalProperties`);
    for (const word of ['oneOf', 'anyOf', 'allOf'])
      (schema[word] ?? []).forEach((member, index) => walk(member, `${path}/${word}/${index}`));
  };
  if (document.checkedModels)
    return;
  Object.defineProperty(document, 'checkedModels', { value: true });
  for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
    if (!/^[A-Za-z0-9]+$/.test(name))
      report('model', `/components/schemas/${name}`, 'the name of a model is letters and digits');
    walk(schema, `/components/schemas/${name}`);
  }
}

function* operations(document) {
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const method of methods) {
      const operation = item?.[method];
      if (operation && !operation['Fn::If'])
        yield { operation, item, path };
    }
  }
}

/** Judges all documents with redocly and spectral: a map of file name to findings. */
export function lint(files) {
  const findings = new Map(files.map(file => [file.name, []]));
  if (files.length === 0)
    return findings;
  const folder = mkdtempSync(join(tmpdir(), 'openapi-'));
  try {
    const paths = new Map();
    files.forEach((file, index) => {
      const path = join(folder, `${index}.json`);
      writeFileSync(path, JSON.stringify(plain(file.document), null, 2));
      paths.set(path, file.name);
    });
    redocly(folder, paths, findings);
    spectral(folder, paths, findings);
  } finally {
    rmSync(folder, { recursive: true });
  }

  return findings;
}

// A greedy variable is API Gateway's own: without its plus the path is OpenAPI's. The names of parameters have none.
function plain(document) {
  const paths = Object.fromEntries(Object.entries(document.paths ?? {}).map(([path, item]) => [path.replace(/\+}/g, '}'), item]));
  return { ...document, paths };
}

function redocly(folder, paths, findings) {
  const config = join(folder, 'redocly.yaml');
  writeFileSync(config, 'extends: [spec]\nrules:\n  no-server-trailing-slash: off\n');
  const cli = require.resolve('@redocly/cli/bin/cli.js');
  const result = spawnSync(process.execPath, [cli, 'lint', '--config', config, '--format', 'json', ...paths.keys()], {
    encoding: 'utf8', maxBuffer: 1 << 26, env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }, cwd: folder,
  });
  for (const report of documents(result.stdout, 'redocly', result.stderr)) {
    for (const problem of report.problems ?? []) {
      const place = problem.location?.[0];
      const name = paths.get(join(folder, (place?.source?.ref ?? '').split(/[\\/]/).pop())) ?? [...paths.values()][0];
      findings.get(name).push({ tool: 'redocly', rule: problem.ruleId, severity: problem.severity === 'error' ? 'error' : 'warning', path: place?.pointer ?? '', message: problem.message });
    }
  }
}

function spectral(folder, paths, findings) {
  const ruleset = join(folder, '.spectral.json');
  // Contacts, servers and descriptions of tags are of no environment's document.
  writeFileSync(ruleset, JSON.stringify({
    extends: ['spectral:oas'],
    rules: { 'info-contact': 'off', 'info-description': 'off', 'oas3-api-servers': 'off', 'operation-description': 'off', 'operation-tags': 'off', 'operation-tag-defined': 'error' },
  }));
  const cli = require.resolve('@stoplight/spectral-cli/dist/index.js');
  const result = spawnSync(process.execPath, [cli, 'lint', '--ruleset', ruleset, '--format', 'json', '--fail-severity', 'error', ...paths.keys()], { encoding: 'utf8', maxBuffer: 1 << 26, cwd: folder });
  for (const report of documents(result.stdout, 'spectral', result.stderr)) {
    for (const problem of Array.isArray(report) ? report : [report]) {
      const name = paths.get(problem.source) ?? [...paths.values()][0];
      findings.get(name).push({ tool: 'spectral', rule: String(problem.code), severity: problem.severity === 0 ? 'error' : 'warning', path: (problem.path ?? []).join('/'), message: problem.message });
    }
  }
}

// One JSON text, or several one after another.
function documents(text, tool, errors) {
  const start = text.search(/[[{]/);
  if (start < 0)
    throw new Error(`${tool} said nothing that can be read: ${errors.slice(0, 2000)}`);
  const found = [];
  let rest = text.slice(start).trim();
  while (rest) {
    const end = endOfValue(rest);
    found.push(JSON.parse(rest.slice(0, end)));
    const next = rest.slice(end).search(/[[{]/);
    rest = next < 0 ? '' : rest.slice(end + next);
  }

  return found;
}

function endOfValue(text) {
  let depth = 0;
  let inText = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (inText) {
      if (c === '\\')
        i++;
      else if (c === '"')
        inText = false;
    } else if (c === '"') {
      inText = true;
    } else if (c === '{' || c === '[') {
      depth++;
    } else if ((c === '}' || c === ']') && --depth === 0) {
      return i + 1;
    }
  }

  return text.length;
}
