/** Packs again what others packed: the same content in fewer bytes. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { JobThread } from '../threads/job-thread.ts';
import type { PackingOrder } from '../threads/packing-job.ts';

const packing = new JobThread<PackingOrder>('src/threads/packing-job.ts');

/**
 * A gzip file with the same content, about as small as zopfli makes it, or `packed` itself when that is smaller. Takes
 * a quarter of a second for 150 kB, in a thread of its own, so `cache`, a folder, keeps what was made; it may be deleted
 * at any time. What is under way for the same content is waited for.
 */
export function repacked(packed: Uint8Array, cache: string): Promise<Uint8Array> {
  const file = path.join(cache, `${createHash('sha256').update(packed).digest('hex')}.gz`);
  const before = underWay.get(file);
  if (before !== undefined) return before;
  const made = repack(packed, file).finally(() => underWay.delete(file));
  underWay.set(file, made);
  return made;
}

/** By the file that will keep them. */
const underWay = new Map<string, Promise<Uint8Array>>();

async function repack(packed: Uint8Array, file: string): Promise<Uint8Array> {
  const kept = await readFile(file).catch(() => null);
  if (kept !== null) return kept;
  const smaller = await packing.run({ content: gunzipSync(packed) });
  const result = smaller.length < packed.length ? smaller : packed;
  await mkdir(path.dirname(file), { recursive: true });
  // A build that is killed while writing must not leave half a file for the next one.
  const incoming = `${file}.${process.pid}`;
  await writeFile(incoming, result);
  await rename(incoming, file);
  return result;
}
