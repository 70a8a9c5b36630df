// The reference for JSONata: `evaluate.mjs <file>`. The file holds a JSON array of { expression, input?, variables? };
// the output is one array with { value } (no value: nothing, or a function), or { code, message } for each.
// An error that JSONata does not foresee has an empty code.
import { readFileSync } from 'node:fs';
import jsonata from 'jsonata';

// Functions have no form in JSON.
function isFunction(value) {
  return typeof value === 'function' || value?._jsonata_lambda || value?._jsonata_function;
}

const cases = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const results = [];
for (const { expression, input, variables } of cases) {
  try {
    const value = await jsonata(expression).evaluate(input, variables);
    results.push(JSON.parse(JSON.stringify({ value }, (_, part) => isFunction(part) ? undefined : part)));
  } catch (error) {
    results.push({ code: error.code ?? '', message: error.message ?? String(error) });
  }
}

process.stdout.write(JSON.stringify(results));
