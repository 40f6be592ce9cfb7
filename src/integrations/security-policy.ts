/** Whether the scripts that stand in a page are those that its security policy allows. */
import { createHash } from 'node:crypto';
import type { StartTag } from './html.ts';

/** Content of script elements that no browser runs. */
const dataTypes = /^(?:application\/(?:ld\+)?json|importmap|speculationrules|text\/plain|text\/template)$/i;

/** The script elements that hold code themselves and whose hash the page's policy does not name. */
export function unhashedScripts(tags: readonly StartTag[]): StartTag[] {
  const allowed = allowedHashes(tags);
  return tags.filter(
    ({ name, attributes, text }) =>
      name === 'script' &&
      !attributes.has('src') &&
      !dataTypes.test(attributes.get('type') ?? '') &&
      (text ?? '') !== '' &&
      !allowed.has(hashOf(text ?? '')),
  );
}

/** Whether the page has a policy that names what scripts may run. */
export function hasScriptPolicy(tags: readonly StartTag[]): boolean {
  return policiesOf(tags).some((policy) => /(?:^|;)\s*(?:script-src|default-src)\s/.test(policy));
}

function allowedHashes(tags: readonly StartTag[]): Set<string> {
  const policies = policiesOf(tags).join(';');
  return new Set(Array.from(policies.matchAll(/'(sha(?:256|384|512)-[^']+)'/g), ([, hash = '']) => hash));
}

/** The policies that a page carries in itself. */
export function policiesOf(tags: readonly StartTag[]): string[] {
  return tags.flatMap(({ name, attributes }) =>
    name === 'meta' && attributes.get('http-equiv')?.toLowerCase() === 'content-security-policy'
      ? (attributes.get('content') ?? '')
      : [],
  );
}

const hashes = new Map<string, string>();

// The same few scripts stand on every page.
function hashOf(text: string): string {
  const known = hashes.get(text);
  if (known !== undefined) return known;
  const hash = `sha256-${createHash('sha256').update(text).digest('base64')}`;
  hashes.set(text, hash);
  return hash;
}
