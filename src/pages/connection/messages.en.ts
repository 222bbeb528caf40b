/** Words of the Vapi connection, in English. */
import { pluralEn } from '../../i18n/plural.ts';

export const en = {
  title: 'Vapi connection',
  lead: 'The account at Vapi through which this workspace telephones.',
  back: 'Settings',
  own: 'Your own account',
  connected: (endsIn: string) => `Connected with a key that ends in …${endsIn}`,
  facts: (region: string, date: string) => `Region: ${region} · tested on ${date}`,
  signed: 'News of calls arrives at once; appointments and messages work during a call.',
  unsigned:
    'Calls are answered, but without a signature their news comes up to 15 minutes late, and appointments, messages and connected tools take their way out “did not work”.',
  common: 'This workspace uses the account of this installation.',
  commonSandbox: 'This workspace uses the sandbox of this machine: no real telephone rings.',
  nothing: 'No telephone service is connected yet. Connect an account at Vapi to rehearse and publish.',
  regions: { us: 'United States', eu: 'European Union', sandbox: 'Sandbox of this machine' },
  regionHints: {
    us: 'The usual one',
    eu: 'A separate account, which Vapi opens on request only',
    sandbox: 'For trying this page out',
  },
  region: 'Region of the account',
  connect: 'Connect an account',
  replace: 'Replace the key',
  test: 'Test',
  tested: 'Vapi accepts the key.',
  remove: 'Disconnect',
  removeTitle: 'Disconnect this account?',
  removed: 'The account is disconnected.',
  key: 'Private key',
  keyHint: 'At Vapi: Organization, API Keys, Private Key. It is encrypted and never shown again.',
  needKey: 'Paste the private key.',
  signature: 'Signature of notifications (recommended)',
  signatureHint:
    'At Vapi, create a custom credential: HMAC, SHA-256, hexadecimal, header x-signature, timestamp header x-timestamp, payload {timestamp}.{body}. Then enter its id and its secret here.',
  credentialId: 'Id of the credential',
  secret: 'Secret of the credential',
  needBoth: 'Enter both the id and the secret, or neither.',
  badSecret: 'A secret has at least 8 characters, and no spaces.',
  replaceSignature: 'Replace the signature',
  addSignature: 'Add a signature',
  replaceSignatureHint:
    'Enter the new secret here first, then at Vapi: change the secret of the credential, or create another credential and publish your flows again. Meanwhile both secrets are accepted, so no news of calls is lost.',
  newSecret: 'New secret',
  needSecret: 'Enter the id of the credential and its new secret, of 8 characters at least.',
  saveSignature: 'Accept the new secret',
  replacedSignature: 'The new secret is accepted. Now change it at Vapi.',
  replacing: (date: string) => `The signature is being replaced since ${date}: both secrets are accepted.`,
  newUnseen: 'Nothing was signed with the new secret yet: enter it at Vapi.',
  newSeen: (time: string) => `The new one was last used on ${time}.`,
  formerSeen: (time: string) => `The former one was last used on ${time}.`,
  formerNumbers: (count: number) =>
    pluralEn(count, {
      one: 'One number still answers with the former credential: publish its flow again.',
      other: '# numbers still answer with the former credential: publish their flows again.',
    }),
  retiresItself: 'Once nothing has used the former secret for a day, it is forgotten by itself.',
  retire: 'Refuse the former secret now',
  retireTitle: 'Refuse the former secret from now on?',
  retireText:
    'Do this if it got into wrong hands. Whatever Vapi still signs with it is refused: news of those calls comes up to 15 minutes late, and their appointments, messages and connected tools take their way out “did not work”.',
  retired: 'The former secret is refused from now on.',
  save: 'Test and connect',
  saved: 'The account is connected.',
  savedSame: 'The key is replaced. Everything made in this account is in use again.',
  onlyOwners: 'Owners of the workspace connect an account.',
  leaves: ({ numbers, inService, files }: Left) =>
    `If this is another account: ${pluralEn(numbers, { one: '# number stays', other: '# numbers stay' })} in the present one, ${pluralEn(inService, { zero: 'none of which answers calls', one: '# of which goes on answering calls as it is', other: '# of which go on answering calls as they are' })}, and AlloKoli no longer changes them or hears of their calls. ${pluralEn(files, { zero: 'No document has', one: '# document has', other: '# documents have' })} to be uploaded again. Take a number in the new account and publish again; when the present account is connected again, all of it is back.`,
};

/** What stays behind in the account that is left. */
export interface Left {
  readonly numbers: number;
  readonly inService: number;
  readonly files: number;
}
