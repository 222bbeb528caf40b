/** Words of the search and of the list of shortcuts, in English. */
import { pluralEn } from '../../i18n/plural.ts';

export const en = {
  title: 'Find',
  placeholder: 'A step, a word, something to do…',
  nothing: (query: string) => `Nothing found for “${query}”`,
  found: (count: number) => pluralEn(count, { zero: 'Nothing found', one: '# result', other: '# results' }),
  more: (count: number) => pluralEn(count, { one: '# more', other: '# more' }),
  groups: {
    recent: 'Chosen last',
    steps: 'Steps',
    information: 'Information',
    rules: 'At any time',
    problems: 'Problems',
    actions: 'Actions',
    add: 'Add',
  },
  buttons: {
    problems: 'Show the problems',
    lane: 'Rules that hold at any time',
  },
  languages: { en: 'English', fr: 'Français' },
  language: (name: string) => `Language: ${name}`,
  themes: { system: 'as the system', light: 'light', dark: 'dark' },
  theme: (name: string) => `Appearance: ${name}`,
  shortcuts: {
    title: 'Keyboard shortcuts',
    or: 'or',
    groups: { everywhere: 'Everywhere', steps: 'Steps', view: 'View' },
    /** Of shortcuts that have neither a command nor a button. */
    names: {
      shortcuts: 'Keyboard shortcuts',
      escape: 'Select nothing, close the list of steps',
      'select-all': 'Select everything',
      copy: 'Copy',
      cut: 'Cut',
      paste: 'Paste',
      'open-step': 'Open the step that has the focus',
      'move-step': 'Move the selected steps',
      'pick-more': 'Add a step to the selection',
      frame: 'Select what lies inside a frame',
      'drag-view': 'Move around while selecting',
      'wheel-zoom': 'Zoom',
    },
    keys: {
      shift: 'Shift',
      delete: 'Delete',
      backspace: 'Backspace',
      enter: 'Enter',
      escape: 'Esc',
      space: 'Space',
      arrows: 'Arrows',
      click: 'click',
      drag: 'drag',
      wheel: 'wheel',
    },
  },
};
