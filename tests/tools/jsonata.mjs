// Evaluates the expressions of a JSONata state machine. One request and one answer a line:
//   {"template": any JSON, "states": {...}, "variables": {...}}  →  {"value": ...} or {"error": "..."}
// Strings `{% … %}` of the template are expressions, everything else stands for itself, as in the states language.
// Step Functions runs JSONata 2.0.6 without $eval and with the functions below.
import { createHash, randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import jsonata from 'jsonata';

function register(expression) {
  expression.registerFunction('partition', (list, size) => {
    const parts = [];
    for (let i = 0; i < list.length; i += size) parts.push(list.slice(i, i + size));
    return parts;
  });
  expression.registerFunction('range', (start, end, step) => {
    if (step === 0) throw new Error('$range: the step is 0');
    const numbers = [];
    for (let n = start; step > 0 ? n <= end : n >= end; n += step) numbers.push(n);
    return numbers;
  });
  expression.registerFunction('hash', (text, algorithm) => createHash(algorithm.replace('-', '').toLowerCase()).update(text).digest('hex'));
  expression.registerFunction('random', () => Math.random());
  expression.registerFunction('uuid', () => randomUUID());
  expression.registerFunction('parse', text => JSON.parse(text));
  expression.registerFunction('eval', () => { throw new Error('$eval does not exist in Step Functions') });
}

// JSONata takes an unassigned variable for "nothing"; the service fails. Variables bound inside the expression are its own.
function checkVariables(ast, bindings) {
  const used = new Set();
  const own = new Set(['', '$']);
  (function walk(node, key) {
    if (node === null || typeof node !== 'object') return;
    if (node.type === 'variable' && key !== 'procedure') used.add(node.value);
    if (node.type === 'bind') own.add(node.lhs.value);
    if (node.type === 'lambda') for (const argument of node.arguments) own.add(argument.value);
    for (const [name, child] of Object.entries(node)) walk(child, Array.isArray(node) ? key : name);
  })(ast, '');
  for (const name of used) {
    if (!own.has(name) && !(name in bindings)) throw new Error(`the variable $${name} is not assigned`);
  }
}

async function evaluate(template, bindings) {
  if (typeof template === 'string') {
    if (!template.startsWith('{%') && !template.endsWith('%}')) return template;
    if (!template.startsWith('{%') || !template.endsWith('%}')) throw new Error(`not an expression: ${template}`);
    const expression = jsonata(template.slice(2, -2));
    register(expression);
    checkVariables(expression.ast(), bindings);
    const value = await expression.evaluate(undefined, bindings);
    if (value === undefined || typeof value === 'function') throw new Error(`the expression returned nothing: ${template}`);
    return value;
  }
  if (Array.isArray(template)) {
    const list = [];
    for (const item of template) list.push(await evaluate(item, bindings));
    return list;
  }
  if (template !== null && typeof template === 'object') {
    const object = {};
    for (const [name, value] of Object.entries(template)) object[name] = await evaluate(value, bindings);
    return object;
  }
  return template;
}

for await (const line of createInterface({ input: process.stdin })) {
  let answer;
  try {
    const { template, states, variables } = JSON.parse(line);
    answer = { value: await evaluate(template, { ...variables, states }) };
  } catch (error) {
    answer = { error: error.message ?? String(error) };
  }
  process.stdout.write(JSON.stringify(answer) + '\n');
}
