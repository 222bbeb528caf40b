/** Words of the panel of problems, in English. */
import { pluralEn } from '../../i18n/plural.ts';

export const en = {
  title: 'Problems',
  close: 'Close',
  none: 'No problem found',
  noneText: 'This flow can be published.',
  whole: 'The whole flow',
  groups: { blocking: 'Blocks a call', looking: 'Worth looking at' },
  fix: 'Fix it',
  safe: (count: number) => pluralEn(count, { one: '# can be fixed safely', other: '# can be fixed safely' }),
  fixAll: 'Fix all…',
  fixAllTitle: (count: number) => pluralEn(count, { one: 'Fix a problem?', other: 'Fix # problems?' }),
  fixAllText: 'This is what changes. No sentence of yours is touched, and one undo takes all of it back.',
  fixAllNow: 'Fix them',
  leadToStep: (name: string) => `Lead it to “${name}”`,
  leadToBlock: (name: string) => `Lead it to a new “${name}”`,
};
