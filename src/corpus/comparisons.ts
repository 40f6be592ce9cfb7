/** What a result is measured against, when its sentence says so. */
import type { Span } from './sentences.ts';

const marker =
  /\b(?:compared (?:to|with|against)|in comparison (?:to|with)|(?:when )?comparing (?:to|with)|relative to|with respect to|w\.r\.t\.|versus|vs\.?|over|than|against|outperform(?:s|ed|ing)?|surpass(?:es|ed|ing)?|beats?|exceed(?:s|ing)?) (?=[\p{L}(])/giu;
const end =
  /[,;:()]|\.(?:\s|$)|\s(?:by|while|when|where|which|on|in|with|without|for|at|and (?:is|has|reduc|improv|achiev|deliver|surpass|up|by|also|the|a|an|\d|[+~])|under|across|using|via|both|respectively|to|that|is|are|as|through|from|along|despite|respect)\b/u;
const notABaseline =
  /^(?:\d|(?:the )?(?:range|course|time|years?)\b|all\b|(?:both|multiple|various|several|\w+) (?:benchmarks?|datasets?|tasks?)\b|half\b|one\b|previously$)/i;

/** "vLLM" of "2.3× faster than vLLM in long contexts": the words after the comparison nearest to `value`, or null. */
export function comparedWith(text: string, sentence: Span, value: Span): string | null {
  const part = text.slice(sentence.start, sentence.end);
  const found = [...part.matchAll(marker)].flatMap((match) => {
    const at = match.index + match[0].length;
    const words = baselineAt(part.slice(at, at + 120));
    const distance = distanceBetween(sentence.start + match.index, value);
    return words === null ? [] : [{ words, distance }];
  });
  return found.toSorted((a, b) => a.distance - b.distance)[0]?.words ?? null;
}

// A comparison mostly follows its value; one before it has to be nearer.
function distanceBetween(at: number, value: Span): number {
  return at >= value.end ? at - value.end : (value.start - at) * 2;
}

function baselineAt(text: string): string | null {
  const words = text.slice(0, end.exec(text)?.index ?? text.length).trim();
  if (words.length < 2 || words.length > 80 || notABaseline.test(words)) return null;
  return words;
}
