/** Words about whole flows, in English: what changed between two, and the flow as a document to read. */
import { pluralEn } from '../i18n/plural.ts';

/** What the sentence of a change may speak of; empty where it does not apply. */
export interface ChangeWords {
  readonly step: string;
  readonly exit: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
  readonly to: string;
  readonly name: string;
  readonly count: number;
}

export const en = {
  quote: (text: string) => `“${text}”`,
  nothing: 'nothing',
  nowhere: 'nowhere',
  yes: 'yes',
  no: 'no',
  closed: 'closed',
  asUsual: 'as usual',
  holidays: {
    none: 'no',
    france: 'France',
    'alsace-moselle': 'France (Alsace and Moselle)',
    'england-wales': 'England and Wales',
    'united-states': 'United States',
  },
  languages: { en: 'English', fr: 'French' },
  days: {
    monday: 'Monday',
    tuesday: 'Tuesday',
    wednesday: 'Wednesday',
    thursday: 'Thursday',
    friday: 'Friday',
    saturday: 'Saturday',
    sunday: 'Sunday',
  },
  types: {
    name: 'a name',
    phone: 'a phone number',
    email: 'an e-mail address',
    date: 'a date',
    time: 'a time',
    number: 'a number',
    'yes-no': 'yes or no',
    choice: 'one of a list',
    address: 'an address',
    text: 'anything',
  },
  settings: {
    timeZone: 'time zone',
    voice: 'voice',
    recording: 'recording',
    consent: 'answer that allows recording',
    maximumSeconds: 'longest call, in seconds',
  },
  voices: { warm: 'warm', calm: 'calm', lively: 'lively', deep: 'deep' },
  /** What could not be read of a stored flow. */
  losses: {
    notAFlow: 'What is stored is no flow at all.',
    newer: 'It was saved by a newer version of AlloKoli.',
    step: (step: string) => `The step “${step}” cannot be read.`,
    field: (step: string, field: string) => `In the step “${step}”: “${field}” cannot be read.`,
    position: 'where it stands',
    unnamedStep: 'without a name',
    link: 'A link between two steps cannot be read.',
    information: (name: string) => `The information “${name}” cannot be read.`,
    hours: (name: string) => `The opening hours “${name}” cannot be read.`,
    setting: (name: string) => `The setting “${name}” cannot be read.`,
    rule: (name: string) => `The rule at any time “${name}” cannot be read.`,
    parts: {
      nodes: 'The list of steps cannot be read.',
      edges: 'The list of links cannot be read.',
      information: 'The list of information cannot be read.',
      hours: 'The list of opening hours cannot be read.',
      settings: 'The settings cannot be read.',
      anytime: 'The rules at any time cannot be read.',
    },
    unknown: 'A part of the flow cannot be read.',
  },
  anytimeFields: {
    enabled: 'in use',
    sentence: 'what is said',
    goTo: 'where it leads',
    phrases: 'what callers say',
  },
  changes: {
    'flow-renamed': (p: ChangeWords) => `The flow is now called ${p.after} (before: ${p.before}).`,
    'language-changed': (p: ChangeWords) => `Calls are now in ${p.after} (before: ${p.before}).`,
    'step-added': (p: ChangeWords) => `New step: ${p.step}.`,
    'step-removed': (p: ChangeWords) => `Step removed: ${p.step}.`,
    'step-renamed': (p: ChangeWords) => `The step ${p.before} is now called ${p.after}.`,
    'step-retyped': (p: ChangeWords) => `${p.step} is now ${p.after} (before: ${p.before}).`,
    'step-regrouped': (p: ChangeWords) => `${p.step} lies in another section: ${p.after}.`,
    'sentence-changed': (p: ChangeWords) => `${p.step}: ${p.before} became ${p.after}.`,
    'choice-added': (p: ChangeWords) => `${p.step}: new path ${p.exit}, which leads to ${p.to}.`,
    'choice-removed': (p: ChangeWords) => `${p.step}: the path ${p.exit} is gone.`,
    'choice-renamed': (p: ChangeWords) => `${p.step}: the path ${p.before} is now called ${p.after}.`,
    'link-added': (p: ChangeWords) => `${p.step}: ${p.exit} now leads to ${p.to}.`,
    'link-removed': (p: ChangeWords) => `${p.step}: ${p.exit} no longer leads to ${p.to}.`,
    'link-redirected': (p: ChangeWords) =>
      `${p.step}: ${p.exit} now leads to ${p.after} (before: ${p.before}).`,
    'value-changed': (p: ChangeWords) => `${p.step}, ${p.field}: ${p.after} (before: ${p.before}).`,
    'item-added': (p: ChangeWords) => `${p.step}, ${p.field}: added ${p.after}.`,
    'item-removed': (p: ChangeWords) => `${p.step}, ${p.field}: removed ${p.before}.`,
    'order-changed': (p: ChangeWords) => `${p.step}, ${p.field}: another order.`,
    'information-added': (p: ChangeWords) => `New information: ${p.name} (${p.after}).`,
    'information-removed': (p: ChangeWords) => `Information removed: ${p.name}.`,
    'information-renamed': (p: ChangeWords) => `The information ${p.before} is now called ${p.after}.`,
    'information-retyped': (p: ChangeWords) =>
      `The information ${p.name} is now ${p.after} (before: ${p.before}).`,
    'information-choices-changed': (p: ChangeWords) => `What may be answered for ${p.name}: ${p.after}.`,
    'hours-added': (p: ChangeWords) => `New hours: ${p.name}.`,
    'hours-removed': (p: ChangeWords) => `Hours removed: ${p.name}.`,
    'hours-renamed': (p: ChangeWords) => `The hours ${p.before} are now called ${p.after}.`,
    'hours-day-changed': (p: ChangeWords) => `${p.name}, ${p.field}: ${p.after} (before: ${p.before}).`,
    'hours-holidays-changed': (p: ChangeWords) =>
      `${p.name}, closed on public holidays: ${p.after} (before: ${p.before}).`,
    'hours-exception-changed': (p: ChangeWords) => `${p.name}, ${p.field}: ${p.after} (before: ${p.before}).`,
    'hours-zone-changed': (p: ChangeWords) => `${p.name}: time zone ${p.after} (before: ${p.before}).`,
    'hours-shared-changed': (p: ChangeWords) =>
      `${p.name}: shared with other flows: ${p.after} (before: ${p.before}).`,
    'setting-changed': (p: ChangeWords) => `Setting “${p.field}”: ${p.after} (before: ${p.before}).`,
    'anytime-changed': (p: ChangeWords) =>
      `At any time, ${p.name}, ${p.field}: ${p.after} (before: ${p.before}).`,
    'part-changed': (p: ChangeWords) => `Another part of the flow changed: ${p.field}.`,
    moved: (p: ChangeWords) =>
      pluralEn(p.count, { one: '# step moved on the drawing.', other: '# steps moved on the drawing.' }),
    rewritten: () => 'Something that only machines read was rewritten.',
  },
  summary: {
    none: 'Nothing changed.',
    stepsAdded: (count: number, names: string) =>
      pluralEn(count, { one: `# new step: ${names}.`, other: `# new steps: ${names}.` }),
    stepsRemoved: (count: number, names: string) =>
      pluralEn(count, { one: `# step removed: ${names}.`, other: `# steps removed: ${names}.` }),
    stepsRenamed: (count: number, names: string) =>
      pluralEn(count, { one: `# step renamed: ${names}.`, other: `# steps renamed: ${names}.` }),
    sentences: (count: number) =>
      pluralEn(count, { one: '# sentence changed.', other: '# sentences changed.' }),
    choicesAdded: (count: number, names: string) =>
      pluralEn(count, { one: `# new path: ${names}.`, other: `# new paths: ${names}.` }),
    choicesRemoved: (count: number, names: string) =>
      pluralEn(count, { one: `# path removed: ${names}.`, other: `# paths removed: ${names}.` }),
    choicesRenamed: (count: number, names: string) =>
      pluralEn(count, { one: `# path renamed: ${names}.`, other: `# paths renamed: ${names}.` }),
    linksAdded: (count: number) => pluralEn(count, { one: '# link added.', other: '# links added.' }),
    linksRemoved: (count: number) => pluralEn(count, { one: '# link removed.', other: '# links removed.' }),
    linksRedirected: (count: number) =>
      pluralEn(count, { one: '# link leads elsewhere.', other: '# links lead elsewhere.' }),
    values: (count: number, names: string) =>
      pluralEn(count, {
        one: `# step set differently: ${names}.`,
        other: `# steps set differently: ${names}.`,
      }),
    informationAdded: (count: number, names: string) =>
      pluralEn(count, {
        one: `# new information: ${names}.`,
        other: `# new pieces of information: ${names}.`,
      }),
    informationRemoved: (count: number, names: string) =>
      pluralEn(count, {
        one: `# information removed: ${names}.`,
        other: `# pieces of information removed: ${names}.`,
      }),
    informationChanged: (count: number, names: string) =>
      pluralEn(count, {
        one: `# information changed: ${names}.`,
        other: `# pieces of information changed: ${names}.`,
      }),
    anytime: (names: string) => `At any time: ${names} changed.`,
    hours: (names: string) => `Hours changed: ${names}.`,
  },
  outline: {
    about: (language: string, voice: string, recording: string) =>
      `Calls in ${language} · ${voice} voice · recording: ${recording}`,
    off: 'off',
    on: 'on',
    unreached: 'Steps that no call reaches',
    anytime: 'At any time',
    goesOn: '→ the call goes on where it was',
    notes: 'Notes',
    information: 'Information',
    hours: 'Hours',
    asks: 'Asks for',
    optional: (name: string) => `${name} (may stay unknown)`,
    uses: 'Looks at',
    toStep: (number: number, title: string) => `→ step ${number}, ${title}`,
    toNowhere: '→ leads nowhere',
    ends: 'The call ends here.',
    and: ' and ',
    or: ' or ',
    name: 'Name',
    type: 'What it is',
    choices: 'Possible answers',
    askedIn: 'Asked in step',
    usedIn: 'Used in step',
    day: 'Day',
    open: 'Open',
    holidays: (calendar: string) => `Closed on public holidays: ${calendar}`,
    exceptions: 'Special days',
    zone: (zone: string) => `Time zone: ${zone}`,
    unnamed: 'Unnamed flow',
  },
};
