/** Words of the lane “at any time”, in English. */
import { pluralEn } from '../../i18n/plural.ts';

export const en = {
  title: 'At any time',
  count: (rules: number) => pluralEn(rules, { zero: 'no rule', one: '# rule', other: '# rules' }),
  intro: 'These rules hold in every step of the call.',
  close: 'Close',
  adjust: (rule: string) => `Adjust: ${rule}`,
  hints: {
    'wants-human': 'The caller asks for a person. Choose the step that takes over.',
    emergency: 'The caller speaks of a danger, and hears which number to call.',
    robot: 'The assistant says truthfully that it is a machine.',
    silence: 'Nobody speaks: the assistant asks again, and ends the call if nobody answers.',
    unclear: 'Two answers in a row were not understood: the assistant asks for other words.',
    language: 'The caller speaks another language than this line does.',
    angry: 'The caller is upset: the assistant apologises, or passes the call on.',
  },
  sentence: 'What is said',
  sentenceHint: 'Left empty, the sentence in grey is said.',
  goTo: 'What comes next',
  goToHint: 'The step that takes the call over, or back to where it was.',
  back: 'Back to where the call was',
  gone: 'Choose a step',
  phrases: 'What callers may say',
  phrasesHint: (usual: string) => `One a line. Already known, among others: ${usual}.`,
  phrasesHintAlone: 'One a line.',
};
