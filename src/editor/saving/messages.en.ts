/** Words about saving, choosing between two versions, and what was set aside, in English. */
import { pluralEn } from '../../i18n/plural.ts';

export const en = {
  blocked:
    'This device cannot keep a copy of your work: its storage is full or blocked. Your changes are only saved online, so stay connected.',
  conflict: {
    banner: (count: number) =>
      pluralEn(count, {
        one: 'Something you changed was changed elsewhere too. Nothing is lost; choose which one the flow keeps.',
        other:
          '# things you changed were changed elsewhere too. Nothing is lost; choose which ones the flow keeps.',
      }),
    open: 'Compare and choose',
    title: 'Which one should the flow keep?',
    lead: 'Everything else was put together by itself. What you do not choose is set aside and can be brought back as a copy.',
    mine: 'Mine',
    theirs: 'The other one',
    allMine: 'Keep all of mine',
    allTheirs: 'Keep all the others',
    save: 'Save',
    left: (count: number) =>
      pluralEn(count, { zero: 'All chosen', one: '# left to choose', other: '# left to choose' }),
    failed: 'This could not be saved just now. Everything is still here; try again in a moment.',
    kept: 'Saved as you chose. Both versions are set aside.',
    show: 'Show them',
    changed: 'The flow has changed again meanwhile. Please look at what is left.',
    places: {
      positions: (count: number) =>
        pluralEn(count, { one: 'Place of a step on the canvas', other: 'Places of # steps on the canvas' }),
      settings: 'Settings of the flow',
      anytime: 'At any time',
      name: 'Name of the flow',
      language: 'Language of the call',
      information: 'Information',
      hours: 'Opening hours',
    },
  },
  aside: {
    title: 'Versions set aside',
    lead: 'When the same thing was changed in two places, both whole versions are kept here: the last 20, for 90 days.',
    none: 'Nothing was set aside.',
    noneText: 'When you choose between two versions, both are kept here.',
    own: (who: string) => `What ${who} had`,
    you: 'you',
    someone: 'someone else',
    other: 'What the flow was until then',
    copy: 'Bring back as a copy',
    open: 'Open the copy',
    copyName: (name: string, when: string) => `${name} (${when})`,
    unreadable: 'Cannot be read here.',
    failed: 'That did not work. Try again in a moment.',
    retry: 'Try again',
  },
  refused: {
    text: 'Your changes cannot be saved: you may only look at this flow, or it was deleted.',
    copy: 'Keep my work as a copy',
    copyName: (name: string) => `${name} (my changes)`,
    copied: (name: string) => `Your work is saved as “${name}”.`,
    open: 'Open the copy',
    failed: 'That did not work. Your changes are still here.',
  },
};
