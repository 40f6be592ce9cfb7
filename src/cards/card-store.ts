/** Draws cards as PNG and keeps them by content, so that an unchanged card is drawn once. */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Renderer } from '@takumi-rs/core';
import { z } from 'zod';
import { type Card, cardNode, cardSize, titleBox, titleNode, titleSizes } from './card.ts';
import { glyphFilter, registerTypefaces } from './typefaces.ts';

/** Drawings at a time; more would take the threads that read and write files. */
const parallel = 2;

/** Draws cards; the same card gives the same bytes. `folder` holds those drawn before, and may be deleted at any time. */
export class CardStore {
  readonly #folder: string;
  readonly #underWay = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  #studio: Promise<Studio> | null = null;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The PNG of one card. */
  async png(card: Card): Promise<Uint8Array<ArrayBuffer>> {
    const key = keyOf(card);
    const underWay = this.#underWay.get(key);
    if (underWay !== undefined) return underWay;
    const kept = await readFile(this.#fileOf(key)).catch(() => null);
    return kept === null ? this.#drawOnce(key, card) : new Uint8Array(kept);
  }

  /** Draws what is not there yet while other work goes on; settles when all is done. What fails is told by `png`. */
  async prepare(cards: readonly Card[]): Promise<void> {
    const queue = cards.values();
    const work = async (): Promise<void> => {
      for (const card of queue) {
        const key = keyOf(card);
        if (!existsSync(this.#fileOf(key))) await this.#drawOnce(key, card).catch(() => undefined);
      }
    };
    await Promise.all(Array.from({ length: parallel }, work));
  }

  #fileOf(key: string): string {
    return path.join(this.#folder, `${key}.png`);
  }

  #drawOnce(key: string, card: Card): Promise<Uint8Array<ArrayBuffer>> {
    const underWay = this.#underWay.get(key);
    if (underWay !== undefined) return underWay;
    const drawing = this.#draw(key, card).finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, drawing);
    return drawing;
  }

  async #draw(key: string, card: Card): Promise<Uint8Array<ArrayBuffer>> {
    this.#studio ??= openStudio();
    const drawn = await draw(card, await this.#studio);
    await mkdir(this.#folder, { recursive: true });
    // A build that is killed while writing must not leave half a picture for the next one.
    const file = this.#fileOf(key);
    const incoming = `${file}.${randomUUID()}`;
    await writeFile(incoming, drawn);
    await rename(incoming, file);
    return drawn;
  }
}

interface Studio {
  readonly renderer: Renderer;
  readonly shown: (text: string) => string;
}

async function openStudio(): Promise<Studio> {
  const renderer = new Renderer();
  await registerTypefaces(renderer);
  return { renderer, shown: await glyphFilter() };
}

async function draw(card: Card, { renderer, shown }: Studio): Promise<Uint8Array<ArrayBuffer>> {
  const text = (part: string | null): string | null => (part === null ? null : shown(part) || null);
  const site = shown(card.site);
  const drawable: Card = {
    ...card,
    site,
    // A title in a script that no face has is no title; the name of the survey is.
    title: text(card.title) ?? site,
    eyebrow: shown(card.eyebrow),
    byline: text(card.byline),
    facts: text(card.facts),
    result: text(card.result),
  };
  const size = await titleSize(drawable.title, renderer);
  return new Uint8Array(await renderer.render(cardNode(drawable, size), { ...cardSize, format: 'png' }));
}

/** The largest size at which the title fits its box; the smallest where none does. */
async function titleSize(title: string, renderer: Renderer): Promise<number> {
  for (const size of titleSizes) {
    const { height } = await renderer.measure(
      {
        type: 'container',
        style: { display: 'flex', fontFamily: 'Inter, "STIX Two Math"' },
        children: [titleNode(title, size)],
      },
      { width: titleBox.width },
    );
    if (height <= titleBox.height) return size;
  }
  return titleSizes[titleSizes.length - 1] ?? 0;
}

const versions = ['@takumi-rs/core', '@fontsource/inter', '@fontsource/stix-two-math'].map((name) => {
  const file = path.resolve('node_modules', name, 'package.json');
  const manifest: unknown = createRequire(path.resolve('package.json'))(file);
  return `${name} ${z.object({ version: z.string() }).parse(manifest).version}`;
});

/** The same for cards that look the same: what stands on it, how it is laid out, and with what it is drawn. */
function keyOf(card: Card): string {
  const layout = titleSizes.map((size) => cardNode(card, size));
  return createHash('sha256')
    .update(JSON.stringify([versions, titleBox, layout]))
    .digest('hex')
    .slice(0, 32);
}
