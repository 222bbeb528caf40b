/** Everything that is spoken and remarkable, collected once for all checks: the sentences of steps and of the lane. */
import { ANYTIME_RULES, type AnytimeRule, type FlowDocument, type NodeId } from '../document.ts';
import type { Place } from '../problem.ts';
import { type Scan, scanText } from '../scan.ts';
import type { Step } from './drawing.ts';

/** A remarkable text and where it stands: in a step, or in a rule valid at any time. */
export interface Spoken {
  readonly scan: Scan;
  readonly node?: NodeId;
  readonly rule?: AnytimeRule;
}

export interface Texts {
  /** Texts that some check may have something to say about. */
  readonly remarkable: readonly Spoken[];
  /** How many texts are spoken in all, and how many characters. */
  readonly count: number;
  readonly characters: number;
}

export function readTexts(document: FlowDocument, steps: readonly Step[]): Texts {
  const remarkable: Spoken[] = [];
  let count = 0;
  let characters = 0;
  for (const { id, facts } of steps) {
    if (!facts) continue;
    count += facts.sentences.length;
    characters += facts.characters;
    for (const scan of facts.scans) remarkable.push({ scan, node: id });
  }
  for (const rule of ANYTIME_RULES) {
    const { enabled, sentence } = document.anytime[rule];
    if (!enabled || sentence === '') continue;
    count += 1;
    characters += sentence.length;
    const scan = scanText('sentence', sentence);
    if (scan) remarkable.push({ scan, rule });
  }
  return { remarkable, count, characters };
}

/** Where a text stands. A rule of the lane has no step. */
export function placeOf({ node, scan }: Spoken): Place {
  return node === undefined ? {} : { node, field: scan.field };
}

/** The fix that exchanges a text for another. */
export function exchange({ node, rule, scan }: Spoken, text: string) {
  return rule === undefined
    ? { command: 'edit-field', args: { node, path: scan.field, value: text } }
    : { command: 'edit-anytime', args: { rule, setting: { sentence: text } } };
}
