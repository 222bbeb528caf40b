/**
 * What a model filled of a request to one of our endpoints (`runtime-request.ts`), read back for checking. Pure; knows no
 * kind.
 */
import { mayBeValue } from '../flow/compile/information-schema.ts';
import type { FlowDocument, InformationId } from '../flow/document.ts';

type Body = Readonly<Record<string, unknown>>;

/** Longer than anything that is said in answer to a question. Characters. */
const LONGEST = 300;

/** The name under which an information is sent, when it may be one: its id, set apart from a constant of the same name. */
export function isPropertyOf(property: unknown, id: InformationId): property is string {
  return typeof property === 'string' && property.startsWith(id) && /^_*$/.test(property.slice(id.length));
}

/** Its value on one line; empty when it was left out, null when it cannot be one. */
export function askedValue(
  body: Body,
  property: string,
  id: InformationId,
  document: FlowDocument,
): string | null {
  const value = Object.hasOwn(body, property) ? (body[property] ?? '') : '';
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value).trim();
  return mayBeValue(document, id, text) ? onOneLine(text) : null;
}

/** Without line breaks, control characters and marks that turn the direction of writing, and not longer than an answer is. */
export function onOneLine(text: string): string {
  const plain = text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replaceAll(/[\p{Cf}\p{Cs}\p{Co}]/gu, '')
    .trim();
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST - 1).trimEnd()}…` : plain;
}
