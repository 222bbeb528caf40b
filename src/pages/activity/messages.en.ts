/** Words of the activity log, in English. */
import { pluralEn } from '../../i18n/plural.ts';

/** What fills a sentence; empty where nothing is known. */
export interface Facts {
  readonly who: string;
  /** Whom it was done to. */
  readonly about: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly role: string;
  readonly email: string;
  readonly caller: string;
  readonly flow: string;
  readonly version: string;
  readonly number: string;
  readonly isRecorded: boolean;
  readonly words: string;
  readonly information: string;
  readonly calls: string;
  readonly days: string;
  readonly added: string;
  readonly removed: string;
  readonly amount: string;
  readonly when: string;
  readonly count: number;
}

const roles = { owner: 'owner', editor: 'may change', viewer: 'may look' };

export const en = {
  title: 'Activity log',
  lead: 'Who did what in this workspace. Nobody can change it, not even you.',
  back: 'Settings',
  onlyOwners: 'Only owners can read the activity log.',
  show: 'What is shown',
  everything: 'Everything',
  reads: 'Who read calls',
  ofCall: 'Only what concerns one call is shown.',
  showAll: 'Show everything',
  nothingRead: 'Nobody has read what was said on a call.',
  list: 'Entries, latest first',
  older: 'Show earlier entries',
  nothing: 'Nothing has happened yet.',
  gone: 'A deleted account',
  nobody: 'The server',
  browserLink: 'its browser link',
  somebody: 'somebody whose account is deleted',
  roles,
  regions: { us: 'United States', eu: 'European Union', sandbox: 'sandbox' },
  minutes: (count: number) => pluralEn(count, { one: 'one minute', other: '# minutes' }),
  check: 'Is the log as it was written?',
  checkHint:
    'Each entry is bound to the one before it. Changing, removing or adding one breaks the chain, even for whoever runs the database.',
  checkNow: 'Check it',
  whole: (count: number) =>
    pluralEn(count, { one: '# entry, as it was written.', other: '# entries, all as they were written.' }),
  blanked: (count: number) =>
    pluralEn(count, {
      zero: '',
      one: ' Details of one of them were erased together with a person.',
      other: ' Details of # of them were erased together with a person.',
    }),
  faults: {
    changed: (when: string) => `The entry of ${when} is not as it was written.`,
    missing: (when: string) => `The entry of ${when} was removed.`,
    added: (when: string) => `The entry of ${when} was slipped in.`,
    broken: () => 'Entries were changed, removed or added: the chain of the log is broken.',
    'made-anew': () => 'The log was made anew: it is not the one that was kept.',
  },
  keep: 'How long entries are kept',
  keepHint: 'Long enough to answer questions later; afterwards they are deleted by themselves.',
  keepDays: 'Days',
  save: 'Save',
  saved: 'Saved.',
  sentences: {
    'signed-in': (f: Facts) => `${f.who} signed in`,
    'workspace-created': (f: Facts) => `${f.who} made the workspace`,
    'workspace-renamed': (f: Facts) => `${f.who} renamed the workspace from “${f.from}” to “${f.to}”`,
    'member-joined': (f: Facts) => `${f.about} joined the workspace (${f.role})`,
    'member-left': (f: Facts) => `${f.who} left the workspace`,
    'member-removed': (f: Facts) => `${f.who} removed ${f.about} from the workspace`,
    'role-changed': (f: Facts) => `${f.who} changed the role of ${f.about} from “${f.from}” to “${f.to}”`,
    invited: (f: Facts) => `${f.who} invited ${f.email} (${f.role})`,
    'invited-again': (f: Facts) => `${f.who} sent the invitation of ${f.email} again`,
    'invitation-revoked': (f: Facts) => `${f.who} took the invitation of ${f.email} back`,
    'connection-set': (f: Facts) => `${f.who} connected a Vapi account (${f.name})`,
    'connection-changed': (f: Facts) => `${f.who} replaced the Vapi key (${f.name})`,
    'connection-removed': (f: Facts) => `${f.who} disconnected the Vapi account`,
    'flow-created': (f: Facts) => `${f.who} made the flow “${f.flow}”`,
    'flow-deleted': (f: Facts) => `${f.who} deleted the flow “${f.flow}”`,
    'recording-on': (f: Facts) => `${f.who} switched recording on in “${f.flow}”`,
    'recording-off': (f: Facts) => `${f.who} switched recording off in “${f.flow}”`,
    published: (f: Facts) =>
      `${f.who} put “${f.flow}” (version ${f.version}) in service on ${f.number}${f.isRecorded ? ', with recording' : ''}`,
    'rolled-back': (f: Facts) => `${f.who} went back to version ${f.version} of “${f.flow}” on ${f.number}`,
    unpublished: (f: Facts) => `${f.who} took what answered ${f.number} out of service`,
    'publication-failed': (f: Facts) =>
      `${f.who} tried to put “${f.flow}” in service on ${f.number}; it failed`,
    'number-added': (f: Facts) => `${f.who} added the number ${f.number}`,
    'number-removed': (f: Facts) => `${f.who} removed the number ${f.number}`,
    'secret-set': (f: Facts) => `${f.who} added the secret “${f.name}”`,
    'secret-changed': (f: Facts) => `${f.who} replaced the secret “${f.name}”`,
    'secret-removed': (f: Facts) => `${f.who} removed the secret “${f.name}”`,
    'file-added': (f: Facts) => `${f.who} added the document “${f.name}”`,
    'file-removed': (f: Facts) => `${f.who} removed the document “${f.name}”`,
    'retention-changed': (f: Facts) =>
      `${f.who} changed how long calls are kept: words ${f.words}, information ${f.information}, calls ${f.calls} days`,
    'activity-retention-changed': (f: Facts) => `${f.who} set this log to be kept for ${f.days} days`,
    'countries-changed': (f: Facts) =>
      `${f.who} changed the countries that may be called${f.added && `; added: ${f.added}`}${f.removed && `; removed: ${f.removed}`}`,
    'secrecy-on': (f: Facts) => `${f.who} switched professional secrecy on`,
    'secrecy-off': (f: Facts) => `${f.who} switched professional secrecy off`,
    'objection-noted': (f: Facts) => `${f.who} noted the objection of a caller (${f.caller})`,
    'objection-withdrawn': (f: Facts) => `${f.who} took the objection of a caller back (${f.caller})`,
    'person-exported': (f: Facts) => `${f.who} downloaded what is kept about a caller (${f.caller})`,
    'person-erased': (f: Facts) => `${f.who} deleted everything about a caller (${f.caller})`,
    'call-erased': (f: Facts) => `${f.who} erased what was said and collected on the call of ${f.when}`,
    'call-hidden': (f: Facts) => `${f.who} hid the call of ${f.when}`,
    'call-shown': (f: Facts) => `${f.who} showed the call of ${f.when} again`,
    'words-read': (f: Facts) => `${f.who} read what was said on the call of ${f.when}`,
    'recording-heard': (f: Facts) => `${f.who} listened to the recording of the call of ${f.when}`,
    'questions-read': (f: Facts) => `${f.who} read the questions of callers that had no answer`,
    'calendar-opened': (f: Facts) => `${f.who} made the secret address of the calendar`,
    'calendar-closed': (f: Facts) => `${f.who} gave the secret address of the calendar up`,
    'calendar-renamed': (f: Facts) => `${f.who} renamed the calendar “${f.from}” to “${f.to}”`,
    'calendar-removed': (f: Facts) =>
      f.count === 0
        ? `${f.who} removed the calendar “${f.name}”`
        : `${f.who} removed the calendar “${f.name}” and cancelled its appointments ahead (${f.count})`,
    'limit-set': (f: Facts) => `${f.who} set the monthly limit to ${f.amount}`,
    'limit-removed': (f: Facts) => `${f.who} removed the monthly limit`,
    'limit-words-changed': (f: Facts) => `${f.who} changed what ${f.number} says once the limit is reached`,
    'limit-passed': (f: Facts) => `The monthly limit was reached: ${f.number} answers with your message`,
    'limit-lifted': (f: Facts) => `${f.number} answers as published again`,
    'alert-channel-added': (f: Facts) => `${f.who} had alerts sent to ${f.name}`,
    'alert-channel-changed': (f: Facts) => `${f.who} changed which alerts go to ${f.name}`,
    'alert-channel-removed': (f: Facts) => `${f.who} had alerts no longer sent to ${f.name}`,
    'test-call': (f: Facts) => `${f.who} talked to “${f.flow}” in a test call`,
    'schedule-set': (f: Facts) => `${f.who} set who answers ${f.number} by opening hours`,
    'schedule-ended': (f: Facts) => `${f.who} let one flow answer ${f.number} at all hours again`,
    'link-on': (f: Facts) => `${f.who} switched the browser link of “${f.flow}” on`,
    'link-paused': (f: Facts) => `${f.who} paused the browser link of “${f.flow}”`,
    'link-resumed': (f: Facts) => `${f.who} resumed the browser link of “${f.flow}”`,
    'link-off': (f: Facts) => `${f.who} switched the browser link of “${f.flow}” off`,
    'link-renewed': (f: Facts) =>
      `${f.who} renewed the browser link of “${f.flow}”: the former address leads nowhere`,
    'tests-kept': (f: Facts) =>
      f.count === 1 ? `${f.who} kept a test of “${f.flow}”` : `${f.who} kept ${f.count} tests of “${f.flow}”`,
    'tests-removed': (f: Facts) =>
      f.count === 1
        ? `${f.who} deleted a test of “${f.flow}”`
        : `${f.who} deleted ${f.count} tests of “${f.flow}”`,
  },
};
