// Judges emitted files with independent tools, all in one process, and prints one JSON array of findings.
// Usage: node validate.mjs <folder>. What judges a file follows from its name; README.md lists it.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { createAslValidators } from './validators/asl.mjs';
import { createTemplateValidator } from './validators/cloudformation.mjs';
import { createSamValidator } from './validators/sam.mjs';
import { createPolicyValidator } from './validators/policy.mjs';
import { createContainerValidator } from './validators/container.mjs';
import { createModelValidator } from './validators/application.mjs';
import { createExtensionValidator, lint } from './validators/openapi.mjs';

const folder = process.argv[2];
if (!folder) {
  console.error('usage: node validate.mjs <folder>');
  process.exit(2);
}

const lazy = create => {
  let made;
  return () => (made ??= create());
};
const asl = lazy(createAslValidators);
const template = lazy(createTemplateValidator);
const sam = lazy(createSamValidator);
const policy = lazy(() => createPolicyValidator(template()));
const container = lazy(() => createContainerValidator(template()));
const model = lazy(createModelValidator);
const extensions = lazy(createExtensionValidator);
const documents = [];

const findings = [];
for (const file of filesBelow(folder)) {
  const name = relative(folder, file).split(sep).join('/');
  const text = readFileSync(file, 'utf8');
  for (const finding of await judge(name, text))
    findings.push({ file: name, ...finding });
}

for (const [file, found] of lint(documents))
  findings.push(...found.map(finding => ({ file, ...finding })));
process.stdout.write(JSON.stringify(findings));

async function judge(name, text) {
  // Drawings are looked at in a browser, by tests of their own.
  if (/(^|\/)statemachines\/[^/]+\.(svg|md)$/.test(name))
    return [];
  let value;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return [{ tool: 'json', rule: 'syntax', severity: 'error', path: '', message: error.message }];
  }

  if (name.endsWith('.asl.json'))
    return await asl()(value);
  if (name.endsWith('template.json'))
    return [...template()(text, name), ...sam()(value)];
  if (/(^|\/)policies\/[^/]+\.json$/.test(name))
    return policy()(value);
  if (/(^|\/)taskdefinitions\/[^/]+\.json$/.test(name))
    return container()(value);
  if (/(^|\/)openapi\/[^/]+\.json$/.test(name)) {
    documents.push({ name, document: value });
    return extensions()(value);
  }

  if (name.endsWith('application.json'))
    return model()(value);
  return [{ tool: 'validate', rule: 'no-gate', severity: 'error', path: '', message: 'No validator knows this kind of file.' }];
}

function filesBelow(root) {
  return readdirSync(root)
    .sort()
    .flatMap(entry => {
      const path = join(root, entry);
      return statSync(path).isDirectory() ? filesBelow(path) : [path];
    });
}
