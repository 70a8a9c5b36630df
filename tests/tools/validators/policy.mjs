// The grammar of an identity policy, judged by the template validator: the document is put into a managed policy,
// its placeholders replaced by an ARN or an account's facts as a deployment would.
const facts = new Map([
  ['AWS::Partition', 'aws'],
  ['AWS::Region', 'eu-central-1'],
  ['AWS::AccountId', '123456789012'],
  ['AWS::URLSuffix', 'amazonaws.com'],
  ['AWS::StackName', 'stack'],
]);

export const filled = text => text.replace(/\$\{([^}!]+)\}/g, (_, name) =>
  facts.get(name) ?? (name.endsWith('.Arn') ? `arn:aws:service:eu-central-1:123456789012:${name.slice(0, -4)}` : name));

export function createPolicyValidator(validateTemplate) {
  return policy => {
    const template = {
      AWSTemplateFormatVersion: '2010-09-09',
      Resources: { Policy: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: JSON.parse(filled(JSON.stringify(policy))) } } },
    };
    const findings = validateTemplate(JSON.stringify(template), 'policy.json');
    if (policy.Version !== '2012-10-17')
      findings.push({ tool: 'policy', rule: 'version', severity: 'error', path: '/Version', message: "Version must be '2012-10-17'" });
    const sids = (policy.Statement ?? []).map(statement => statement.Sid).filter(Boolean);
    if (new Set(sids).size !== sids.length)
      findings.push({ tool: 'policy', rule: 'sid', severity: 'error', path: '/Statement', message: 'a Sid occurs twice' });
    return findings;
  };
}
