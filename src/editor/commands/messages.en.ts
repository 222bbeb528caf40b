/** What the editor's actions are called, in English. */
import { pluralEn } from '../../i18n/plural.ts';

export const en = {
  'add-step': 'Add a step',
  'insert-block': 'Insert a block',
  'insert-step': 'Insert a step',
  connect: 'Link steps',
  disconnect: 'Remove link',
  'delete-selection': (count: number) =>
    pluralEn(count, { zero: 'Delete', one: 'Delete step', other: 'Delete # steps' }),
  duplicate: (count: number) =>
    pluralEn(count, { zero: 'Duplicate', one: 'Duplicate step', other: 'Duplicate # steps' }),
  cut: (count: number) => pluralEn(count, { zero: 'Cut', one: 'Cut step', other: 'Cut # steps' }),
  paste: (count: number) => pluralEn(count, { zero: 'Paste', one: 'Paste step', other: 'Paste # steps' }),
  'edit-step': 'Edit step',
  'edit-anytime': 'Change what happens at any time',
  'edit-hours': 'Change opening hours',
  'refresh-hours': 'Take over the newest opening hours',
  'forget-information': 'Remove information',
  'edit-settings': 'Change settings',
  'rename-flow': 'Rename flow',
  'move-steps': (count: number) => pluralEn(count, { one: 'Move step', other: 'Move # steps' }),
  'rename-step': 'Rename step',
  'set-information': 'Edit information',
  'set-section': 'Change section',
  'tidy-layout': 'Tidy up',
  'restore-draft': 'Bring back unsaved changes',
};
