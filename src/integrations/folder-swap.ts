/** Puts a finished folder in the place of a published one, whatever happens in between. */
import { randomUUID } from 'node:crypto';
import { cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * Puts the folder `finished` in the place of `target`, which need not exist. Everything slow happens
 * before the two renames, between which alone there is no folder at `target`; `repairSwap` mends that.
 * Of two builds that swap at once the later one stays.
 */
export async function swapFolder(finished: string, target: string): Promise<void> {
  // Named by process for `repairSwap`, and by swap: one process may swap the same folder twice at once.
  const swap = `${process.pid}.${randomUUID()}`;
  const incoming = `${target}.incoming-${swap}`;
  const previous: string[] = [];
  await mkdir(path.dirname(target), { recursive: true });
  await move(finished, incoming);
  for (let attempt = 0; ; attempt += 1) {
    previous.push(await setAside(target, `${target}.previous-${swap}.${attempt}`));
    try {
      await rename(incoming, target);
      break;
    } catch (error) {
      // Another build has put its folder there between the two renames.
      if (!(hasCode(error, 'ENOTEMPTY') || hasCode(error, 'EEXIST')) || attempt >= 100) throw error;
    }
  }
  await removeFolders(previous);
}

async function setAside(target: string, previous: string): Promise<string> {
  await rename(target, previous).catch((error: unknown) => {
    if (!hasCode(error, 'ENOENT')) throw error;
  });
  return previous;
}

/**
 * Mends what a build left that was killed while it swapped: brings the published folder back when it was
 * set aside, and removes what lies beside it. Does nothing while another build is swapping.
 */
export async function repairSwap(target: string): Promise<void> {
  const beside = await leftoversOf(target);
  // This process has not begun to swap: in a container another had its number before.
  if (beside.some(({ pid }) => pid !== process.pid && isRunning(pid))) return;
  const last = (await exists(target)) ? undefined : await newestOf(beside.filter(({ kind }) => kind === 'previous'));
  if (last !== undefined) await rename(last.path, target);
  // A build that has begun to swap since is not among them.
  await removeFolders(beside.filter((leftover) => leftover !== last).map((leftover) => leftover.path));
}

interface Leftover {
  readonly path: string;
  readonly kind: 'incoming' | 'previous';
  readonly pid: number;
}

/** The one that was set aside last. */
async function newestOf(leftovers: readonly Leftover[]): Promise<Leftover | undefined> {
  const dated = await Promise.all(
    leftovers.map(async (leftover) => ({ leftover, changed: (await stat(leftover.path)).ctimeMs })),
  );
  return dated.toSorted((a, b) => b.changed - a.changed).at(0)?.leftover;
}

async function leftoversOf(target: string): Promise<Leftover[]> {
  const folder = path.dirname(target);
  const name = path.basename(target);
  const entries = (await readdir(folder).catch(() => [])).sort();
  return entries.flatMap((entry) => {
    const [, kind, pid] = /^\.(incoming|previous)-(\d+)(?:\.[\da-f-]+){0,2}$/.exec(entry.slice(name.length)) ?? [];
    if (!entry.startsWith(name) || (kind !== 'incoming' && kind !== 'previous')) return [];
    return [{ path: path.join(folder, entry), kind, pid: Number(pid) }];
  });
}

async function removeFolders(folders: readonly string[]): Promise<void> {
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
}

// Another disk cannot be reached by renaming.
async function move(from: string, to: string): Promise<void> {
  await rename(from, to).catch(async (error: unknown) => {
    if (!hasCode(error, 'EXDEV')) throw error;
    await cp(from, to, { recursive: true });
    await rm(from, { recursive: true });
  });
}

/** Removes what builds left behind that were killed before they could clean up; folders are named by process. */
export async function removeAbandoned(root: string): Promise<void> {
  const names = await readdir(root).catch(() => []);
  const abandoned = names.filter((name) => /^\d+$/.test(name) && !isRunning(Number(name)));
  await Promise.all(abandoned.map((name) => rm(path.join(root, name), { recursive: true, force: true })));
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
