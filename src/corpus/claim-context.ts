/**
 * Which quantities of an abstract are results of the paper itself. Every rule that turns one away has a name, so that
 * `notAResult` explains itself.
 */
import type { MetricMention } from './metrics.ts';
import type { Quantity } from './quantities.ts';
import type { Span } from './sentences.ts';

const ownWork =
  /\b(?:we|our|ours|us)\b|\b(?:this|the present) (?:paper|work|study|report|article|thesis|survey|dissertation|whitepaper|research)\b|\bin this\b|\b(?:proposes?|introduces?|introducing|presents?|proposed|presented) /i;
const outcome =
  /\b(?:achiev|attain|obtain|reach|outperform|surpass|exceed|beat|improv|enhanc|boost|increas|reduc|decreas|sav|cut|lower|accelerat|speed|deliver|yield|gain|result|experiment|evaluat|demonstrat|show|reveal|scor|halv|run|generat|retain|preserv|maintain|provid|enabl|match|compress|find|infer|lead|provid|process|us)\w*/i;

/** Index of the first sentence that speaks of the paper's own work; what stands before it is background. */
export function firstOwnSentence(sentences: readonly string[]): number {
  return Math.max(
    0,
    sentences.findIndex((sentence) => ownWork.test(sentence)),
  );
}

