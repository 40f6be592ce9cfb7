/** Reads a YAML content file against a schema and keeps the position of everything in it. */
import { CORE_SCHEMA, load } from 'js-yaml';
import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Document,
  type Node,
  type Pair,
} from 'yaml';
import { z } from 'zod';
import { visibleText } from './characters.ts';
import { nearestOf } from './nearest.ts';
import { type Diagnostic, diagnosticAt, type DiagnosticCode, diagnosticInFile } from './diagnostics.ts';
import { excerptOf, type Position, positionAt, type SourceText } from './source-text.ts';

/** Keys and indexes that lead from the top of a content file to one of its values. */
export type ContentPath = readonly (string | number)[];

/** Says where in the file something stands. */
export interface ContentLocator {
  /** Where the value at `path` begins, or the innermost part of the way to it that exists. */
  readonly positionOf: (path: ContentPath) => Position;
  /** Where the key of the map entry at `path` stands; for anything else as `positionOf`. */
  readonly keyPositionOf: (path: ContentPath) => Position;
}

export interface ParsedContent<T> extends ContentLocator {
  /** Null when the file as a whole is unusable; the diagnostics say why. */
  readonly data: T | null;
  readonly diagnostics: readonly Diagnostic[];
}

export interface ContentOptions {
  /** A top-level map whose invalid entries are reported and left out while the others are kept. */
  readonly entriesIn?: string;
}

// Content files have no use for aliases; a few are harmless, an exponential expansion is not.
const maxAliasCount = 20;

/**
 * Parses `source` as YAML 1.2 and checks it against `schema`. An empty file counts as an empty map.
 * Never throws. Diagnostics: `malformed-yaml`, `duplicate-entry` (a key twice in one map) and
 * `invalid-content`, each at the offending place.
 */
export function parseContentFile<S extends z.ZodType>(
  source: SourceText,
  schema: S,
  options: ContentOptions = {},
): ParsedContent<z.output<S>> {
  const value = readSoundYaml(source.text);
  const sound = value === undefined ? null : schema.safeParse(value);
  if (sound?.success === true) return { data: sound.data, diagnostics: [], ...lazyLocator(source) };
  const read = readYaml(source);
  const { document } = read;
  const locate: ContentLocator = {
    positionOf: (path: ContentPath) => locatePath(source, document, path, 'value'),
    keyPositionOf: (path: ContentPath) => locatePath(source, document, path, 'key'),
  };
  if (read.diagnostics.some(({ code }) => code === 'malformed-yaml')) {
    return { data: null, diagnostics: read.diagnostics, ...locate };
  }
  const { data, issues } = check(read.value ?? {}, schema, options.entriesIn);
  const invalid = issues.flatMap((issue) => describeIssue(issue, schema, read.value, locate));
  return { data, diagnostics: [...read.diagnostics, ...invalid], ...locate };
}

/**
 * The value of a file without faults; undefined when there may be one. Several times as fast as the reader that
 * keeps the place of everything, whose word counts as soon as something is wrong.
 */
