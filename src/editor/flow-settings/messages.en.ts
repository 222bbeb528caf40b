/** Words of the settings of a flow, in English. */
import { pluralEn } from '../../i18n/plural.ts';

export const en = {
  title: 'Settings of the flow',
  close: 'Close',
  name: 'Name',
  nameHint: 'The assistant says that it answers for this name, and you find the flow by it.',
  language: 'Language of the calls',
  languageHint: 'What the assistant speaks and understands. Sentences already written are not translated.',
  languages: { en: 'English', fr: 'French' },
  voice: 'Voice',
  voices: {
    warm: { name: 'Warm', about: 'A friendly woman’s voice' },
    calm: { name: 'Calm', about: 'An unhurried woman’s voice' },
    lively: { name: 'Lively', about: 'A cheerful woman’s voice' },
    deep: { name: 'Deep', about: 'A low man’s voice' },
  },
  listen: (voice: string) => `Listen: ${voice}`,
  stop: 'Stop',
  voiceHint: 'An approximation: your browser reads it. On the phone it sounds different.',
  voiceSilent: 'This browser cannot read aloud, so there is nothing to listen to here.',
  more: 'Length of calls, time zone',
  longest: 'Longest call',
  longestHint: 'A call is ended after this time, whatever is being said.',
  timeZone: 'Time zone',
  timeZoneHint: 'Tells the assistant which day and what time it is where you are.',
  information: 'Information of the flow',
  informationHint: 'What callers are asked for. A new name is used everywhere at once.',
  noInformation: 'Nothing is asked for yet. A step “Ask” obtains information.',
  informationName: 'Name of the information',
  used: (steps: number) =>
    pluralEn(steps, { zero: 'used nowhere', one: 'used in # step', other: 'used in # steps' }),
  removeInformation: (name: string) => `Remove “${name}”`,
  hours: 'Opening hours of the flow',
  hoursHint: 'When you are open, for rules, transfers and bookings.',
  noHours: 'No opening hours yet. A step that needs some brings them.',
  sharedHours: 'They are changed under Settings, for all flows that follow them.',
};
