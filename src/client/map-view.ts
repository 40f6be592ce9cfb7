/** The map in motion: zoom and pan, names of dots, selection of an area. */
import { inFrame, type MapWindow, moved, showing, wholeMap, zoomed } from '../charts/map-window.ts';
import type { Point } from '../charts/neighbour-layout.ts';
import { isInside, nearestPoint, nextPoint } from '../charts/point-sets.ts';
import { partOf } from './elements.ts';
import { type Dot, makeStop, readDots } from './map-dots.ts';
import { MapSelection } from './map-selection.ts';

/** Makes a drawn map answer to pointer and keyboard. */
export function connectMap(root: HTMLElement): void {
  new MapView(root).connect();
}

const directions: Readonly<Record<string, Point>> = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
};
const middle: Point = { x: 0.5, y: 0.5 };
const zoomStep = 1.5;
/** In pixels: a pointer that moves less has clicked. */
const clickSlack = 5;
/** In pixels: how near to a dot a pointer means it. */
const dotReach = 14;

class MapView {
  readonly #root: HTMLElement;
  readonly #view: SVGSVGElement;
  readonly #plane: SVGSVGElement;
  readonly #lasso: SVGPolygonElement;
  readonly #tip: HTMLElement;
  readonly #drawButton: HTMLButtonElement;
  readonly #selection: MapSelection;
  readonly #dots: readonly Dot[];
  #window: MapWindow = wholeMap;
  /** Fingers or buttons that are down, where they are in pixels. */
  readonly #pointers = new Map<number, Point>();
  #outline: Point[] = [];
  #isDrawing = false;
  #travelled = 0;
  /** The dot named when the pointer went down; going down gives the focus to what is under it. */
  #namedBefore: Dot | undefined;
  /** The wheel zooms after a click on the map, until the pointer leaves: a page that scrolls past is not caught. */
  #takesWheel = false;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#view = partOf(root, 'view', SVGSVGElement);
    this.#plane = partOf(root, 'plane', SVGSVGElement);
    this.#lasso = partOf(root, 'lasso', SVGPolygonElement);
    this.#tip = partOf(root, 'tip', HTMLElement);
    this.#drawButton = partOf(root, 'draw', HTMLButtonElement);
    this.#selection = new MapSelection(root);
    this.#dots = readDots(this.#plane);
    makeStop(this.#dots, this.#dots[0]);
  }

  connect(): void {
    const view = this.#view;
    view.addEventListener('pointerdown', (event) => {
      this.#press(event);
    });
    view.addEventListener('pointermove', (event) => {
      this.#move(event);
    });
    for (const name of ['pointerup', 'pointercancel'] as const) {
      view.addEventListener(name, (event) => {
        this.#release(event);
      });
    }
    view.addEventListener('pointerleave', () => {
      this.#takesWheel = false;
      this.#name(this.#focused());
    });
    view.addEventListener('click', (event) => {
      this.#click(event);
    });
    view.addEventListener('dragstart', (event) => {
      event.preventDefault();
    });
    view.addEventListener('wheel', (event) => {
      this.#wheel(event);
    });
    // On the frame: a drawing that listens for the focus is itself a stop of the Tab key in Chromium.
    const frame = partOf(this.#root, 'frame', HTMLElement);
    frame.addEventListener('keydown', (event) => {
      if (!event.ctrlKey && !event.metaKey && !event.altKey && this.#key(event.key)) event.preventDefault();
    });
    frame.addEventListener('focusin', () => {
      const dot = this.#focused();
      if (dot === undefined) return;
      makeStop(this.#dots, dot);
      this.#show(showing(this.#window, dot));
      this.#name(dot);
    });
    frame.addEventListener('focusout', () => {
      this.#name(undefined);
    });
    this.#root.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('[data-map]') : null;
      if (button !== null) this.#command(button.getAttribute('data-map') ?? '');
    });
  }

  #command(name: string): void {
    switch (name) {
      case 'in':
        this.#show(zoomed(this.#window, zoomStep, middle));
        break;
      case 'out':
        this.#show(zoomed(this.#window, 1 / zoomStep, middle));
        break;
      case 'reset':
        this.#show(wholeMap);
        break;
      case 'draw':
        this.#draw(!this.#isDrawing);
        break;
      case 'view':
        this.#selection.show(this.#dots.filter((dot) => this.#isInView(dot)));
        break;
      case 'clear':
        this.#selection.clear();
        this.#drawButton.focus();
    }
  }

