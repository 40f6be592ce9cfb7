/** What is wrong with a page as it is laid out, for people who enlarge text, touch, or have their own colours. */
import type { Page } from '@playwright/test';

/** Everything of a page that a window of this width spoils; each fault names its element. */
export async function layoutFaults(page: Page): Promise<string[]> {
  return [...(await textFaults(page)), ...(await targetFaults(page))];
}

/** What of the text is lost. */
export async function textFaults(page: Page): Promise<string[]> {
  return [...(await sidewaysScroll(page)), ...(await clippedTexts(page))];
}

/** Lays out the page as it will be: in its own faces, and with the parts that wait until they come into view. */
export async function layOutAll(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  await addStyles(page, '* { content-visibility: visible !important }');
}

function sidewaysScroll(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`the page is ${scrollWidth - clientWidth} px too wide`] : [];
  });
}

/** Texts of which a part cannot be seen and cannot be scrolled to. */
function clippedTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      if (element instanceof SVGElement || element.closest('svg') !== null) continue;
      const { overflowX, overflowY, clipPath, webkitLineClamp } = getComputedStyle(element);
      // Meant for screen readers only, and what is said in full on the page it leads to.
      if (clipPath !== 'none' || webkitLineClamp !== 'none' || element.clientWidth <= 1) continue;
      const cuts = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
      const name = `${element.tagName.toLowerCase()}.${element.className}: ${(element.textContent || '').trim().slice(0, 40)}`;
      if (cuts(overflowX) && overflowX !== 'clip' && element.scrollWidth > element.clientWidth + 1)
        faults.push(`cut off at its side: ${name}`);
      if (cuts(overflowY) && element.scrollHeight > element.clientHeight + 2) faults.push(`cut off below: ${name}`);
    }
    return faults;
  });
}

/**
 * Targets smaller than 24 by 24 px that none of the exceptions of WCAG 2.5.8 allows, and controls that lie over each
 * other. Marks in charts have their equivalent in a table; links within a text are as high as its lines.
 */
function targetFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const least = 24;
    interface Target {
      readonly element: Element;
      readonly name: string;
      /** One for each line of a link that goes over several. */
      readonly boxes: readonly DOMRect[];
      readonly isInText: boolean;
    }
    const selector = 'a[href], button, input, select, textarea, summary';
    const lengthOf = (element: Element): number => (element.textContent || '').replace(/\s+/g, '').length;
    const nameOf = (element: Element): string => {
      const text = element.getAttribute('aria-label') ?? element.textContent;
      return `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${text.trim().slice(0, 50)}"`;
    };
    /** Whether it stands in a text: more than a few signs between links. */
    const isInText = (element: Element): boolean => {
      if (getComputedStyle(element).display !== 'inline') return false;
      const block = element.closest('p, li, td, th, dd, blockquote, caption, figcaption');
      if (block === null) return false;
      const linked = [...block.querySelectorAll(selector)].reduce((sum, link) => sum + lengthOf(link), 0);
      return lengthOf(block) - linked > 8;
    };
    const targets = [...document.querySelectorAll(selector)].flatMap((element): Target[] => {
      if (element.closest('svg, [hidden], template') !== null) return [];
      if (!element.checkVisibility({ visibilityProperty: true })) return [];
      // A label is part of what it names.
      const touched = element.closest('label') ?? element;
      const boxes = [...touched.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
      return boxes.length === 0 ? [] : [{ element, name: nameOf(element), boxes, isInText: isInText(element) }];
    });
    const isSmallBox = ({ width, height }: DOMRect): boolean => width < least - 0.1 || height < least - 0.1;
    const isSmall = ({ boxes }: Target): boolean => boxes.every(isSmallBox);
    const middleOf = (box: DOMRect): [x: number, y: number] => [box.left + box.width / 2, box.top + box.height / 2];
    // A circle of 24 px around its middle meets no other target and no such circle of another small one.
    const isCrowded = ({ element, boxes: [box] }: Target): boolean => {
      if (box === undefined) return false;
      const [x, y] = middleOf(box);
      return targets.some((other) => {
        if (other.element === element) return false;
        return other.boxes.some((place) => {
          const { left, right, top, bottom } = place;
          const [otherX, otherY] = middleOf(place);
          if (isSmall(other) && Math.hypot(otherX - x, otherY - y) < least - 0.1) return true;
          const distance = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
          return distance < least / 2 - 0.1;
        });
      });
    };
    const faults = targets
      .filter((target) => !target.isInText && isSmall(target) && isCrowded(target))
      .map(({ name, boxes: [box] }) => `too small: ${name}, ${box?.width.toFixed(1)} × ${box?.height.toFixed(1)} px`);
    const placed = targets
      .filter(({ element }) => getComputedStyle(element).position !== 'fixed')
      .flatMap((target) => target.boxes.map((box) => ({ target, box })))
      .sort((a, b) => a.box.top - b.box.top);
    placed.forEach(({ target, box }, index) => {
      for (const { target: other, box: place } of placed.slice(index + 1)) {
        if (place.top > box.bottom) break;
        if (target.element.contains(other.element) || other.element.contains(target.element)) continue;
        const width = Math.min(box.right, place.right) - Math.max(box.left, place.left);
        const height = Math.min(box.bottom, place.bottom) - Math.max(box.top, place.top);
        // Boxes of letters are higher than lines: in a text they may touch and cover nothing.
        if (width > 3 && height > (target.isInText || other.isInText ? 8 : 4))
          faults.push(`one over the other: ${target.name} and ${other.name}`);
      }
    });
    return [...new Set(faults)];
  });
}

