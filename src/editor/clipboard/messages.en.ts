/** What is said about copying and pasting steps, in English. */
import { pluralEn } from '../../i18n/plural.ts';

export const en = {
  copy: 'Copy step',
  copyMany: (count: number) => pluralEn(count, { one: 'Copy step', other: 'Copy # steps' }),
  cut: 'Cut step',
  copied: (count: number) => pluralEn(count, { one: 'Step copied', other: '# steps copied' }),
  tooLargeToCopy: 'Nothing was copied: at most 500 steps or 2 MB fit at once. Select fewer steps.',
  nothingToPaste: 'Nothing to paste: copy steps first.',
  notCopied: 'Your browser did not allow copying from this menu. Press Ctrl C, or ⌘ C on a Mac.',
  noSecondBeginning: 'The step that answers the call was left out: this flow already has one.',
  onlyABeginning: 'Nothing was pasted: this flow already has a step that answers the call.',
  'too-large': 'Nothing was pasted: at most 500 steps or 2 MB fit at once. Copy them in parts.',
  newer:
    'Nothing was pasted: these steps were copied in a newer version of AlloKoli. Reload this page, then paste again.',
  unreadable: 'Nothing was pasted: the copied steps cannot be read. Copy them again, then paste.',
};
