/** Remembers from build to build which pages were found valid, and what they are made of. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A folder, which may be deleted at any time, and what is built: each build of it replaces what the last one kept. */
export interface PageMemory {
  readonly folder: string;
  readonly site: string;
}

/** Pages and their parts by digests without spaces. */
export class ValidPages {
  readonly #folder: string;
  readonly #judge: string;
  readonly #file: string;
  readonly #before: ReadonlyMap<string, readonly string[]>;
  readonly #met = new Map<string, readonly string[]>();
  readonly #parts = new Set<string>();

  private constructor({ folder, site }: PageMemory, judge: string, before: ReadonlyMap<string, readonly string[]>) {
    this.#folder = folder;
    this.#judge = judge;
    this.#file = `${judge}.${digestOf(site)}.txt`;
    this.#before = before;
    for (const part of partsOf(before)) this.#parts.add(part);
  }

  /** What `judge` found valid, for whatever site: what another one did is not known to be valid to this one. */
  static async open(memory: PageMemory, judge: string): Promise<ValidPages> {
    const files = (await filesIn(memory.folder)).filter((file) => isOf(judge, file));
    const texts = await Promise.all(files.map((file) => readOrNothing(path.join(memory.folder, file))));
    return new ValidPages(memory, judge, new Map(texts.flatMap(parsePages)));
  }

  /** Whether the page is known to be valid, as a whole. */
  meetPage(page: string): boolean {
    const parts = this.#met.get(page) ?? this.#before.get(page);
    if (parts === undefined) return false;
    this.#met.set(page, parts);
    return true;
  }

  hasAll(parts: ReadonlySet<string>): boolean {
    return [...parts].every((part) => this.#parts.has(part));
  }

  add(page: string, parts: ReadonlySet<string>): void {
    this.#met.set(page, [...parts]);
    for (const part of parts) this.#parts.add(part);
  }

  /** Keeps what this run has met, and nothing else. */
  async keep(): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const outdated = (await filesIn(this.#folder)).filter((file) => !isOf(this.#judge, file));
    await Promise.all(outdated.map((file) => rm(path.join(this.#folder, file), { force: true })));
    const file = path.join(this.#folder, this.#file);
    const text = formatPages(this.#met);
    if (text !== (await readOrNothing(file))) await replace(file, text);
  }
}

function isOf(judge: string, file: string): boolean {
  return file.startsWith(`${judge}.`);
}

async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith('.txt')).sort();
}

function readOrNothing(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}

/** One after the other: large surveys have millions. */
function* partsOf(pages: ReadonlyMap<string, readonly string[]>): Iterable<string> {
  for (const parts of pages.values()) yield* parts;
}

/** A line of all parts, and one for each page with the places of its own. */
function formatPages(pages: ReadonlyMap<string, readonly string[]>): string {
  const places = new Map<string, number>();
  for (const part of partsOf(pages)) if (!places.has(part)) places.set(part, places.size);
  const lines = [...pages].map(([page, parts]) => [page, ...parts.map((part) => places.get(part))].join(' '));
  return [[...places.keys()].join(' '), ...lines].join('\n');
}

function parsePages(text: string): [page: string, parts: string[]][] {
  const [first = '', ...lines] = text.split('\n');
  const parts = first.split(' ');
  return lines.map((line) => {
    const [page = '', ...places] = line.split(' ');
    return [page, places.flatMap((place) => parts[Number(place)] ?? [])];
  });
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 20);
}

/** In one step: a build that is killed while writing must not leave half of it. */
async function replace(file: string, text: string): Promise<void> {
  const incoming = `${file}.${String(process.pid)}`;
  await writeFile(incoming, text);
  await rename(incoming, file);
}
