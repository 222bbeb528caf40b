/** Words of forwarding a line, in English. */
import type { Certainty, ForwardingLine, ForwardingMode, OperatorId } from '../../../forwarding/codes.ts';

const operators: Readonly<Record<OperatorId, string>> = {
  orange: 'Orange, Sosh',
  sfr: 'SFR, RED',
  bouygues: 'Bouygues Telecom, B&You',
  free: 'Free',
  swisscom: 'Swisscom',
  other: 'Another operator',
};
const lines: Readonly<Record<ForwardingLine, string>> = {
  mobile: 'A mobile phone',
  fixed: 'A landline or a box',
};
const modes: Readonly<Record<ForwardingMode, string>> = {
  unavailable: 'Whenever nobody can take them',
  always: 'Always',
  'no-answer': 'When nobody answers',
  busy: 'When the line is busy',
  unreachable: 'When the phone is off or without network',
};
const certainties: Readonly<Record<Certainty, string>> = {
  standard:
    'Every mobile network has this code. Whether your plan includes forwarding is for your operator to say.',
  operator: 'Your operator gives this code itself.',
  usual:
    'Many fixed networks have this code, but we have no source for your operator. If the line does not confirm it, ask them for their code.',
  unknown: 'Operators have different codes for this on fixed lines. Ask yours, or choose another way.',
};

export const en = {
  title: 'Keep your number',
  lead: (number: string) =>
    `Your line forwards its calls to ${number}. Your callers go on dialling your number.`,
  back: 'Number',
  nobody: 'Nothing answers this number yet: forwarded callers would reach nobody. Put a flow on it first.',
  choose: 'Choose a flow',
  notFound: 'This number does not exist, or not any more.',
  ownTitle: 'Which number do you want to keep?',
  own: 'Your number',
  ownHint: 'The one that your callers know: 01 42 68 53 00, or with its country code.',
  needOwn: 'This is no telephone number. Write it with + and its country code.',
  unknownOwn: 'No country gives out such a number. Go back and compare it digit by digit.',
  sameNumber: 'This is the number that it would be forwarded to. Enter the one that your callers dial.',
  lineTitle: 'What kind of line is it?',
  lines,
  lineHints: { mobile: 'With a SIM card.', fixed: 'At home or in the office, also behind an internet box.' },
  operatorTitle: 'Which operator is it with?',
  operators,
  modeTitle: 'Which calls should be forwarded?',
  modes,
  modeHints: {
    unavailable: 'You do not answer, are on the phone, or have no network. Most choose this.',
    always: 'Your phone does not ring at all.',
    'no-answer': 'Your phone rings first.',
    busy: 'Only while you are on the phone.',
    unreachable: 'Closed for the evening: switch the phone off.',
  },
  seconds: 'How long it rings first',
  secondsOf: (seconds: number) => `${seconds} seconds`,
  codeTitle: 'Dial this on your phone',
  codeHint: (own: string) =>
    `On the line ${own}, as if you called somebody. Wait for a message or a tone that confirms it.`,
  copyCode: 'Copy the code',
  copied: 'Copied.',
  notCopied: 'Your browser did not allow copying. Select the code and copy it.',
  dial: 'Open the keypad',
  dialHint: 'iPhones do not open the keypad with such a code: copy it, and paste it there.',
  certainties,
  source: 'Source',
  sources: {
    gsm: '3GPP TS 22.030 (annex B) and TS 22.082',
    swisscom: 'Swisscom, “Forward your calls”',
    o2: 'O2 Czech Republic, “Call Forwarding (fixed line)”',
  },
  read: (date: string) => `read on ${date}`,
  off: 'To switch it off',
  askNetwork: 'To see whether it is on',
  allOff: 'To switch all forwarding off',
  askOperator: 'Your operator has to set this up. Tell them: forward my calls to',
  abroad:
    'This number is in another country: your operator charges forwarded calls as calls abroad, and may not allow them.',
  costs: 'Your operator may charge forwarded calls like calls that you make.',
  dialled: 'I have dialled it',
  askedThem: 'It is set up',
  testTitle: 'Now call your number',
  testHint: (own: string) => `Call ${own} from another phone. This page notices when the call arrives.`,
  testHow: {
    unavailable: 'Do not answer the call on your line.',
    always: '',
    'no-answer': 'Do not answer the call on your line.',
    busy: 'While somebody is talking on your line.',
    unreachable: 'Switch your phone off first.',
  },
  waiting: 'Waiting for the call…',
  waited:
    'No call has arrived yet. Is the forwarding on? Dial the code again, or ask the network whether it is on.',
  testAgain: 'Wait again',
  sandboxCall: 'Play the forwarded call',
  sandboxHint:
    'Sandbox: no real phone is connected. The telephone on screen plays your operator and forwards the call.',
  arrivedTitle: 'Your calls arrive',
  arrived: (own: string, time: string) => `A call came in at ${time}. ${own} is forwarded.`,
  anyCall:
    'We noticed that a call came in on the number. Telephone networks do not tell which number it was forwarded from.',
  done: 'Done',
  later: 'Test it later',
  failedSave: 'This could not be saved.',
};
