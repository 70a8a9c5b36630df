// Evaluates expressions on inputs: `differential.mjs <file>`. The file holds { expressions: [text], inputs: [json], pairs: [[expression, input]] };
// the output is one array with { value }, {} for nothing, or { error } for each pair. A number that JSON cannot write counts as an error.
import { readFileSync } from 'node:fs';
import jsonata from 'jsonata';

const { expressions, inputs, pairs } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const parsed = expressions.map(text => {
  try {
    const expression = jsonata(text);
    expression.registerFunction('uuid', () => 'uuid');
    return { expression };
  } catch (error) {
    return { error: `${error.code ?? ''} ${error.message}` };
  }
});

function isFinite(value) {
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === null || typeof value !== 'object') return true;
  return Object.values(value).every(isFinite);
}

const results = [];
for (const [expression, input] of pairs) {
  const { expression: compiled, error } = parsed[expression];
  if (error) {
    results.push({ error });
    continue;
  }
  try {
    const value = await compiled.evaluate(undefined, { states: { input: inputs[input] } });
    results.push(value === undefined ? {} : isFinite(value) ? { value } : { error: 'not a number' });
  } catch (error) {
    results.push({ error: `${error.code ?? ''} ${error.message}` });
  }
}
process.stdout.write(JSON.stringify(results));
