/** What sort of thing an information probably is, by its name in English or French. A first guess that the person can change. Pure. */
import type { InformationType } from '../flow/document.ts';

/** The first that fits counts. Without accents. */
const SIGNS: readonly (readonly [InformationType, RegExp])[] = [
  ['email', /\be-?mail|courriel|\bmel\b/],
  ['phone', /phone|\btel\b|\bmobile\b|portable|rappel(?:er)?\b|call ?back/],
  ['address', /address|adresse|\bstreet\b|\brue\b/],
  ['time', /\btime\b|\bheures?\b|horaire/],
  ['date', /\bdate|\bday\b|\bjour\b|birth|naissance/],
  ['number', /\bnumber of\b|\bhow many\b|\bnombre\b|combien|quantit|\bguests\b|\bcouverts\b|\bage\b/],
  ['name', /\bname\b|\bnom\b|prenom|surname/],
];

export function guessType(name: string): InformationType {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return SIGNS.find(([, sign]) => sign.test(plain))?.[0] ?? 'text';
}