  /** What a key does; false when it is none of the map's. */
  #key(key: string): boolean {
    const direction = directions[key];
    if (direction !== undefined) return this.#step(direction);
    const dot = this.#focused();
    if (key === '+' || key === '=') this.#show(zoomed(this.#window, zoomStep, this.#placeOf(dot)));
    else if (key === '-') this.#show(zoomed(this.#window, 1 / zoomStep, this.#placeOf(dot)));
    else if (key === '0') this.#show(wholeMap);
    else if (key === 'Escape') this.#draw(false);
    else if (key === ' ' && dot !== undefined) this.#selection.toggle(dot);
    else return false;
    this.#name(dot);
    return true;
  }

  #step(direction: Point): boolean {
    const from = this.#focused();
    const next = from === undefined ? null : nextPoint(this.#dots, from, direction);
    this.#dots[next ?? -1]?.link.focus();
    return from !== undefined;
  }

  #press(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.#takesWheel = true;
    this.#namedBefore = this.#focused();
    this.#pointers.set(event.pointerId, this.#at(event));
    if (this.#pointers.size === 1) {
      this.#travelled = 0;
      if (event.shiftKey) this.#draw(true);
      if (this.#isDrawing) this.#outline = [this.#at(event)];
    }
  }

  #move(event: PointerEvent): void {
    const at = this.#at(event);
    const before = this.#pointers.get(event.pointerId);
    if (before === undefined) {
      this.#name(this.#nearest(at) ?? this.#focused());
      return;
    }
    const others = [...this.#pointers].filter(([id]) => id !== event.pointerId).map(([, place]) => place);
    this.#pointers.set(event.pointerId, at);
    this.#travelled += Math.hypot(at.x - before.x, at.y - before.y);
    if (this.#travelled < clickSlack) return;
    // Capture from the start would take the click away from the links.
    this.#view.setPointerCapture(event.pointerId);
    const { width, height } = this.#size();
    const [other] = others;
    if (this.#isDrawing) this.#trace(at);
    else if (other !== undefined) this.#pinch(before, at, other);
    else this.#show(moved(this.#window, (at.x - before.x) / width, (at.y - before.y) / height));
  }

  #pinch(before: Point, at: Point, other: Point): void {
    const { width, height } = this.#size();
    const factor = Math.hypot(at.x - other.x, at.y - other.y) / Math.hypot(before.x - other.x, before.y - other.y);
    const centre = { x: (at.x + other.x) / 2 / width, y: (at.y + other.y) / 2 / height };
    const shifted = moved(this.#window, (at.x - before.x) / 2 / width, (at.y - before.y) / 2 / height);
    this.#show(zoomed(shifted, factor, centre));
  }

  #release(event: PointerEvent): void {
    this.#pointers.delete(event.pointerId);
    if (!this.#isDrawing || this.#outline.length < 3) return;
    const { width, height } = this.#size();
    const inside = this.#dots.filter((dot) => {
      const { x, y } = inFrame(this.#window, dot);
      return isInside({ x: x * width, y: y * height }, this.#outline);
    });
    this.#draw(false);
    this.#selection.show(inside);
  }

  /** A drag does not open what is under its end; a tap names a dot first and opens it the second time. */
  #click(event: MouseEvent): void {
    const dot = this.#nearest(this.#at(event));
    const isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
    const isOnLink = event.target instanceof Element && event.target.closest('a') !== null;
    if (this.#travelled >= clickSlack || (isTouch && dot !== this.#namedBefore)) event.preventDefault();
    if (this.#travelled >= clickSlack) return;
    if (isTouch) dot?.link.focus();
    else if (!isOnLink && dot !== undefined) location.assign(dot.link.href.baseVal);
  }

  #wheel(event: WheelEvent): void {
    if (!this.#takesWheel && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const { width, height } = this.#size();
    const { x, y } = this.#at(event);
    const factor = Math.exp(-event.deltaY / (event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 300 : 10));
    this.#show(zoomed(this.#window, factor, { x: x / width, y: y / height }));
  }

  #draw(isDrawing: boolean): void {
    this.#isDrawing = isDrawing;
    this.#outline = [];
    this.#lasso.setAttribute('points', '');
    this.#drawButton.setAttribute('aria-pressed', String(isDrawing));
    this.#root.classList.toggle('is-drawing', isDrawing);
  }

  #trace(at: Point): void {
    this.#outline.push(at);
    this.#lasso.setAttribute('points', this.#outline.map(({ x, y }) => `${Math.round(x)},${Math.round(y)}`).join(' '));
  }

  #show(window: MapWindow): void {
    this.#window = window;
    const percent = (share: number): string => `${share * 100}%`;
    this.#plane.setAttribute('x', percent(-window.left));
    this.#plane.setAttribute('y', percent(-window.top));
    this.#plane.setAttribute('width', percent(window.scale));
    this.#plane.setAttribute('height', percent(window.scale));
    this.#root.classList.toggle('is-zoomed', window.scale > 1);
    this.#name(this.#focused());
  }

  /** Shows the name of a dot beside it. */
  #name(dot: Dot | undefined): void {
    this.#tip.hidden = dot === undefined;
    if (dot === undefined) return;
    const { x, y } = inFrame(this.#window, dot);
    this.#tip.textContent = dot.name;
    this.#tip.classList.toggle('is-left', x > 0.5);
    this.#tip.classList.toggle('is-above', y > 0.5);
    this.#tip.style.setProperty('--x', `${x * 100}%`);
    this.#tip.style.setProperty('--y', `${y * 100}%`);
  }

  #nearest(at: Point): Dot | undefined {
    const { width, height } = this.#size();
    const places = this.#dots.map((dot) => {
      const { x, y } = inFrame(this.#window, dot);
      return { x: x * width, y: y * height };
    });
    return this.#dots[nearestPoint(places, at, dotReach) ?? -1];
  }

  #focused(): Dot | undefined {
    return this.#dots.find(({ link }) => link === document.activeElement);
  }

  #placeOf(dot: Dot | undefined): Point {
    return dot === undefined ? middle : inFrame(this.#window, dot);
  }

  #isInView(dot: Dot): boolean {
    const { x, y } = inFrame(this.#window, dot);
    return x >= 0 && x <= 1 && y >= 0 && y <= 1;
  }

  #at({ clientX, clientY }: MouseEvent): Point {
    const { left, top } = this.#view.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }

  #size(): DOMRect {
    return this.#view.getBoundingClientRect();
  }
}
