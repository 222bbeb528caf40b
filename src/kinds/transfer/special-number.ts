/** Numbers to which a call must not be passed without thought. By published numbering plans; pure. */
import { toE164 } from '../../flow/phone-number.ts';

/** As dialled, short numbers included: they are no E.164 numbers. */
const EMERGENCY = new Set([
  '15',
  '17',
  '18',
  '110',
  '112',
  '114',
  '115',
  '119',
  '191',
  '196',
  '911',
  '995',
  '999',
  '000',
]);

/** Whether a number is one of the emergency services, however it is written. */
export function isEmergencyNumber(written: string): boolean {
  return EMERGENCY.has(written.replaceAll(/[\s.\-/]/g, ''));
}

/**
 * Whether calling the number costs more than a usual call: French 081x, 082x, 089x and 118 (ARCEP), North American 900 and
 * 976, British 09, 084, 087 and 118, German 0900, Spanish 80x and 90x. False for what is no number.
 */
export function isPremiumNumber(written: string): boolean {
  const digits = written.replaceAll(/\D/g, '');
  if (/^118\d{3}$/.test(digits)) return true;
  const number = toE164(written);
  return number !== null && PREMIUM.test(number);
}

const PREMIUM =
  /^\+(?:338[129]\d{7}|33118\d+|1(?:900|976)\d{7}|44(?:9\d|8[47])\d{8}|49900\d{7}|34(?:80[367]|90[1257])\d{6})$/;
