/**
 * A short mark of what calls can tell of a drawing: where its cards lie makes no difference. Pure; equal marks mean equal drawings but for
 * one chance in 2^53.
 */
import { stableStringify } from '../lib/json.ts';
import type { FlowDocument, FlowNode } from './document.ts';

export function fingerprint(document: FlowDocument): string {
  const nodes = Object.fromEntries(
    (Object.values(document.nodes) as FlowNode[]).map(({ position: _, ...rest }) => [rest.id, rest]),
  );
  return cyrb53(stableStringify({ ...document, nodes }));
}

/** Public-domain hash of 53 bits by bryc: no secret, and it need not wait as Web Crypto must. */
function cyrb53(text: string): string {
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return (4294967296 * (2097151 & two) + (one >>> 0)).toString(36);
}
