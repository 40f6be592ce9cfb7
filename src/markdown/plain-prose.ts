/** Keeps prose to what Markdown itself can say: no markup of its own, no scripts as addresses, nothing from other hosts. */
import type { Root as ElementTree } from 'hast';
import type { Html, Image, Link, Nodes, Paragraph, Parent, Root, RootContent, Text } from 'mdast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { HeadingSlugs, hasSlug } from '../corpus/heading-slugs.ts';
import { destinationOf, isShownPicture } from '../corpus/prose-addresses.ts';
import { visibleMarkup } from '../corpus/prose-blocks.ts';

/**
 * A remark plugin. Markup comes out as the text it is, comments vanish; a link that is no plain address becomes its
 * text; a picture from elsewhere becomes a link to it.
 */
export function remarkPlainProse(): (tree: Root) => void {
  return (tree) => {
    visit(tree, (node, index, parent) => {
      if (parent === undefined || index === undefined) return;
      const instead = replacementOf(node, parent);
      if (instead === null) return;
      parent.children.splice(index, 1, ...instead);
      // What takes its place is looked at in turn, except markup that is text now.
      return node.type === 'html' ? [SKIP, index + instead.length] : [SKIP, index];
    });
  };
}

/** A rehype plugin: what a link to another site opens cannot reach back. */
export function rehypeExternalLinks(): (tree: ElementTree) => void {
  return (tree) => {
    visit(tree, 'element', ({ tagName, properties }) => {
      if (tagName === 'a' && typeof properties['href'] === 'string' && destinationOf(properties['href']) === 'web')
        properties['rel'] = ['noopener'];
    });
  };
}

/** A rehype plugin, to stand before `rehype-slug`: headings without text are left out, those without letters get an id. */
export function rehypeSoundHeadings(): (tree: ElementTree) => void {
  return (tree) => {
    const slugs = new HeadingSlugs();
    visit(tree, 'element', (node, index, parent) => {
      if (!/^h[1-6]$/.test(node.tagName) || parent === undefined || index === undefined) return;
      const text = toString(node);
      if (text.trim() === '') {
        parent.children.splice(index, 1);
        return [SKIP, index];
      }
      if (!hasSlug(text)) node.properties['id'] = slugs.of(text);
      return SKIP;
    });
  };
}

/** What to set for a node; null leaves it as it is. */
function replacementOf(node: Nodes, parent: Parent): RootContent[] | null {
  if (node.type === 'html') return asText(node, parent);
  if (node.type === 'link' && !isAddress(node.url)) return node.children;
  if (node.type === 'definition' && !isAddress(node.url)) return [];
  if (node.type === 'image' && !isShownPicture(node.url)) return [linkInsteadOf(node)];
  // The page has its title already.
  if (node.type === 'heading' && node.depth === 1) return [{ ...node, depth: 2 }];
  if (node.type === 'imageReference')
    return [{ ...node, type: 'linkReference', children: [textOf(node.alt ?? node.identifier)] }];
  return null;
}

function asText({ value }: Html, parent: Parent): (Text | Paragraph)[] {
  const shown = visibleMarkup(value);
  if (shown.trim() === '') return [];
  const isInline = parent.type !== 'root' && !blockParents.has(parent.type);
  return isInline ? [textOf(shown)] : [{ type: 'paragraph', children: [textOf(shown)] }];
}

const blockParents = new Set(['blockquote', 'listItem', 'footnoteDefinition']);

function linkInsteadOf({ url, alt }: Image): Link {
  return { type: 'link', url, children: [textOf(alt || url)] };
}

/** A link to a place of this site, to another site or to a mail address. */
function isAddress(url: string): boolean {
  return destinationOf(url) !== 'nowhere';
}

function textOf(value: string): Text {
  return { type: 'text', value };
}
