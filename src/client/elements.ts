/** Finds the elements a script works on, and fails loudly where the page lacks one. */

/** The element marked `data-part="name"`; throws when it is missing or of another kind. */
export function partOf<T extends Element>(root: ParentNode, name: string, kind: new () => T): T {
  return required(root.querySelector(`[data-part="${name}"]`), `data-part="${name}"`, kind);
}

/** The element marked `data-slot="name"` in a copy of a template. */
export function slotOf<T extends Element>(root: ParentNode, name: string, kind: new () => T): T {
  return required(root.querySelector(`[data-slot="${name}"]`), `data-slot="${name}"`, kind);
}

function required<T extends Element>(element: Element | null, name: string, kind: new () => T): T {
  if (element instanceof kind) return element;
  throw new Error(`The page has no ${kind.name} with ${name}`);
}

/** A copy of what a template holds. */
export function copyOf(template: HTMLTemplateElement): DocumentFragment {
  return document.importNode(template.content, true);
}

/**
 * Puts a copy in the place of an element and returns it: for what is shown anew. What was not there before has not
 * moved, for readers and for the browser's account of layout shift.
 */
export function renewed<T extends Element>(element: T): T {
  const copy = document.importNode(element, true);
  element.replaceWith(copy);
  return copy;
}
