// A container's definition in the words of ECS's RegisterTaskDefinition, judged by the template validator: its names begin in lower
// case, else it is what the resource of CloudFormation is. A list of Kubernetes objects is judged by what each kind must have.
import { filled } from './policy.mjs';

const upper = node => {
  if (Array.isArray(node))
    return node.map(upper);
  if (node === null || typeof node !== 'object')
    return node;
  // Names of options and labels are the driver's, not ECS's.
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name[0].toUpperCase() + name.slice(1), name === 'options' ? value : upper(value)]));
};

export function createContainerValidator(validateTemplate) {
  return definition => definition.kind ? kubernetes(definition) : taskDefinition(definition, validateTemplate);
}

function taskDefinition(definition, validateTemplate) {
  // The ARNs that placeholders are filled with name no service; those of roles have to.
  const text = filled(JSON.stringify(definition)).replace(/arn:aws:service:eu-central-1:(\d+):(\w*Role)\b/g, 'arn:aws:iam::$1:role/$2');
  const template = {
    AWSTemplateFormatVersion: '2010-09-09',
    Resources: { Task: { Type: 'AWS::ECS::TaskDefinition', Properties: upper(JSON.parse(text)) } },
  };
  const findings = validateTemplate(JSON.stringify(template), 'task.json');
  const report = (path, message) => findings.push({ tool: 'task-definition', rule: 'shape', severity: 'error', path, message });
  const wrong = Object.keys(definition).filter(name => name[0] !== name[0].toLowerCase());
  if (wrong.length)
    report('/' + wrong[0], 'RegisterTaskDefinition has no such member');
  const names = (definition.containerDefinitions ?? []).map(container => container.name);
  const volumes = (definition.volumes ?? []).map(volume => volume.name);
  for (const container of definition.containerDefinitions ?? []) {
    for (const dependency of container.dependsOn ?? []) {
      if (!names.includes(dependency.containerName))
        report('/containerDefinitions', `no container '${dependency.containerName}'`);
    }

    for (const mount of container.mountPoints ?? []) {
      if (!volumes.includes(mount.sourceVolume))
        report('/containerDefinitions', `no volume '${mount.sourceVolume}'`);
    }
  }

  if (!(definition.containerDefinitions ?? []).some(container => container.essential !== false))
    report('/containerDefinitions', 'at least one container is essential');
  return findings;
}

function kubernetes(list) {
  const findings = [];
  const report = (path, message) => findings.push({ tool: 'kubernetes', rule: 'shape', severity: 'error', path, message });
  if (list.apiVersion !== 'v1' || list.kind !== 'List' || !Array.isArray(list.items))
    return [{ tool: 'kubernetes', rule: 'shape', severity: 'error', path: '', message: 'a v1 List is expected' }];
  const versions = { ServiceAccount: 'v1', Role: 'rbac.authorization.k8s.io/v1', RoleBinding: 'rbac.authorization.k8s.io/v1' };
  list.items.forEach((item, i) => {
    if (versions[item.kind] !== item.apiVersion)
      report(`/items/${i}`, `${item.kind} is of ${versions[item.kind]}`);
    if (!/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(item.metadata?.name ?? ''))
      report(`/items/${i}/metadata/name`, 'no name of Kubernetes');
    if (item.kind === 'Role' && !(item.rules ?? []).every(rule => rule.apiGroups && rule.resources && rule.verbs))
      report(`/items/${i}/rules`, 'a rule has apiGroups, resources and verbs');
    if (item.kind === 'RoleBinding' && !list.items.some(role => role.kind === item.roleRef?.kind && role.metadata.name === item.roleRef.name))
      report(`/items/${i}/roleRef`, 'no such role');
  });
  return findings;
}
