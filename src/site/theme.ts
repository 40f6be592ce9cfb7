/** The colour scheme a reader chose: read before the first paint, changed by the switch in the header. */
import { createHash } from 'node:crypto';
import { themeKey } from '../client/theme.ts';

/**
 * Runs in the head of every page, before anything is drawn. The security policy names it by its
 * hash.
 */
export const themeScript = `try{const t=localStorage.getItem('${themeKey}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`;

/** The hash by which a content security policy allows `themeScript`. */
export const themeScriptHash: `sha256-${string}` = `sha256-${createHash('sha256').update(themeScript).digest('base64')}`;
