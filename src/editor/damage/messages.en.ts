/** Words about flows that cannot be read whole, in English. */
import { pluralEn } from '../../i18n/plural.ts';

export const en = {
  banner: 'A part of this flow cannot be read. You may look at the rest, not change it; nothing is lost.',
  steps: (count: string, most: string) =>
    `This flow has ${count} steps. More than ${most} cannot be changed here: you may look at it, and cut it into several flows elsewhere.`,
  size: (megabytes: string, most: string) =>
    `This flow takes ${megabytes} MB. More than ${most} MB cannot be saved: you may look at it, not change it.`,
  tooLarge: (megabytes: string, most: string) =>
    `Your changes cannot be saved: the flow takes ${megabytes} MB, and ${most} MB is the most. Remove steps or long texts.`,
  show: 'See what is wrong',
  title: 'What cannot be read',
  lead: 'It was saved by another version of AlloKoli, or was damaged on its way. What is stored stays as it is.',
  more: (count: number) => pluralEn(count, { one: 'and # more', other: 'and # more' }),
  repairTitle: 'Repair what can be repaired',
  repairText:
    'A copy is made of everything that can be read. Where something cannot be read, the copy has what a new step would have, or leaves it out. This flow is not touched.',
  repair: 'Repair as a copy',
  noRepair: 'Nothing can be repaired here. Open it with the version of AlloKoli that saved it.',
  download: 'Download the original',
  downloadHint: 'The file holds everything that is stored, for whoever helps you.',
  copyName: (name: string) => (name.trim() === '' ? 'Repaired flow' : `${name} (repaired)`),
  fileName: 'flow',
  repaired: 'The repaired copy is saved.',
};
