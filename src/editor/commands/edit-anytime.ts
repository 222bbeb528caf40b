/** Changes one rule of the "at any time" lane. */

import type { AnytimeRule, AnytimeSetting, Information } from '../../flow/document.ts';
import type { Draft } from '../store/draft.ts';
import { defineCommand } from './command.ts';
import { putInformation } from './edit-step.ts';

export interface EditAnytimeArgs {
  readonly rule: AnytimeRule;
  readonly setting: Partial<AnytimeSetting>;
  /** Set beside it: what its sentence is the first to speak of. */
  readonly information?: readonly Information[];
  /** Typed letter by letter: edits of the same rule merge. */
  readonly typing?: boolean;
}

export const editAnytime = defineCommand<EditAnytimeArgs>({
  id: 'edit-anytime',
  label: 'edit-anytime',
  history: 'merge',
  mergeKey: ({ rule, setting, typing }) =>
    typing ? `anytime:${rule}:${Object.keys(setting).join()}` : undefined,
  enabled: ({ document }, { rule }) => document.anytime[rule] !== undefined,
  run(draft, { rule, setting, information = [] }) {
    for (const one of information) putInformation(draft, one);
    Object.assign(draft.anytime[rule], structuredClone(setting) as Draft<Partial<AnytimeSetting>>);
  },
});
