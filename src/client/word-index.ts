/** The index, asked for words; remembers its answers. */
import { holdsEveryWord } from './hit.ts';
import type { PagefindIndex, PagefindResult } from './pagefind-index.ts';

/** Answers kept; more than typing one search makes. */
const maxAnswers = 400;

export class WordIndex {
  readonly #index: PagefindIndex;
  readonly #answers = new Map<string, Promise<readonly PagefindResult[]>>();

  constructor(index: PagefindIndex) {
    this.#index = index;
  }

  /**
   * Pages that have all of the words or words that begin with them, best first. For a word it does not know
   * Pagefind takes the longest beginning it knows: ask `knows` or `begins` first.
   */
  pagesWith(words: readonly string[]): Promise<readonly PagefindResult[]> {
    return this.#ask(words.join(' '));
  }

  /** Pages that hold the quoted phrase. */
  pagesWithPhrase(quoted: string): Promise<readonly PagefindResult[]> {
    return this.#ask(quoted);
  }

  /** Whether some page has a form of this word. */
  async knows(word: string): Promise<boolean> {
    return (await this.#ask(`"${word}"`)).length > 0;
  }

  /** Whether some page has a word that begins with this one: one that is being typed. */
  async begins(word: string): Promise<boolean> {
    const [first] = await this.pagesWith([word]);
    return first !== undefined && holdsEveryWord(await first.data(), [word]);
  }

  #ask(text: string): Promise<readonly PagefindResult[]> {
    const known = this.#answers.get(text);
    if (known !== undefined) return known;
    if (this.#answers.size >= maxAnswers) this.#answers.clear();
    const answer = this.#index.search(text).then(({ results }) => results);
    this.#answers.set(text, answer);
    // The one who asked is told; the next one may have more luck.
    answer.catch(() => this.#answers.delete(text));
    return answer;
  }
}
