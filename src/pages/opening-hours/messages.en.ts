/** Words of the opening hours of the workspace, in English. */
import { pluralEn } from '../../i18n/plural.ts';

export const en = {
  title: 'Opening hours',
  back: 'Settings',
  lead: 'Enter them once; every flow that follows them uses the same hours, holidays and special days.',
  add: 'New opening hours',
  firstName: 'Opening hours',
  emptyTitle: 'No opening hours yet',
  emptyText:
    'Your week, public holidays, and the days that are different: flows then know when you are open.',
  change: 'Change the hours',
  save: 'Save',
  discard: 'Discard changes',
  saved: 'The hours are saved.',
  conflict: 'Somebody else changed these hours in the meantime. Yours are not saved; here are the newest.',
  nameMissing: 'Give these hours a name.',
  remove: 'Delete',
  removeTitle: (name: string) => `Delete “${name}”?`,
  removeText: (flows: number) =>
    pluralEn(flows, {
      zero: 'No flow follows these hours.',
      one: 'One flow follows them. It keeps its copy.',
      other: '# flows follow them. They keep their copies.',
    }),
  usedBy: 'Followed by',
  unused: 'No flow follows these hours yet. Choose them in a step “Check a rule”.',
  behind: (flow: string) =>
    `“${flow}” still answers the phone with older hours. Publish it again to use these.`,
  openFlow: 'Open the flow',
  unreadable:
    'These hours were saved by a newer version of AlloKoli, or are damaged. Nothing is lost: flows keep the hours they have.',
  days: (days: string, times: string) => `${days}: ${times}`,
  closed: 'closed',
};
