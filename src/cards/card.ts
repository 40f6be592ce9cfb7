/** The picture that a chat or a social network shows beside a link: what stands on it and where. */
import type { Node } from '@takumi-rs/core';

/** Pixels; what link previews ask for. */
export const cardSize = { width: 1200, height: 630 } as const;

/** The text of a card, all of it plain. */
export interface Card {
  /** Above the title: the area and topic, or what kind of page it is. */
  readonly eyebrow: string;
  readonly title: string;
  /** Below the title: authors, or what a collection holds. */
  readonly byline: string | null;
  /** Year and venue, or counts. */
  readonly facts: string | null;
  /** The first result that a paper reports. */
  readonly result: string | null;
  /** Name of the survey. */
  readonly site: string;
  /** Colour of the area, as CSS. */
  readonly colour: string;
}

/** Pixels that the title may take. */
export const titleBox = { width: 1030, height: 290 } as const;

/** Sizes of the title in pixels, the largest that fits is taken. */
export const titleSizes = [76, 68, 60, 54, 48, 42, 36, 31] as const;

const ink = '#1d1d1b';
const muted = '#5a5852';
const paper = '#fdfcfa';
const rule = '#d9d5cb';

/** The title alone, as it is measured and set. */
export function titleNode(title: string, size: number): Node {
  return {
    type: 'text',
    text: title,
    style: {
      width: `${titleBox.width}px`,
      fontSize: `${size}px`,
      fontWeight: 600,
      lineHeight: 1.16,
      letterSpacing: '-0.012em',
      textWrap: 'balance',
      overflowWrap: 'anywhere',
      color: ink,
    },
  };
}

/** The card, its title in `size` pixels. */
export function cardNode(card: Card, size: number): Node {
  return {
    type: 'container',
    style: {
      width: `${cardSize.width}px`,
      height: `${cardSize.height}px`,
      display: 'flex',
      flexDirection: 'column',
      justifyContent: 'space-between',
      padding: '56px 74px 48px 70px',
      borderLeft: `22px solid ${card.colour}`,
      backgroundColor: paper,
      color: ink,
      fontFamily: 'Inter, "STIX Two Math"',
    },
    children: [
      line(card.eyebrow, { fontSize: '29px', fontWeight: 600, color: card.colour }),
      {
        type: 'container',
        style: { display: 'flex', flexDirection: 'column', rowGap: '22px' },
        children: [titleNode(card.title, size), ...(card.byline === null ? [] : [paragraph(card.byline)])],
      },
      footer(card),
    ],
  };
}

function footer({ facts, result, site }: Card): Node {
  const left = [facts, result].filter((part) => part !== null).join('  ·  ');
  return {
    type: 'container',
    style: {
      display: 'flex',
      flexDirection: 'row',
      justifyContent: 'space-between',
      columnGap: '40px',
      paddingTop: '24px',
      borderTop: `2px solid ${rule}`,
    },
    children: [
      line(left, { fontSize: '27px', fontWeight: 600, flexShrink: 1 }),
      line(site, { fontSize: '27px', color: muted, flexShrink: 0 }),
    ],
  };
}

function paragraph(text: string): Node {
  return {
    type: 'text',
    text,
    style: {
      fontSize: '30px',
      lineHeight: 1.35,
      color: muted,
      overflowWrap: 'anywhere',
      overflow: 'hidden',
      lineClamp: 2,
      textOverflow: 'ellipsis',
    },
  };
}

type TextStyle = Readonly<Record<string, string | number>>;

function line(text: string, style: TextStyle): Node {
  return {
    type: 'text',
    text,
    style: { ...style, whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis', lineHeight: 1.35 },
  };
}
