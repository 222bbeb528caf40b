/**
 * A clip in a browser's clipboard: as a type of its own, inside HTML for other browsers, which keep no foreign types, and as text
 * for people. Knows no drawing.
 */
import { CLIP_LIMITS } from './clip-limits.ts';

const TYPE = 'application/x-allokoli-steps';
const ATTRIBUTE = 'data-allokoli-steps';
/** Nine characters carry one at worst, and browsers add a frame of their own. */
const LONGEST_HTML = CLIP_LIMITS.characters * 9 + 10_000;

export interface Carried {
  readonly clip: string;
  readonly plain: string;
  readonly html: string;
}

export function carryClip(carrier: DataTransfer, { clip, plain, html }: Carried): void {
  carrier.setData(TYPE, clip);
  carrier.setData('text/html', `<div ${ATTRIBUTE}="${encodeURIComponent(clip)}">${html}</div>`);
  carrier.setData('text/plain', plain);
}

/** The text of a clip, not yet looked at; null when something else was copied. */
export function carriedClip(carrier: Pick<DataTransfer, 'getData'>): string | null {
  const own = carrier.getData(TYPE);
  if (own !== '') return own;
  const html = carrier.getData('text/html');
  const start = html.indexOf(` ${ATTRIBUTE}="`);
  if (start < 0 || html.length > LONGEST_HTML) return null;
  const from = start + ATTRIBUTE.length + 3;
  const to = html.indexOf('"', from);
  return decoded(to < 0 ? html.slice(from) : html.slice(from, to));
}

/** What is cut off in the middle gives a text that is no clip: it is told, not passed over. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
