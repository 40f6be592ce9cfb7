/**
 * Which quantities of an abstract are results of the paper itself. Every rule that turns one away has a name, so that
 * `notAResult` explains itself.
 */
import type { Quantity } from './quantities.ts';
import type { Span } from './sentences.ts';

const ownWork =
  /\b(?:we|our|ours|us)\b|\b(?:this|the present) (?:paper|work|study|report|article|thesis|survey|dissertation|whitepaper|research)\b|\bin this\b|\b(?:proposes?|introduces?|introducing|presents?|presenting) |\b(?:the|newly) proposed\b|\b(?:is|are|have) (?:proposed|presented|introduced)\b/i;

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

const comparative =
  /^\s?(?:[\w-]+-)?(?:faster|slower|smaller|larger|higher|lower|better|worse|less|more|fewer|cheaper)\b/;

function isOtherSide({ before, after }: Surroundings, { dimension, signed, joinedByTo }: Quantity): boolean {
  if (
    /\b(?:vs\.?|versus|instead of|rather than)\s*$/i.test(before) ||
    /\bbaseline (?:(?:performance|accuracy|score|model) )?(?:of|at)\s$/i.test(before)
  )
    return true;
  const alone = /^\)/.test(after) && !signed && !joinedByTo && dimension !== 'ratio';
  return alone && /\b(?:surpass|outperform|baseline(?!-)|than|over|compared|exceed)[^,;%×]{0,60}\($/i.test(before);
}

function isOfOthers({ before, after }: Surroundings): boolean {
  if (comparative.test(after)) return false;
  return (
    /\b(?:while|whereas|but)\s+(?:the\s+)?(?:state[- ]of[- ]the[- ]art|other|existing|prior|previous|all baseline|baselines?|conventional|competing|traditional|others)\b[^;]*$/i.test(
      before,
    ) ||
    /\b(?:outperform|surpass|compar|exceed|beat|better than)[^;]{0,160},? which (?:has|had|have|achiev|is|are|reach|obtain|get|scor|requir|need|us|tak)[^,;]*$/i.test(
      before,
    )
  );
}

function isConceded({ before, after }: Surroundings): boolean {
  const own = /, (?:we|our|the proposed|it|this)\b/i;
  return /^(?:While|Although|Though|Whereas|Unlike)\b/.test(before) && !own.test(before) && own.test(after);
}

function isShortcoming({ before }: Surroundings): boolean {
  if (/\b(?:we|our)\b/i.test(before)) return false;
  return (
    /^(?:However, |Moreover, |Yet |But |For (?:example|instance), |Notably, )?(?:existing|prior|previous|conventional|traditional|current|recent|standard|typical|advanced|modern)\b/i.test(
      before,
    ) || /^(?:However|Yet|Unfortunately)\b.*\b(?:does|do|did|can|could) not\b/i.test(before)
  );
}

// "…compared with Cup, which is 3× slower": said of Cup.
function isOthersWeakness({ before, after }: Surroundings): boolean {
  return (
    /^\s(?:slower|less|worse|larger|more expensive)\b/.test(after) &&
    /, which (?:is|are|was|were) (?:[^,;]{0,40} and )?$/i.test(before)
  );
}

// "…can be dominated by loading (up to 56% of end-to-end latency)": what something accounts for.
function isShareTaken({ before, after }: Surroundings, { dimension }: Quantity): boolean {
  if (dimension !== 'share') return false;
  if (/^ impact on\b/.test(after)) return true;
  if (!/^ of (?:the |its |their )?(?:[\w-]+ ){0,2}(?:latency|time|runtime|cost|energy|memory|compute)\b/.test(after))
    return false;
  return (
    /\b(?:accounts? for|accounting for|makes? up|spends?|spending|occup(?:y|ies|ying)|responsible for|dominates?) $/.test(
      before,
    ) || /\b(?:dominated|bottlenecked|caused|burdened) by\b[^;]*\($/.test(before)
  );
}

function isSetting({ before, after }: Surroundings, { dimension }: Quantity): boolean {
  switch (dimension) {
    case 'share':
      return (
        /^[- ](?:\w+[- ])?(?:sparsity|sparse|confidence|dropout)\b/.test(after) ||
        /^ through\b/.test(after) ||
        /\bon $/.test(before) ||
        (/\b(?:only|using|uses?|with|on|trained|at|from|under)\s(?:only\s|just\s)?$/i.test(before) &&
          !comparative.test(after) &&
          /^ (?:of )?(?:[\w-]+ ){0,4}(?:data|samples|labels|annotations|examples|reasoning|training set|demonstrations)\b/i.test(
            after,
          ))
      );
    case 'ratio':
      // "Our contributions are threefold: …"
      if (/^:/.test(after) || /\b(?:contributions?|reasons?|goals?|aims?)\b[^.;]* (?:is|are) $/i.test(before))
        return true;
      return /^ (?:NVIDIA|Nvidia|AMD|Intel|[A-Z]+\d+|GPUs?|more (?:\w+ )?(?:data|samples|examples|reasoning))\b/.test(
        after,
      );
    case 'points':
      return /^ scale\b/.test(after);
    case 'rate':
    case 'time':
    case 'bytes':
    case 'power':
    case 'operations':
    case 'money':
    case 'bare':
    case 'count':
    case 'none':
      return (
        /\b(?:requirement|budget|constraint|deadline|limit|target|length|window)s? (?:of|is|to)\s$/i.test(before) ||
        /^(?:-\w| (?:latency |time |memory )?(?:requirement|budget|constraint|deadline|limit)\b)/.test(after)
      );
  }
}

/** Reasons against a quantity, tried in this order. */
const objections: Readonly<Record<string, Test>> = {
  'a width, or a size in tokens or parameters': (_, { dimension }) => dimension === 'none' || dimension === 'count',
  'the other side of a comparison': isOtherSide,
  'said of other work': isOfOthers,
  'a weakness of what it is compared with': isOthersWeakness,
  'a share that something takes': isShareTaken,
  'conceded before the main clause': isConceded,
  'a shortcoming of earlier work': isShortcoming,
  'a setting': isSetting,
};

/** Why a quantity is no result of the paper, or null when nothing speaks against it. */
export function notAResult(context: Surroundings, quantity: Quantity): string | null {
  return Object.entries(objections).find(([, applies]) => applies(context, quantity))?.[0] ?? null;
}
