// AWS's CloudFormation validator: it expands the SAM transform and checks every property, reference and IAM document.
// The build that has the composite engine ships inside aws-cdk-lib, hence the path.
import { createRequire } from 'node:module';
import { join, dirname } from 'node:path';
import { judgeApiGateway } from './apigateway.mjs';
import { withoutSam } from './plain.mjs';

const require = createRequire(import.meta.url);

// Fatal and error findings fail. An unknown enum value (W3030) is only a warning of the tool, but never right in what is generated.
const failingWarnings = new Set(['W3030']);

export function createTemplateValidator() {
  const cdk = dirname(require.resolve('aws-cdk-lib/package.json'));
  const { CompositeEngine, TemplateContent } = require(join(cdk, 'node_modules', '@aws', 'cloudformation-validate'));
  const engine = new CompositeEngine();

  const judge = (text, name) => {
    const report = engine.validateTemplate(new TemplateContent(text, name));
    return report.diagnostics.map(diagnostic => ({
      tool: 'cloudformation-validate',
      rule: diagnostic.ruleId,
      severity: /^[FE]/.test(diagnostic.ruleId) || failingWarnings.has(diagnostic.ruleId) ? 'error' : 'warning',
      path: String(diagnostic.propertyPath ?? ''),
      message: diagnostic.message,
    }));
  };

  return (text, name) => {
    const template = JSON.parse(text);
    const plain = withoutSam(template);
    if (!plain)
      return [...judge(text, name), ...judgeApiGateway(template)];

    // What SAM makes is there in the plain template alone, and references to it are judged there.
    const made = Object.keys(plain.Resources).filter(id => !(id in template.Resources));
    const isToMade = finding => finding.rule === 'F6101' && made.some(id => finding.message.startsWith(`GetAtt '${id}.`));
    return [...judge(text, name).filter(finding => !isToMade(finding)), ...judge(JSON.stringify(plain), name), ...judgeApiGateway(plain)];
  };
}
