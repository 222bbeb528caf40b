/**
 * A message as it leaves: the words of the drawing, with the values of the call in them. What the tool was asked with must
 * be the compiled sentence with its gaps filled; nothing else of it is used. Pure.
 */
import { type FlowDocument, type InformationId, informationIn } from '../../flow/document.ts';
import { fillSentence, toLiquid } from '../../flow/text.ts';
import { foldSpaces } from '../../lib/spaces.ts';
import { askedValue, isPropertyOf, onOneLine } from '../asked-values.ts';

type Body = Readonly<Record<string, unknown>>;

/** A place of an information in a compiled sentence; a mark stands where a model's value comes beside it. */
const GAP = /\{\{ [a-zA-Z]\w* \| default: "[^"]*" \}\}/g;
const MARK = /\[(\w+)\]/g;
const CHIP = /\{\{([a-zA-Z][a-zA-Z0-9_]{0,39})\}\}/g;

/**
 * The sentence with its values; `received` is the compiled one as it came with the request. Null when that is another one
 * than the drawing's, or a value cannot be one.
 */
export function writtenOut(
  sentence: string,
  received: unknown,
  body: Body,
  document: FlowDocument,
): string | null {
  const segments = typeof received === 'string' ? segmentsOf(sentence, received, document) : null;
  if (!segments) return null;
  const ids = informationIn(sentence).filter((id) => Object.hasOwn(document.information, id));
  const values = segments.map((segment) => valueIn(segment, ids, body, document));
  if (values.includes(null)) return null;
  let gap = 0;
  return sentence
    .replaceAll(CHIP, (chip, id: string) =>
      Object.hasOwn(document.information, id) ? (values[gap++] ?? '') : chip,
    )
    .split('\n')
    .map(foldSpaces)
    .join('\n')
    .trim();
}

/** What stands in a gap, with the model's values in place of their marks; the words for "not given" when there is none. */
function valueIn(
  segment: string,
  ids: readonly InformationId[],
  body: Body,
  document: FlowDocument,
): string | null {
  let isFit = true;
  const value = segment.replaceAll(MARK, (mark, property: string) => {
    const id = ids.find((each) => isPropertyOf(property, each));
    if (id === undefined) return mark;
    const said = askedValue(body, property, id, document);
    if (said === null) isFit = false;
    return said || fillSentence(`{{${id}}}`, document, {});
  });
  return isFit ? onOneLine(value) : null;
}

/** What stands where the sentence has gaps; null when its fixed words are not all there, in order. */
function segmentsOf(sentence: string, received: string, document: FlowDocument): string[] | null {
  const fixed = toLiquid(sentence, document).split(GAP);
  const text = foldSpaces(received);
  const [first = '', ...others] = fixed;
  const last = others.pop();
  if (last === undefined) return text === first ? [] : null;
  if (!text.startsWith(first) || !text.endsWith(last)) return null;
  const segments: string[] = [];
  let from = first.length;
  const end = text.length - last.length;
  for (const words of others) {
    const at = words === '' ? from : text.indexOf(words, from);
    if (at < 0 || at + words.length > end) return null;
    segments.push(text.slice(from, at));
    from = at + words.length;
  }
  if (from > end) return null;
  segments.push(text.slice(from, end));
  return segments;
}
