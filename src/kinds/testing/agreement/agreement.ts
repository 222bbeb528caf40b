/**
 * Whether a compiled payload does on a call what its drawing means: the same steps, the same sentences, the same information
 * and the same end. Gives the first difference in words, null when there is none.
 */

import { callerAlong } from '../../../callers/caller.ts';
import { SPEECH } from '../../../flow/compile/speech.ts';
import type { CallLanguage, FlowDocument, NodeId } from '../../../flow/document.ts';
import { SPEECH as SENDING } from '../../send/speech.ts';
import { TRANSFER_SPEECH } from '../../transfer/speech.ts';
import { worldAlong } from '../outside-world.ts';
import type { Caller } from '../talk.ts';
import { goneWay, type Journey } from './journey.ts';
import { type End, type Meaning, meaningOf } from './meaning.ts';
import { type Heard, type Played, play, type Realised } from './play.ts';

export interface Comparison {
  /** Null when drawing and payload agree. */
  readonly difference: string | null;
  readonly played: Played;
}

/** One call; null when the drawing never goes this way. A chat cannot be passed on; a call that is answered is by phone. */
export async function compare(
  document: FlowDocument,
  realised: Realised,
  journey: Journey,
): Promise<Comparison | null> {
  const meaning = meaningOf(document, journey);
  if (!meaning) return null;
  const { circumstances, answered } = journey;
  const way = goneWay(journey);
  const { fetch } = worldAlong(document, way, circumstances);
  const caller = interrupting(callerAlong(document, way, circumstances), journey);
  const played = await play(document, realised, caller, {
    now: circumstances.now,
    channel: answered ? 'phone' : 'chat',
    fetch,
    answers: answered?.number,
  });
  return { difference: differenceOf(document, meaning, played), played };
}

/** The caller, who says something else first where the call is interrupted, and nothing more when that leads elsewhere. */
function interrupting(caller: Caller, { interruption }: Journey): Caller {
  if (!interruption) return caller;
  const lines = [...interruption.lines];
  return (trace) => {
    if (trace.visits.length - 1 < interruption.place) return caller(trace);
    return lines.shift() ?? (interruption.leaves ? null : caller(trace));
  };
}

export function differenceOf(document: FlowDocument, meaning: Meaning, played: Played): string | null {
  return (
    steps(meaning.visited, played) ??
    ends(meaning.end, played) ??
    words(document.language, meaning, played.heard) ??
    values(meaning.information, played.information)
  );
}

function steps(drawn: readonly NodeId[], { trace }: Played): string | null {
  const visited = trace.visits.map(({ node }) => node);
  return drawn.join(' → ') === visited.join(' → ')
    ? null
    : `steps: drawn ${drawn.join(' → ')}; played ${visited.join(' → ')}`;
}

function ends(drawn: End, { ending, trace }: Played): string | null {
  const at = trace.visits.at(-1)?.node;
  const isSame =
    drawn.type === 'waiting' || drawn.type === 'endless'
      ? drawn.type === 'waiting' && ending === null
      : drawn.type === 'transferred'
        ? ending?.reason === 'assistant-forwarded-call' && ending.to === drawn.to
        : ending?.reason === 'assistant-ended-call' && (drawn.type === 'nowhere' || at === drawn.at);
  return isSame ? null : `end: drawn ${JSON.stringify(drawn)}; played ${JSON.stringify(ending)} at ${at}`;
}

/** What may be heard besides the drawn sentences: about a message or a transfer that failed, and announcements once more. */
function besides(language: CallLanguage, { said }: Meaning): string[] {
  const { sending, failed, stillSending } = SENDING[language];
  const repeated = said.filter(({ exact }) => exact).map(({ text }) => text);
  return [sending, failed, stillSending, TRANSFER_SPEECH[language].unreached, ...repeated];
}

/** Every drawn sentence is heard, in order; what is promised exactly is not left to the model, and nothing else is fixed. */
function words(language: CallLanguage, meaning: Meaning, heard: readonly Heard[]): string | null {
  const said =
    meaning.end.type === 'nowhere'
      ? [...meaning.said, { text: SPEECH[language].cannotGoOn, exact: true }]
      : meaning.said;
  // A mark for every character: spoken by a construct, by the model, or already taken by a sentence.
  const all = heard.map(({ text }) => plain(text)).join(' ');
  const owners = heard.map(({ text, fixed }) => (fixed ? 'F' : 'm').repeat(plain(text).length)).join('m');
  let rest = owners;
  let from = 0;
  for (const { text, exact } of said) {
    const sentence = plain(text);
    if (sentence === '') continue;
    const at = all.indexOf(sentence, from);
    if (at < 0) return `words: not heard “${sentence}” in “${all.slice(from)}”`;
    const end = at + sentence.length;
    if (exact && owners.slice(at, end).includes('m')) return `words: left to the model “${sentence}”`;
    rest = rest.slice(0, at) + '-'.repeat(end - at) + rest.slice(end);
    from = end;
  }
  let more = '';
  for (let at = 0; at < rest.length; at += 1) more += rest[at] === 'F' ? all[at] : ' ';
  for (const text of besides(language, meaning)) more = more.replaceAll(plain(text), '');
  return more.trim() === '' ? null : `words: not drawn “${more.trim()}”`;
}

function plain(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

function values(
  drawn: Readonly<Record<string, string>>,
  played: Readonly<Record<string, string>>,
): string | null {
  const ids = [...new Set([...Object.keys(drawn), ...Object.keys(played)])].sort();
  const id = ids.find((one) => (drawn[one] ?? '') !== (played[one] ?? ''));
  return id === undefined
    ? null
    : `information ${id}: drawn “${drawn[id] ?? ''}”, collected “${played[id] ?? ''}”`;
}