/** The surroundings of a quantity within its sentence, at most `reach` characters to each side. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

const reach = 240;

export function surroundingsOf(text: string, sentence: Span, quantity: Span): Surroundings {
  return {
    before: text.slice(Math.max(sentence.start, quantity.start - reach), quantity.start),
    after: text.slice(quantity.end, Math.min(sentence.end, quantity.end + reach)),
  };
}

type Test = (context: Surroundings, quantity: Quantity) => boolean;

const comparative = /^\s?(?:\w+-)?(?:faster|slower|smaller|larger|higher|lower|better|worse|less|more|fewer|cheaper)\b/;

/** Reasons against a quantity, tried in this order. */
const objections: Readonly<Record<string, Test>> = {
  'a width or a size in tokens or parameters': (_, { dimension }) => dimension === 'none' || dimension === 'count',
  'the other side of a comparison': ({ before, after }, { dimension, signed }) =>
    /\b(?:vs\.?|versus)\s*$/i.test(before) ||
    (/\b(?:surpass|outperform|baseline|than|over|compared|exceed)[^,;%×]{0,60}\($/i.test(before) &&
      /^\)/.test(after) && !signed && dimension !== 'ratio') ||
    /\bbaseline (?:performance|accuracy|score|model)? ?(?:of|at|\()\s?$/i.test(before),
  'said of other work': ({ before, after }) =>
    /\b(?:while|whereas|but)\s+(?:the\s+)?(?:state[- ]of[- ]the[- ]art|other|existing|prior|previous|all baseline|baselines?|conventional|competing|traditional|others)\b[^;]*$/i.test(before) ||
    (/\b(?:outperform|surpass|compar|exceed|beat|better than)[^;]{0,160},? which (?:has|had|have|achiev|is|are|reach|obtain|get|scor|requir|need|us|tak)[^,;]*$/i.test(before) &&
      !comparative.test(after)),
  'conceded before the main clause': ({ before, after }) =>
    /^(?:While|Although|Though|Whereas|Unlike)\b(?!.*, (?:we|our|the proposed|it|[A-Z][\w-]+ (?:achiev|improv|reduc|outperform)))/.test(before) &&
    /, (?:we|our|the proposed|it|this)\b/i.test(after),
  'general background': ({ before }) =>
    /^(?:However, |Moreover, |Yet |But |For (?:example|instance), )?(?:existing|prior|previous|conventional|traditional|current|recent|standard|typical)\b/i.test(before) &&
    !/\b(?:we|our)\b/i.test(before),
  'a setting': ({ before, after }, { dimension }) =>
    (dimension === 'share' &&
      (/^[- ](?:\w+[- ])?(?:sparsity|sparse|confidence|dropout|pruning ratio|sparsity level)/.test(after) ||
        (/\b(?:only|using|use|uses|with|on|trained|at|from|under)\s(?:only\s|just\s)?$/i.test(before) &&
          /^ (?:of )?(?:the |our |its |all |their )?(?:[\w-]+ ){0,4}(?:data|samples|labels|annotations|examples|reasoning|training set|demonstrations)\b/i.test(after)) ||
        /\bon $/.test(before))) ||
    (dimension === 'ratio' && /^ (?:NVIDIA|Nvidia|AMD|Intel|[A-Z]+\d|GPUs?|more (?:training )?(?:data|samples|forward|examples))/.test(after)) ||
    /\b(?:requirement|budget|constraint|deadline|limit|target|context length|window)s? (?:of|is|to)\s$/i.test(before) ||
    /^(?:-\w| (?:latency |time |memory )?(?:requirement|budget|constraint|deadline|limit)\b)/.test(after),
}; // prettier-ignore

/** Why a quantity is no result of the paper, or null when nothing speaks against it. */
export function notAResult(context: Surroundings, quantity: Quantity): string | null {
  const found = Object.entries(objections).find(([, applies]) => applies(context, quantity));
  if (found !== undefined) return found[0];
  return outcome.test(context.before) || outcome.test(context.after) ? null : 'no outcome is told';
}

const year = (quantity: Quantity): boolean =>
  quantity.numbers.length === 1 &&
  quantity.numbers.every((value) => Number.isInteger(value) && value >= 1900 && value < 2100);

/**
 * Whether a quantity has the shape of a measured value. A percentage, factor or rate has; a time, a size or a bare
 * number must stand with its metric.
 */
export function isMeasured(
  text: string,
  quantity: Quantity,
  context: Surroundings,
  mentions: readonly MetricMention[],
): boolean {
  switch (quantity.dimension) {
    case 'ratio':
    case 'share':
    case 'points':
    case 'rate':
    case 'power':
      return true;
    case 'time':
      return isDuration(quantity, context, mentions);
    case 'bytes':
      return isMemoryFigure(quantity, context);
    case 'operations':
      return /(?:\bonly|, )\s?$/.test(context.before);
    case 'bare':
      return !year(quantity) && isBareScore(text, quantity, context, mentions);
    case 'count':
    case 'none':
      return false;
  }
}

function isDuration(quantity: Quantity, { before, after }: Surroundings, mentions: readonly MetricMention[]): boolean {
  if (quantity.joinedByTo || /^ (?:runtime|latency|per (?:step|token|query|frame|image))/.test(after)) return true;
  if (/\b(?:within|every|for|exceeding|takes? over|budget of)\s$/i.test(before) || quantity.bound === 'less than')
    return false;
  return (
    mentions.some(
      ({ kind, start, end }) => kind === 'latency' && end <= quantity.start && quantity.start - end < 12 && start >= 0,
    ) ||
    /\bgenerat\w+ [^.;]*\b(?:in|with) (?:only )?$/i.test(before) ||
    (/\(\s?$/.test(before) && /^ vs/.test(after))
  );
}

function isMemoryFigure({ joinedByTo, bound }: Quantity, { before }: Surroundings): boolean {
  if (joinedByTo) return true;
  return (
    /\b(?:compress|reduc|shrink|lower|decreas|cut)\w*\b.*\bto $/i.test(before) ||
    (bound !== 'exactly' && /\bto $/.test(before))
  );
}

const connective = /^(?: scores?)?(?: ?(?:of|is|=|:|to|by|at|from|\())? ?(?:(?:only|an?|average|around) )*$/;

function isBareScore(
  text: string,
  quantity: Quantity,
  { before, after }: Surroundings,
  mentions: readonly MetricMention[],
): boolean {
  const decimal = /\d\.\d/.test(text.slice(quantity.start, quantity.end));
  const scores = mentions.filter(
    ({ kind, vague }) => !vague && (kind === 'accuracy' || kind === 'error' || kind === 'speed-up'),
  );
  if (quantity.signed) return true;
  if (/^ (?:better|higher|lower) than\b/.test(after)) return true;
  if (quantity.joinedByTo && decimal) return scores.length > 0;
  if (!decimal || (/[A-Z][\w-]*\s$/.test(before) && !scores.some(({ end }) => quantity.start - end === 1)))
    return false;
  if (/\bmargins? of $/i.test(before)) return true;
  return scores.some(
    ({ start, end }) =>
      (start >= quantity.end && start - quantity.end <= 1) ||
      (end <= quantity.start &&
        connective.test(text.slice(Math.max(end, quantity.start - 40), quantity.start)) &&
        quantity.start - end < 40),
  );
}
