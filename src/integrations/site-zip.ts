/** Packs a finished site into one file that is the same for the same site. */
import { createWriteStream } from 'node:fs';
import { readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { Zip, ZipDeflate } from 'fflate';
import { filesBelow } from '../loaders/built-site.ts';

/** Writes all files below `folder`, sorted, into the archive `target`, below a folder with the name of theirs. */
export async function zipFolder(folder: string, target: string): Promise<void> {
  const incoming = `${target}.incoming-${process.pid}`;
  const output = createWriteStream(incoming);
  const written = finished(output);
  const zip = new Zip((error, chunk, final) => {
    if (error) output.destroy(error);
    else output.write(chunk);
    if (final) output.end();
  });
  const root = path.basename(folder);
  // The earliest that the format can say. It has no time zone, so the same local time is the same bytes everywhere.
  const packedOn = new Date(1980, 0, 1);
  for (const file of filesBelow(folder)) {
    const entry = new ZipDeflate(`${root}/${file}`);
    entry.mtime = packedOn;
    zip.add(entry);
    entry.push(await readFile(path.join(folder, file)), true);
  }
  zip.end();
  await written;
  await rename(incoming, target);
}
