/** Has the fonts of a survey cut while its site is bundled, so that its pages find them. */
import type { Corpus } from '../corpus/corpus.ts';
import { fontBytes, fontFiles, rareCharacters, shownTexts } from '../site/fonts.ts';
import { mathCharacters, mathFont } from '../site/math-font.ts';
import { cacheFolder } from './cache-folder.ts';

/** What fails is told to the page that asks for the file. */
export function cutFontsEarly({ papers, prose }: Pick<Corpus, 'papers' | 'prose'>): void {
  const files = fontFiles(rareCharacters(shownTexts(papers, prose)));
  const math = mathFont(mathCharacters(papers.flatMap(({ title, abstract }) => [title.html, abstract.html])));
  for (const file of [...files, math]) fontBytes(file, cacheFolder('fonts')).catch(() => undefined);
}
