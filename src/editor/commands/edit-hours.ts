/** Changes opening hours that the flow already has. */

import type { HoursId, OpeningHours } from '../../flow/document.ts';
import type { Draft } from '../store/draft.ts';
import { defineCommand } from './command.ts';

export interface EditHoursArgs {
  readonly hours: HoursId;
  readonly changes: Partial<Omit<OpeningHours, 'id'>>;
  /** The field being typed in: its edits merge. */
  readonly typing?: string;
}

export const editHours = defineCommand<EditHoursArgs>({
  id: 'edit-hours',
  label: 'edit-hours',
  history: 'merge',
  mergeKey: ({ hours, typing }) => (typing === undefined ? undefined : `hours:${hours}:${typing}`),
  enabled: ({ document }, { hours }) => document.hours[hours] !== undefined,
  run(draft, { hours, changes }) {
    const opening = draft.hours[hours];
    if (opening) Object.assign(opening, structuredClone(changes) as Draft<Partial<OpeningHours>>);
  },
});
