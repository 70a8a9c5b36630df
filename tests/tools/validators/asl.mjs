// Two validators, since each is blind where the other sees: asl-validator follows the graph and parses JSONata,
// AWS's language service knows value ranges.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

// What the service accepts and a validator refuses. Each entry names the tool, and a test of the finding.
const knownFalsePositives = [
  // Its list of input types is older than Parquet.
  { tool: 'asl-language-service', accepts: finding => /"InputType": "PARQUET"/.test(finding.path) && /Value is not accepted/.test(finding.message) },
];

export function createAslValidators() {
  const aslValidator = require('asl-validator');
  const { getLanguageService, TextDocument } = require('amazon-states-language-service');
  const service = getLanguageService({});

  return async definition => {
    const findings = [];
    // The validator writes into its argument.
    const result = aslValidator(structuredClone(definition), { checkPaths: true, checkArn: true });
    for (const error of result.errors ?? []) {
      findings.push({
        tool: 'asl-validator',
        rule: error['Error code'] ?? 'UNKNOWN',
        severity: 'error',
        path: error.path ?? '',
        message: typeof error.Message === 'string' ? error.Message : JSON.stringify(error),
      });
    }

    const text = JSON.stringify(definition, null, 2);
    const document = TextDocument.create('file:///machine.asl.json', 'asl', 1, text);
    const diagnostics = await service.doValidation(document, service.parseJSONDocument(document), { schemaValidation: 'error' });
    for (const diagnostic of diagnostics) {
      findings.push({
        tool: 'asl-language-service',
        rule: String(diagnostic.code ?? 'schema'),
        severity: diagnostic.severity === 1 ? 'error' : 'warning',
        path: `line ${diagnostic.range.start.line + 1}: ${text.split('\n')[diagnostic.range.start.line].trim()}`,
        message: diagnostic.message,
      });
    }

    return findings.filter(finding => !knownFalsePositives.some(known => known.tool === finding.tool && known.accepts(finding)));
  };
}
