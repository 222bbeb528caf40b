/** How long a written conversation takes when it is spoken, and what such a call costs. Estimates, for reading. Pure. */
import type { CallLanguage, FlowDocument } from '../flow/document.ts';
import { RINGING_SECONDS, TOOL_SECONDS } from '../flow/estimate.ts';
import { registry } from '../kinds/registry.ts';
import type { Conversation } from './conversation.ts';

/** Words a minute of an unhurried voice on the telephone. French words are shorter: more of them fit. */
export const WORDS_PER_MINUTE: Readonly<Record<CallLanguage, number>> = { en: 150, fr: 165 };
/** Seconds between two who speak in turn: one has ended, the other has understood. */
export const TURN_SECONDS = 0.9;

/**
 * US dollars a minute, everything together. Vapi's own fee is 0.05, what it passes on for hearing, thinking, speaking and the line
 * depends on what is used: 0.07 to 0.25 in all. Vapi's price page (vapi.ai/pricing) as it was reported in May 2026.
 */
export const PRICE_PER_MINUTE = { low: 0.07, high: 0.25, source: 'vapi.ai/pricing', asOf: '2026-05' };

export interface TalkTime {
  /** Whole seconds. */
  readonly seconds: number;
  /** US dollars. */
  readonly low: number;
  readonly high: number;
}

export function talkTime(document: FlowDocument, { lines, visited }: Conversation): TalkTime {
  const speaking = lines.reduce((sum, { text }) => sum + spokenSeconds(text, document.language), 0);
  const turns = lines.filter(({ by }, index) => index > 0 && lines[index - 1]!.by !== by).length;
  const waiting = visited.reduce((sum, id) => {
    const family = registry.get(document.nodes[id]?.kind ?? '')?.family;
    return (
      sum +
      (family === 'leave' && !isEnd(document, id) ? RINGING_SECONDS : family === 'act' ? TOOL_SECONDS : 0)
    );
  }, 0);
  const seconds = Math.round(speaking + turns * TURN_SECONDS + waiting);
  const cost = (price: number) => (seconds * price) / 60;
  return { seconds, low: cost(PRICE_PER_MINUTE.low), high: cost(PRICE_PER_MINUTE.high) };
}

/** Digits are said one by one in numbers of telephones: each group counts as a word for every two. */
export function spokenSeconds(text: string, language: CallLanguage): number {
  const words = text.match(/\d{1,2}|[\p{L}][\p{L}’'-]*/gu)?.length ?? 0;
  return (words * 60) / WORDS_PER_MINUTE[language];
}

function isEnd(document: FlowDocument, id: Conversation['visited'][number]): boolean {
  const node = document.nodes[id]!;
  return (registry.get(node.kind)?.exits(node.data as never) ?? []).length === 0;
}