function readSoundYaml(text: string): unknown {
  // Anchors may expand without limit, and underscores in numbers are read by one library alone.
  if (/(?:^|[\s[{,])&\S|\d_\d/.test(text)) return undefined;
  // Characters that are left out, written as they are or as escapes, are the other library's business too.
  if (/"[^"\n]*\\[0abefvxuULNP_]/.test(text) || visibleText(text) !== text) return undefined;
  try {
    return load(text, { schema: CORE_SCHEMA }) ?? {};
  } catch {
    return undefined;
  }
}

/** Reads the places of a sound file when the first is asked for. */
function lazyLocator(source: SourceText): ContentLocator {
  let read: ReadYaml | null = null;
  const documentOf = (): Document.Parsed | null => (read ??= readYaml(source)).document;
  return {
    positionOf: (path) => locatePath(source, documentOf(), path, 'value'),
    keyPositionOf: (path) => locatePath(source, documentOf(), path, 'key'),
  };
}

interface ReadYaml {
  readonly document: Document.Parsed | null;
  readonly value: unknown;
  readonly diagnostics: Diagnostic[];
}

function readYaml(source: SourceText): ReadYaml {
  try {
    const document = parseDocument(source.text, { uniqueKeys: false, prettyErrors: false, logLevel: 'error' });
    const malformed = [...document.errors, ...document.warnings].map((problem) =>
      diagnosticAt('malformed-yaml', positionAt(source, problem.pos[0]), excerptOf(problem.message, 120), 'valid YAML'),
    );
    malformed.push(...unresolvedAliases(source, document));
    if (malformed.length > 0) return { document, value: null, diagnostics: malformed };
    return {
      document,
      value: document.toJS({ maxAliasCount, reviver: visible }),
      diagnostics: duplicateKeys(source, document),
    };
  } catch (error) {
    // The library throws at excessive aliases and, by the call stack, at extreme nesting.
    const reason = excerptOf(error instanceof Error ? error.message : String(error), 120);
    const diagnostic = diagnosticInFile('malformed-yaml', source.path, reason, 'plain YAML of ordinary depth');
    return { document: null, value: null, diagnostics: [diagnostic] };
  }
}

function unresolvedAliases(source: SourceText, document: Document.Parsed): Diagnostic[] {
  const anchors = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  visit(document, {
    Node(_, node) {
      if (!isAlias(node)) {
        if (node.anchor !== undefined) anchors.add(node.anchor);
      } else if (!anchors.has(node.source)) {
        const position = positionAt(source, node.range?.[0] ?? 0);
        const message = `no anchor "&${excerptOf(node.source)}" stands before this alias`;
        diagnostics.push(diagnosticAt('malformed-yaml', position, message, 'a value written out'));
      }
    },
  });
  return diagnostics;
}

function duplicateKeys(source: SourceText, document: Document.Parsed): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Map<string, number>();
      for (const { key } of map.items) {
        const name = keyName(key);
        const offset = startOf(key);
        if (name === null || offset === null) continue;
        const first = seen.get(name);
        if (first === undefined) {
          seen.set(name, offset);
          continue;
        }
        const message = `"${excerptOf(name)}" stands here again, first in line ${positionAt(source, first).line}`;
        diagnostics.push(diagnosticAt('duplicate-entry', positionAt(source, offset), message, 'each key once'));
      }
    },
  });
  return diagnostics;
}

type Issue = z.core.$ZodIssue;

function check<S extends z.ZodType>(
  value: unknown,
  schema: S,
  entriesIn: string | undefined,
): { data: z.output<S> | null; issues: readonly Issue[] } {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return { data: result.data, issues: [] };
  const issues = result.error.issues;
  const dropped = new Set<PropertyKey>();
  for (const { path } of issues) {
    const [top, entry] = path;
    if (entriesIn === undefined || top !== entriesIn || entry === undefined) return { data: null, issues };
    dropped.add(entry);
  }
  const rest = schema.safeParse(withoutEntries(value, entriesIn, dropped));
  return { data: rest.success ? rest.data : null, issues };
}

function withoutEntries(value: unknown, entriesIn: string | undefined, dropped: ReadonlySet<PropertyKey>): unknown {
  if (typeof value !== 'object' || value === null || entriesIn === undefined) return value;
  const top = Object.entries(value).map(([name, part]: [string, unknown]): [string, unknown] => {
    if (name !== entriesIn || typeof part !== 'object' || part === null) return [name, part];
    return [name, Object.fromEntries(Object.entries(part).filter(([key]) => !dropped.has(key)))];
  });
  return Object.fromEntries(top);
}

function describeIssue(issue: Issue, schema: z.ZodType, value: unknown, locate: ContentLocator): Diagnostic[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, path);
    return issue.keys.map((key) => {
      const position = locate.keyPositionOf([...path, key]);
      return diagnosticAt('invalid-content', position, `unknown key "${excerptOf(key)}"`, expectedKey(key, known));
    });
  }
  const meant = issue.code === 'invalid_union' ? issue.errors.find(isInside) : undefined;
  if (meant !== undefined) {
    return meant.flatMap((inner) =>
      describeIssue({ ...inner, path: [...issue.path, ...inner.path] }, schema, value, locate),
    );
  }
  const missing = issue.code === 'invalid_type' && !hasValue(value, path);
  const code: DiagnosticCode = 'invalid-content';
  if (missing) {
    const name = String(path.at(-1) ?? '');
    return [diagnosticAt(code, locate.keyPositionOf(path.slice(0, -1)), `no "${name}"`, expectationOf(issue))];
  }
  if (issue.code === 'invalid_key') {
    const message = `"${excerptOf(String(path.at(-1)))}" cannot be a key here`;
    const expected = issue.issues.map(expectationOf).join(', ');
    return [diagnosticAt(code, locate.keyPositionOf(path), message, expected)];
  }
  const found = `${showPath(path)} is ${showValue(valueAt(value, path))}`;
  return [diagnosticAt(code, locate.positionOf(path), found, expectationOf(issue))];
}

