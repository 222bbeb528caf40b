/** Which numbers a message may go to when somebody on the telephone names them. By published numbering plans; pure. */
import type { CallLanguage } from '../../flow/document.ts';

/** Countries in which the language of a line is at home. Elsewhere an SMS may cost many times more, which is what thieves live on. */
const HOME: Readonly<Record<CallLanguage, readonly string[]>> = {
  fr: ['+33', '+32', '+41', '+352', '+377', '+262', '+590', '+594', '+596', '+1'],
  en: ['+44', '+353', '+1', '+61', '+64'],
};

/** Whether a number (E.164) can get an SMS at all: short numbers cannot, and in France only mobile ones can (ARCEP). */
export function canGetSms(number: string): boolean {
  return /^\+[1-9]\d{9,14}$/.test(number) && (!number.startsWith('+33') || /^\+33[67]/.test(number));
}

/** Whether it lies where the line is spoken, or in the country of the number that calls. */
export function isNearby(number: string, language: CallLanguage, caller: string): boolean {
  if (HOME[language].some((code) => number.startsWith(code))) return true;
  // Country codes have one to three digits: two numbers that share three of them are of one country, or of one pair.
  return caller.length > 4 && number.slice(0, 4) === caller.slice(0, 4);
}