/** Sets the spacing of text that WCAG 1.4.12 lets a reader ask for. */
export async function spaceText(page: Page): Promise<void> {
  await addStyles(
    page,
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }' +
      'p { margin-block-end: 2em !important }',
  );
}

// The policy of the pages allows no style elements.
async function addStyles(page: Page, css: string): Promise<void> {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
  }, css);
}

/** What moves although the reader asked for less motion. */
export function movingParts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const moving = [...document.querySelectorAll('*')].filter((element) => {
      const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
      return animationName !== 'none' || /[1-9]/.test(transitionDuration) || scrollBehavior === 'smooth';
    });
    return [...moving.map((element) => element.tagName), ...document.getAnimations().map(() => 'an animation')];
  });
}

/**
 * In forced colours: marks of charts, icons and marked words that do not stand out from the ground, and pressed buttons
 * that look like others.
 */
export function forcedColourFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Error('no canvas');
    const light = (colour: string): number => {
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = [...context.getImageData(0, 0, 1, 1).data].map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (a: string, b: string): number => {
      const [bright, dark] = [light(a), light(b)].sort((x, y) => y - x);
      return ((bright ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
    };
    const ground = getComputedStyle(document.documentElement).backgroundColor;
    const faults: string[] = [];
    for (const mark of document.querySelectorAll('main svg :is(rect, circle)')) {
      const { fill, stroke } = getComputedStyle(mark);
      if (contrast(fill, ground) < 3 && (stroke === 'none' || contrast(stroke, ground) < 3))
        faults.push(
          `a ${mark.tagName} of ${mark.closest('svg[class]')?.getAttribute('class') ?? ''} does not stand out: ${fill}, ${stroke} on ${ground}`,
        );
    }
    for (const icon of document.querySelectorAll('button .icon, summary .icon, a .icon')) {
      if (!icon.checkVisibility()) continue;
      const { stroke, backgroundColor } = getComputedStyle(icon);
      const behind = /^rgba\(.*, 0\)$/.test(backgroundColor) ? ground : backgroundColor;
      if (contrast(stroke, behind) < 3)
        faults.push(`an icon of ${icon.parentElement?.className ?? ''} does not stand out: ${stroke} on ${behind}`);
    }
    for (const marked of document.querySelectorAll('mark')) {
      const { color, backgroundColor } = getComputedStyle(marked);
      const behind = /^rgba\(.*, 0\)$/.test(backgroundColor) ? ground : backgroundColor;
      if (contrast(color, behind) < 4.5) faults.push(`a marked word cannot be read: ${color} on ${behind}`);
    }
    const looks = (element: Element): string => {
      const { outlineStyle, borderStyle, borderColor, fontWeight } = getComputedStyle(element);
      return [outlineStyle, borderStyle, borderColor, fontWeight].join();
    };
    for (const pressed of document.querySelectorAll('[aria-pressed=true]')) {
      const other = pressed.cloneNode(true);
      if (!(other instanceof Element)) continue;
      other.setAttribute('aria-pressed', 'false');
      pressed.after(other);
      if (looks(other) === looks(pressed)) faults.push(`pressed looks like not pressed: ${pressed.className}`);
      other.remove();
    }
    return [...new Set(faults)];
  });
}

/**
 * Gives every control the focus: what does not show it, and what then lies below something else, such as a part that
 * stays in view. Motion has to be off, else the page is still on its way.
 */
export function focusFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')) {
      if (element.closest('svg') !== null || !element.checkVisibility({ visibilityProperty: true })) continue;
      const name = `${element.tagName.toLowerCase()}.${element.className} "${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 50)}"`;
      element.focus();
      if (document.activeElement !== element) {
        faults.push(`cannot have the focus: ${name}`);
        continue;
      }
      // The switch of the scheme lies unseen over its drawing, which shows the focus instead.
      const shown = element.closest('.theme-switch') ?? element;
      const { outlineStyle, outlineWidth } = getComputedStyle(shown);
      if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) faults.push(`focus not to be seen: ${name}`);
      const [box] = element.getClientRects();
      if (box === undefined) continue;
      for (let around = element.parentElement; around !== null; around = around.parentElement) {
        const { overflowX } = getComputedStyle(around);
        if (overflowX === 'auto' || overflowX === 'scroll') break;
        if (overflowX !== 'clip') continue;
        const { left, right } = around.getBoundingClientRect();
        if (box.left - 2 < left || box.right + 2 > right) faults.push(`its ring is cut off: ${name}`);
      }
      const onTop = [4, box.width / 2, box.width - 4].map((x) =>
        document.elementFromPoint(box.left + x, box.top + box.height / 2),
      );
      // A cell of a table that scrolls may be half in view.
      if (!onTop.some((top) => top !== null && (element.contains(top) || top.contains(element)))) {
        faults.push(`hidden when it has the focus: ${name}, below ${onTop[1]?.className ?? 'the edge of the window'}`);
      }
    }
    return faults;
  });
}
