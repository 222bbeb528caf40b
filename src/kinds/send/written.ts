/**
 * A message as it leaves: the words of the drawing, with the values of the call in them. What the tool was asked with must
 * be the compiled sentence with its gaps filled; nothing else of it is used. Pure.
 */
import type { FlowDocument, InformationId } from '../../flow/document.ts';
import { fillSentence, toLiquid } from '../../flow/text.ts';
import { foldSpaces } from '../../lib/spaces.ts';
import { askedValue, isPropertyOf, onOneLine } from '../asked-values.ts';

type Body = Readonly<Record<string, unknown>>;

/** A place of an information in a compiled sentence; a mark stands where a model's value comes beside it. */
const GAP = /\{\{ ([a-zA-Z]\w*) \| default: "[^"]*" \}\}/g;
const MARK = /^\[(\w+)\]$/;

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
  const values = receivedValues(sentence, received, body, document);
  if (!values) return null;
  return sentence
    .split('\n')
    .map((line) => fillSentence(line, document, values))
    .join('\n')
    .trim();
}

function receivedValues(
  sentence: string,
  received: unknown,
  body: Body,
  document: FlowDocument,
): Record<InformationId, string> | null {
  if (typeof received !== 'string') return null;
  const [ids, segments] = gapsOf(sentence, received, document);
  if (!segments) return null;
  const values: Record<InformationId, string> = {};
  for (const [index, id] of ids.entries()) {
    const segment = segments[index]!.trim();
    const property = MARK.exec(segment)?.[1];
    const value = isPropertyOf(property, id) ? askedValue(body, property, id, document) : onOneLine(segment);
    if (value === null) return null;
    values[id] = value;
  }
  return values;
}

/** What stands where the sentence has gaps; null when its fixed words are not all there, in order. */
function gapsOf(
  sentence: string,
  received: string,
  document: FlowDocument,
): readonly [InformationId[], string[] | null] {
  const liquid = toLiquid(sentence, document, (id) => `[${id}]`);
  const ids = [...liquid.matchAll(GAP)].map(([, id]) => id as InformationId);
  const fixed = liquid.split(new RegExp(GAP.source.replace('(', '(?:'), 'g')).map(foldSpaces);
  const text = foldSpaces(received);
  const [first = '', ...others] = fixed;
  const last = others.pop();
  if (last === undefined) return [ids, text === first ? [] : null];
  if (!text.startsWith(first) || !text.endsWith(last)) return [ids, null];
  const segments: string[] = [];
  let from = first.length;
  const end = text.length - last.length;
  for (const words of others) {
    const at = words === '' ? from : text.indexOf(words, from);
    if (at < 0 || at + words.length > end) return [ids, null];
    segments.push(text.slice(from, at));
    from = at + words.length;
  }
  if (from > end) return [ids, null];
  segments.push(text.slice(from, end));
  return [ids, segments];
}
