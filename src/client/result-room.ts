/**
 * The room that results stand in. It is kept so large that results which come later push nothing that a reader sees:
 * what is not needed is given back only where its end is out of sight.
 */
import { ScrollRest } from './scroll-rest.ts';

export class ResultRoom {
  readonly #room: HTMLElement;
  /** Stands where the results end. */
  readonly #end: HTMLElement;
  /** Stands at the end of the room. */
  readonly #foot: HTMLElement;
  /** Pixels that results to come will need. */
  #expected = 0;

  constructor(room: HTMLElement, end: HTMLElement, foot: HTMLElement) {
    this.#room = room;
    this.#end = end;
    this.#foot = foot;
    // Who scrolls on no longer sees the end: then what is left over can go.
    new ScrollRest(() => {
      this.settle(this.#expected);
    });
  }

  /** Whether more stands in the room than there is room for, and a reader would see its end move. */
  get isOverfull(): boolean {
    return this.#isEndSeen && this.#content > this.#height;
  }

  /** Keeps the room as large as it is while its content changes. */
  hold(): void {
    this.#height = this.#room.offsetHeight;
  }

  /** Fits the room to what stands in it and to `expected` pixels that are on their way. */
  settle(expected = 0): void {
    this.#expected = expected;
    const { top, height } = this.#room.getBoundingClientRect();
    const tolerable = this.#isEndSeen ? height : Math.min(height, innerHeight - top + this.#foot.offsetHeight);
    this.#height = Math.max(this.#content + expected, tolerable);
  }

  get #isEndSeen(): boolean {
    return this.#room.getBoundingClientRect().bottom - this.#foot.offsetHeight < innerHeight;
  }

  /** What the content takes by itself. */
  get #content(): number {
    const above = this.#end.getBoundingClientRect().top - this.#room.getBoundingClientRect().top;
    return above + this.#foot.offsetHeight;
  }

  get #height(): number {
    return Number.parseFloat(/[\d.]+(?=px)/.exec(this.#room.style.minBlockSize)?.[0] ?? '0');
  }

  /** Beside the least of the stylesheet. */
  set #height(pixels: number) {
    this.#room.style.minBlockSize = `max(100vh, ${Math.ceil(pixels)}px)`;
  }
}
