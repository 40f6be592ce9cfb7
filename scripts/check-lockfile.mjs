/**
 * Checks that package-lock.json names every optional package its entries ask for. npm drops a
 * platform package that the registry lacks without a word, and `npm ci` fails on the next machine.
 */
import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(readFileSync(process.argv[2] ?? 'package-lock.json', 'utf8'));

/** Whether a package is found from `folder` by Node's own rule: nearest node_modules first. */
function isResolvable(folder, name) {
  for (let at = folder; ; at = at.slice(0, Math.max(at.lastIndexOf('/node_modules/'), 0))) {
    if (packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`] !== undefined) return true;
    if (at === '') return false;
  }
}

const missing = Object.entries(packages).flatMap(([folder, { optionalDependencies = {} }]) =>
  Object.entries(optionalDependencies)
    .filter(([name]) => !isResolvable(folder, name))
    .map(
      ([name, range]) => `${folder || 'package.json'}: ${name}@${range} is missing, expected an entry in the lockfile`,
    ),
);
const hosts = Object.values(packages).filter(({ resolved }) => resolved !== undefined);
for (const line of missing) console.error(line);
if (hosts.length > 0)
  console.error(`${hosts.length} entries name the host they came from; set omit-lockfile-registry-resolved=true`);
console.log(missing.length + hosts.length === 0 ? 'lockfile complete' : 'lockfile not complete');
process.exitCode = missing.length + hosts.length === 0 ? 0 : 1;
