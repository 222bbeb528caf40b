/** Words of the privacy page, in English. */
import { pluralEn } from '../../i18n/plural.ts';

export const en = {
  title: 'Privacy',
  back: 'Settings',
  onlyOwners: 'Only owners can change this page.',
  save: 'Save',
  saved: 'Saved. What is older is deleted within the hour.',
  savedCountries:
    'The countries are saved. They hold from the next publication on, and for messages at once.',
  keep: 'How long calls are kept',
  keepHint:
    'Afterwards it is deleted for good, here and at Vapi. A shorter time holds for what is there already, too.',
  keepWords: 'What was said',
  keepWordsHint: 'The words of a call, and its recording if there is one.',
  keepInformation: 'What was collected',
  keepInformationHint: 'Names, numbers and answers of callers, sent messages, past appointments.',
  keepCalls: 'The call itself',
  keepCallsHint: 'When it was, how long it took and which way it went: no words, no names.',
  days: (number: number) => pluralEn(number, { one: 'day', other: 'days' }),
  hides: 'What is blacked out of calls',
  hidesHint:
    'Before a call is kept, what callers say of these is replaced by •••, written or spoken, in English and French. What a step asks for, such as a telephone number for an appointment, is still collected. Holds for calls from now on.',
  hidden: {
    card: 'Payment card numbers',
    iban: 'Bank account numbers (IBAN)',
    nir: 'French social security numbers',
    email: 'E-mail addresses',
    phone: 'Telephone numbers',
    'birth-date': 'Dates of birth',
  },
  savedHides: 'Saved. It holds for calls from now on.',
  keepSecret: 'Under professional secrecy what was said is not kept at all.',
  secrecy: 'Professional secrecy',
  secrecySwitch: 'This workspace is bound by professional secrecy',
  secrecyHint: 'For health and legal professions: nothing that callers say is kept.',
  secrecyMeans: {
    recording: 'No call is recorded, even with the caller’s consent.',
    words:
      'No transcript and no summary is kept, here or at Vapi: a call’s words are dropped as they come in, and the call is deleted at Vapi when it ends.',
    information:
      'What steps collect (a name, a number, an appointment) is kept for 30 days at most, calls without words for 180.',
    publication: 'The publication says so before it happens, and refuses older versions that keep words.',
  },
  secrecyHosting:
    'During a call, speech passes through Vapi and its providers. We know of no certification of Vapi for hosting health data (HDS in France): do not let callers dictate medical details.',
  secrecyOn: 'Switch on',
  secrecyOnTitle: 'Switch professional secrecy on?',
  secrecyOnText:
    'What was said on calls until now is deleted within minutes, here and at Vapi, and cannot be brought back. Flows in service keep their words at Vapi until you put them in service again: you will see which.',
  secrecyIsOn: 'Professional secrecy is on.',
  secrecyOff: 'Switch off',
  secrecyOffTitle: 'Switch professional secrecy off?',
  secrecyOffText:
    'From the next publication of each flow on, what is said is kept again, for as long as you set below. What was deleted stays deleted.',
  secrecyIsOff: 'Professional secrecy is off.',
  toRepublish: 'To be put in service again',
  republishForSecrecy:
    'These flows were put in service before. Open each one and put it in service again, so that Vapi keeps nothing either:',
  republishWithoutSecrecy:
    'These flows were put in service under professional secrecy. They keep no words until they are put in service again:',
  countries: 'Countries that may be called',
  countriesHint:
    'Calls are passed on, and SMS sent, to ordinary telephones of these countries only. Premium and satellite numbers are never called.',
  addCountry: 'Add a country',
  removeCountry: (name: string) => `Remove ${name}`,
  noCountry: 'No country is left: nobody can be called or texted.',
  person: 'When somebody asks',
  personHint:
    'Callers may ask what you keep of them, and have it deleted. Find them by their telephone number, however it is written.',
  number: 'Telephone number',
  find: 'Find',
  noNumber: 'This is no telephone number. Write it with its country code, such as +44 20 7946 0018.',
  nothing: (number: string) => `Nothing is kept about ${number}.`,
  found: (number: string) => `What is kept about ${number}`,
  calls: (number: number) => pluralEn(number, { one: 'One call', other: '# calls' }),
  mentions: (number: number) =>
    pluralEn(number, { one: 'Named on one call of somebody else', other: 'Named on # calls of others' }),
  messages: (number: number) => pluralEn(number, { one: 'One message', other: '# messages' }),
  bookings: (number: number) => pluralEn(number, { one: 'One appointment', other: '# appointments' }),
  flows: (names: string) =>
    `The number also stands in your drawings: ${names}. That is left as it is; change it there if need be.`,
  exportJson: 'Download everything',
  exportCsv: 'As a table',
  fileName: (number: string) => `what-is-kept-about-${number}`,
  erase: 'Delete everything',
  eraseTitle: (number: string) => `Delete everything about ${number}?`,
  eraseText:
    'Calls, words, messages and appointments of this person are deleted here and at Vapi, future appointments included. On calls of others only the number is blacked out. This cannot be undone: download everything first if you have to answer.',
  erased: 'Everything is deleted. Vapi deletes its copy within minutes.',
  object: 'Does not want to be kept or written to',
  objectHint: 'The words of their calls are deleted as soon as a call ends, and no SMS is sent to them.',
  objections: 'People who objected',
  withdraw: (number: string) => `Forget the objection of ${number}`,
  since: (date: string) => `since ${date}`,
  processors: 'Who gets something of your calls',
  processorsHint: 'Worked out from your settings and from what is in service now.',
  processorsSandbox: 'Nobody. The sandbox plays everything on this machine: no word of a call leaves it.',
  processorsStory: 'What happens to a call, as a drawing and in sentences',
  usedBy: (flows: string) => `In: ${flows}`,
  gets: {
    storage: 'Keeps your flows, calls, messages and appointments, for as long as you say above.',
    vapi: 'Runs the calls: hears what is said and passes it on to those below; keeps it for as long as you say above.',
    line: 'Carries the calls of the number: who calls, when, and the sound.',
    model: 'Reads what callers say, written down, and writes what is answered.',
    voice: 'Reads what the assistant says, and speaks it.',
    transcriber: 'Hears callers, and writes down what they say.',
    documents: 'Reads the documents of the flow to find answers in them, with the question of the caller.',
    texts: 'Delivers SMS: the number and the text of each.',
    mails: 'Delivers e-mails: the address and the text of each.',
    asks: 'Another system that a step of yours asks: gets what the step sends along.',
  },
  whereStorage: 'In the region that was chosen when this site was set up.',
  whereVapi: {
    us: 'In the United States.',
    eu: 'In the European Union.',
    common: 'With the account of this site, in the region of that account.',
  },
  reads: 'Who read what',
  readsHint:
    'Each time somebody opens what was said on a call, downloads or erases it, it is written down for you to see.',
  readsOpen: 'See who read calls',
  spoken: 'Numbers spoken in words (“zero six twelve…”) are found, too.',
};
