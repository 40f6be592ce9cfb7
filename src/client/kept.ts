/** What is loaded on first need and kept. A failure, such as a lost connection, is not: the next need tries again. */
export class Kept<T> {
  readonly #load: () => Promise<T>;
  #loaded: Promise<T> | null = null;

  constructor(load: () => Promise<T>) {
    this.#load = load;
  }

  get(): Promise<T> {
    this.#loaded ??= this.#load().catch((error: unknown) => {
      this.#loaded = null;
      throw error;
    });
    return this.#loaded;
  }

  /** What was asked for before; null where nothing was, or where it failed. */
  get asked(): Promise<T> | null {
    return this.#loaded;
  }
}
