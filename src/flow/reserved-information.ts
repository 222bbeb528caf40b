/**
 * Names that an information must not have: Vapi fills these variables itself (vapi-facts §2.4), so that they seem to be known
 * before anybody was asked, and our own tools have arguments of the last ones. Data only.
 */
export const RESERVED_INFORMATION: ReadonlySet<string> = new Set([
  'now',
  'date',
  'time',
  'month',
  'day',
  'year',
  'currentDateTime',
  'customer',
  'phoneNumber',
  'call',
  'transport',
  'assistant',
  'transcript',
  'messages',
  'prompt',
  'destination',
  'step',
]);
