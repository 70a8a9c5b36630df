// Evaluates JSONata expressions: `expressions.mjs <file>`. The file holds a JSON array of { expression, variables };
// the output is one array with { value } (no value: nothing) or { error } for each.
import { readFileSync } from 'node:fs';
import jsonata from 'jsonata';

const cases = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const parsed = new Map();
const results = [];
for (const { expression, variables } of cases) {
  try {
    if (!parsed.has(expression)) parsed.set(expression, jsonata(expression));
    const value = await parsed.get(expression).evaluate(undefined, variables);
    results.push(value === undefined ? {} : { value });
  } catch (error) {
    results.push({ error: `${error.code ?? ''} ${error.message}` });
  }
}
process.stdout.write(JSON.stringify(results));
