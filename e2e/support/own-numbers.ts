/** A number at each provider: what somebody enters wrongly first, and keys that the sandbox takes. Knows no page. */
import type { WORDS } from './words.ts';

type AddWords = (typeof WORDS)['fr']['addNumber'];
type Field = keyof AddWords['fieldHints'] & keyof AddWords['fields'];

interface OwnNumber {
  readonly provider: keyof AddWords['providers'];
  /** Its name among the words of the list of numbers. */
  readonly listed: keyof (typeof WORDS)['fr']['numbers']['providers'];
  /** Reserved for fiction by the French regulator (01 99 00 00 00 to 99 99). */
  readonly number: string;
  /** Field, text, and the sentence that it gets. */
  readonly wrong: readonly (readonly [Field, string, keyof AddWords['fieldErrors']])[];
  readonly good: readonly (readonly [Field, string])[];
  /** Its carrier has to be told where calls go. */
  readonly isTrunk: boolean;
}

const HEX = '0123456789abcdef';
export const ACCOUNT_SID = `AC${HEX}${HEX}`;

export const OWN_NUMBERS: readonly OwnNumber[] = [
  {
    provider: 'twilio',
    listed: 'twilio',
    number: '+33199001201',
    wrong: [
      ['accountSid', 'AC12', 'accountSid'],
      ['authToken', 'my token', 'authToken'],
    ],
    good: [
      ['accountSid', ACCOUNT_SID],
      ['authToken', HEX + HEX],
    ],
    isTrunk: false,
  },
  {
    provider: 'telnyx',
    listed: 'telnyx',
    number: '+33199001202',
    wrong: [['telnyxKey', '0123456789abcdef', 'telnyxKey']],
    good: [['telnyxKey', `KEY${HEX}`]],
    isTrunk: false,
  },
  {
    provider: 'vonage',
    listed: 'vonage',
    number: '+33199001203',
    wrong: [
      ['vonageKey', '1234', 'vonageKey'],
      ['vonageSecret', 'short', 'vonageSecret'],
    ],
    good: [
      ['vonageKey', '0123abcd'],
      ['vonageSecret', 'a-long-secret'],
    ],
    isTrunk: false,
  },
  {
    provider: 'sip',
    listed: 'byo-phone-number',
    number: '+33199001204',
    wrong: [
      ['address', 'sip.example.com', 'address'],
      ['user', 'zoe', 'login'],
    ],
    good: [
      ['address', '203.0.113.7'],
      ['password', 'a-password'],
    ],
    isTrunk: true,
  },
];
