/** Changes opening hours that the flow already has. */
import type { Draft } from 'immer';
import type { HoursId, OpeningHours } from '../../flow/document.ts';
import { defineCommand } from './command.ts';

export interface EditHoursArgs {
  readonly hours: HoursId;
  readonly changes: Partial<Omit<OpeningHours, 'id'>>;
}

export const editHours = defineCommand<EditHoursArgs>({
  id: 'edit-hours',
  label: 'edit-hours',
  history: 'now',
  enabled: ({ document }, { hours }) => document.hours[hours] !== undefined,
  run(draft, { hours, changes }) {
    const opening = draft.hours[hours];
    if (opening) Object.assign(opening, structuredClone(changes) as Draft<Partial<OpeningHours>>);
  },
});
