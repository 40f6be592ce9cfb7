/** Finds classes that a page uses but has no style for, though a stylesheet of the site defines them. */
import { compareText } from '../corpus/ordering.ts';

/** A class on a page that does not load its style. */
export interface UnstyledClass {
  readonly name: string;
  /** The first page of its kind that uses it. */
  readonly file: string;
  /** A stylesheet that defines it. */
  readonly stylesheet: string;
}

export interface ClassCheck {
  /** Takes in the classes of a page and the stylesheets that it loads. */
  addPage(file: string, classes: ReadonlySet<string>, stylesheets: readonly string[]): void;
  addStylesheet(file: string, css: string): void;
  /** Each class once for all pages that load the same stylesheets. */
  unstyled(): UnstyledClass[];
}

/** A kind of page: those that load the same stylesheets. */
interface PageKind {
  readonly stylesheets: readonly string[];
  /** The first page that uses a class. */
  readonly uses: Map<string, string>;
}

export function checkClasses(): ClassCheck {
  const kinds = new Map<string, PageKind>();
  const defined = new Map<string, ReadonlySet<string>>();
  const isDefinedIn = (stylesheet: string, name: string): boolean => defined.get(stylesheet)?.has(name) ?? false;
  return {
    addPage: (file, classes, stylesheets) => {
      const key = stylesheets.join(' ');
      const kind = kinds.get(key) ?? { stylesheets, uses: new Map() };
      kinds.set(key, kind);
      for (const name of classes) if (!kind.uses.has(name)) kind.uses.set(name, file);
    },
    addStylesheet: (file, css) => {
      defined.set(file, classesOf(css));
    },
    unstyled: () =>
      [...kinds.values()]
        .flatMap(({ stylesheets, uses }) =>
          [...uses].flatMap(([name, file]): UnstyledClass[] => {
            if (stylesheets.some((stylesheet) => isDefinedIn(stylesheet, name))) return [];
            const stylesheet = [...defined.keys()].find((other) => isDefinedIn(other, name));
            return stylesheet === undefined ? [] : [{ name, file, stylesheet }];
          }),
        )
        .toSorted((a, b) => compareText(a.file, b.file) || compareText(a.name, b.name)),
  };
}

/** A sign of a name by its number, ended by one space, or a sign that means nothing else here. */
const escape = String.raw`\\(?:[0-9a-f]{1,6}(?:\r\n|\s)?|[^\n])`;
const classPattern = new RegExp(
  String.raw`\.((?:[a-z_\u0080-\uFFFF]|-(?=[a-z_\\\u0080-\uFFFF-])|${escape})(?:[\w\u0080-\uFFFF-]|${escape})*)`,
  'gi',
);

function unescaped(name: string): string {
  return name.replace(/\\(?:([0-9a-f]{1,6})(?:\r\n|\s)?|([^\n]))/gi, (_, code?: string, sign = '') =>
    code === undefined ? String(sign) : characterOf(Number.parseInt(code, 16)),
  );
}

function characterOf(code: number): string {
  return code === 0 || code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code);
}

/** The classes that selectors of a stylesheet name. */
function classesOf(css: string): ReadonlySet<string> {
  // Comments, texts and addresses may hold full stops too, and names of layers do. Escaped signs begin none of them.
  const notSelectors = /(\\.)|\/\*[^]*?\*\/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^)]*\)/g;
  const bare = css.replace(notSelectors, '$1').replace(/(\\.)|@[\w-]+(?:\\.|[^\\{};])*/g, '$1');
  const names = [...bare.matchAll(classPattern)];
  return new Set(names.map(([, name = '']) => unescaped(name)));
}