/** Whether all that a branch of a union finds wrong lies inside the value: then its form was meant. */
function isInside(branch: readonly Issue[]): boolean {
  return branch.length > 0 && branch.every(({ path, code }) => path.length > 0 || code === 'unrecognized_keys');
}

function expectedKey(key: string, known: readonly string[]): string {
  if (known.length === 0) return 'no key';
  const nearest = nearestOf(key, known);
  return nearest === null ? `one of ${known.join(', ')}` : `"${nearest}"`;
}

/** What a schema wants, in words: its own message if it has one, else zod's after "expected". */
function expectationOf(issue: Issue): string {
  if (issue.code === 'invalid_union') {
    const branches = issue.errors.flatMap((branch) => branch.slice(0, 1).map(expectationOf));
    return [...new Set(branches)].join(' or ') || issue.message;
  }
  const wanted = /expected (.*)$/s.exec(issue.message)?.[1] ?? issue.message;
  return wanted
    .replace(/, received .*$/s, '')
    .replaceAll('>=', 'at least ')
    .replaceAll('<=', 'at most ');
}

/** The keys that the objects of `schema` allow at `path`. */
function knownKeys(schema: z.core.$ZodType, path: ContentPath): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return knownKeys(schema.unwrap(), path);
  }
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => knownKeys(option, path));
  const [step, ...rest] = path;
  if (schema instanceof z.ZodObject) {
    if (step === undefined) return Object.keys(schema.shape);
    const part: unknown = schema.shape[step];
    return part instanceof z.ZodType ? knownKeys(part, rest) : [];
  }
  if (step === undefined) return [];
  if (schema instanceof z.ZodRecord) return knownKeys(schema.valueType, rest);
  return schema instanceof z.ZodArray ? knownKeys(schema.element, rest) : [];
}

function valueAt(value: unknown, path: ContentPath): unknown {
  return path.reduce<unknown>((at, step) => childOf(at, step), value);
}

function hasValue(value: unknown, path: ContentPath): boolean {
  return valueAt(value, path) !== undefined;
}

function childOf(value: unknown, step: string | number): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, step)?.value;
}

function showPath(path: ContentPath): string {
  return path.length === 0 ? 'the file' : `"${path.map((step) => excerptOf(String(step))).join(' / ')}"`;
}

function showValue(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a map' : excerptOf(JSON.stringify(value));
}

function locatePath(
  source: SourceText,
  document: Document.Parsed | null,
  path: ContentPath,
  target: 'value' | 'key',
): Position {
  let offset = startOf(document?.contents) ?? 0;
  let node: unknown = document?.contents;
  for (const step of path) {
    const child = stepInto(resolve(document, node), step);
    if (child === null) break;
    const value = isPair(child) ? child.value : child;
    const start = isPair(child) && target === 'key' ? startOf(child.key) : startOf(value);
    offset = start ?? (isPair(child) ? startOf(child.key) : null) ?? offset;
    node = value;
  }
  return positionAt(source, offset);
}

function resolve(document: Document.Parsed | null, node: unknown): unknown {
  return isAlias(node) && document !== null ? node.resolve(document) : node;
}

function stepInto(node: unknown, step: string | number): Node | Pair | null {
  if (isMap(node)) return node.items.find(({ key }) => keyName(key) === String(step)) ?? null;
  if (!isSeq(node) || typeof step !== 'number') return null;
  const item: unknown = node.items[step];
  return isScalar(item) || isMap(item) || isSeq(item) || isAlias(item) ? item : null;
}

/** A map key as the string it becomes in the data; null for a key that is itself a collection. */
function keyName(key: unknown): string | null {
  return isScalar(key) ? String(key.value) : null;
}

function startOf(node: unknown): number | null {
  if (!isScalar(node) && !isMap(node) && !isSeq(node) && !isAlias(node)) return null;
  return node.range?.[0] ?? null;
}

// Escapes in YAML can write characters that no file format and no page may hold.
function visible(_key: unknown, value: unknown): unknown {
  return typeof value === 'string' ? visibleText(value) : value;
}
