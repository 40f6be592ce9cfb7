/**
 * Installs the packages of package-lock.json when they are not there yet, so that a command works
 * in a fresh clone. Runs on the system's Node (20 or newer) and needs no package itself.
 *
 * Scripts call it as `npm run -s setup && node …`, never as `node … && node …`: a shell remembers
 * where it found the first node and would miss the newer one that was just installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const oldestSystemNode = 20;
/** Below this version TypeScript files do not run without a build step. */
const oldestNode = 24;

if (Number.parseInt(process.versions.node, 10) < oldestSystemNode) {
  stop(
    `Node ${process.versions.node} is too old: this project needs Node ${oldestSystemNode} or newer to install itself.`,
  );
}
const missing = firstMissingPackage();
if (missing !== null) {
  console.error(`Installing the packages of package-lock.json (${missing}) …`);
  // Standard output belongs to the command that follows.
  const { status } = spawnSync('npm', ['ci'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) stop('npm ci failed; nothing was run.');
}
requireNode();

/** Why an install is needed, in words; null when all is in place. */
function firstMissingPackage() {
  const installedFile = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return 'nothing is installed yet';
  const wanted = readPackages(path.join(root, 'package-lock.json'));
  const installed = readPackages(installedFile);
  const own = wanted['']?.optionalDependencies ?? {};
  for (const [folder, entry] of Object.entries(wanted)) {
    if (folder === '') continue;
    const found = installed[folder];
    const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
    // npm leaves out optional packages of other platforms; only our own are known to be wanted here.
    if (found === undefined && entry.optional && !(name in own && isForThisPlatform(entry))) continue;
    if (found?.version !== entry.version || found?.integrity !== entry.integrity)
      return `${name} ${entry.version} is missing`;
    if (!existsSync(path.join(root, folder))) return `${folder} is missing`;
  }
  return null;
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

function isForThisPlatform({ os, cpu }) {
  return (os?.includes(process.platform) ?? true) && (cpu?.includes(process.arch) ?? true);
}

/** The packages bring a newer Node for Linux on x64; elsewhere the system has to have one. */
function requireNode() {
  const bin = path.join(root, 'node_modules', '.bin');
  const searchPath = `${bin}${path.delimiter}${process.env.PATH ?? ''}`;
  const { stdout } = spawnSync('node', ['-p', 'process.versions.node'], {
    encoding: 'utf8',
    env: { ...process.env, PATH: searchPath },
    shell: process.platform === 'win32',
  });
  const version = (stdout ?? '').trim();
  if (Number.parseInt(version, 10) >= oldestNode) return;
  stop(
    `Node ${version || '(none)'} is too old: install Node ${oldestNode}. Only on Linux (x64) does it come with the packages.`,
  );
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
