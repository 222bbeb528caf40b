/** Changes one rule of the "at any time" lane. */
import type { Draft } from 'immer';
import type { AnytimeRule, AnytimeSetting } from '../../flow/document.ts';
import { defineCommand } from './command.ts';

export interface EditAnytimeArgs {
  readonly rule: AnytimeRule;
  readonly setting: Partial<AnytimeSetting>;
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
  run(draft, { rule, setting }) {
    Object.assign(draft.anytime[rule], structuredClone(setting) as Draft<Partial<AnytimeSetting>>);
  },
});
