/** What the editor's actions are called, in English. */
import { pluralEn } from '../../i18n/plural.ts';

export const en = {
  'add-step': 'Add a step',
  'insert-block': 'Insert a block',
  'insert-step': 'Put a step on the link',
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
  'fix-problems': (count: number) => pluralEn(count, { one: 'Fix a problem', other: 'Fix # problems' }),
  'forget-information': 'Remove information',
  'edit-settings': 'Change settings',
  'rename-flow': 'Rename flow',
  'move-steps': (count: number) => pluralEn(count, { one: 'Move step', other: 'Move # steps' }),
  'rename-step': 'Rename step',
  'set-information': 'Edit information',
  'set-section': 'Change section',
  'make-section': 'Make a section',
  'align-steps': (count: number) =>
    pluralEn(count, { zero: 'Align', one: 'Align step', other: 'Align # steps' }),
  'distribute-steps': (count: number) =>
    pluralEn(count, { zero: 'Space evenly', one: 'Space evenly', other: 'Space # steps evenly' }),
  'tidy-layout': 'Tidy up',
  'tidy-selection': (count: number) =>
    pluralEn(count, { zero: 'Tidy up the selected steps', one: 'Tidy up step', other: 'Tidy up # steps' }),
  'take-in': 'Changes of someone else',
  'restore-draft': 'Bring back unsaved changes',
};
