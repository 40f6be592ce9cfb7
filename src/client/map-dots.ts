/** The dots of the map: their places, their names, and which of them Tab reaches. */
import type { Point } from '../charts/neighbour-layout.ts';

export interface Dot extends Point {
  readonly link: SVGAElement;
  readonly name: string;
}

/** Reads the dots from the drawing. Names become labels, for the map shows them itself. */
export function readDots(plane: SVGSVGElement): Dot[] {
  return [...plane.querySelectorAll('a[href]')].flatMap((link): Dot[] => {
    const circle = link.querySelector('circle');
    const title = link.querySelector('title');
    if (!(link instanceof SVGAElement) || circle === null || title === null) return [];
    const name = title.textContent;
    link.setAttribute('aria-label', name);
    title.remove();
    return [{ link, name, x: shareOf(circle, 'cx'), y: shareOf(circle, 'cy') }];
  });
}

function shareOf(circle: Element, attribute: string): number {
  return Number.parseFloat(circle.getAttribute(attribute) ?? '') / 100;
}

/** One stop of the Tab key for all dots: the one last looked at. */
export function makeStop(dots: readonly Dot[], stop: Dot | undefined): void {
  for (const { link } of dots) link.setAttribute('tabindex', link === stop?.link ? '0' : '-1');
}
