/** Words of the panel of problems, in English. */
export const en = {
  title: 'Problems',
  close: 'Close',
  none: 'No problem found',
  noneText: 'This flow can be put in service.',
  whole: 'The whole flow',
  fix: 'Fix it',
  leadToStep: (name: string) => `Lead it to “${name}”`,
  leadToBlock: (name: string) => `Lead it to a new “${name}”`,
};
