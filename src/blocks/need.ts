/**
 * Information that blocks speak of, and how it is found again in a drawing that has it under another name: a second
 * “Telephone” would be asked for twice. Knows no block. Pure.
 */
import type {
  CallLanguage,
  FlowDocument,
  Information,
  InformationId,
  InformationType,
} from '../flow/document.ts';

export interface Need {
  /** The id that a new one gets, numbered when it is taken. */
  readonly id: string;
  readonly type: InformationType;
  readonly name: Readonly<Record<CallLanguage, string>>;
  /** Other names for the same, in any language; without accents, in small letters. */
  readonly synonyms: readonly string[];
  /** The only information of this type in a drawing is this, whatever it is called. */
  readonly isSole?: true;
}

export const NEEDS = {
  name: {
    id: 'caller_name',
    type: 'name',
    name: { en: 'Name', fr: 'Nom' },
    synonyms: [
      ...['full name', 'your name', 'caller', 'caller name', 'caller s name', 'first and last name'],
      ...['nom complet', 'votre nom', 'appelant', 'nom de l appelant', 'nom et prenom', 'prenom et nom'],
      ...['patient', 'nom du patient', 'client', 'nom du client', 'customer', 'guest', 'contact'],
    ],
  },
  phone: {
    id: 'phone',
    type: 'phone',
    name: { en: 'Telephone number', fr: 'Numéro de téléphone' },
    synonyms: [
      ...['phone', 'telephone', 'phone number', 'your number', 'mobile', 'callback number'],
      ...['numero', 'portable', 'votre numero', 'numero de rappel'],
    ],
    isSole: true,
  },
  email: {
    id: 'email',
    type: 'email',
    name: { en: 'E-mail address', fr: 'Adresse e-mail' },
    synonyms: ['e mail', 'email', 'mail', 'courriel', 'email address', 'adresse mail'],
    isSole: true,
  },
  message: {
    id: 'message',
    type: 'text',
    name: { en: 'Message', fr: 'Message' },
    synonyms: ['the message', 'le message', 'votre message', 'your message'],
  },
  consent: {
    id: 'recording_consent',
    type: 'yes-no',
    name: { en: 'Agrees to recording', fr: 'Accepte l’enregistrement' },
    synonyms: ['consent to recording', 'recording consent', 'accord d enregistrement', 'consentement'],
  },
  confirmed: {
    id: 'confirmed',
    type: 'yes-no',
    name: { en: 'Everything is right', fr: 'Tout est juste' },
    synonyms: ['confirmed', 'confirmation', 'confirme'],
  },
  correction: {
    id: 'correction',
    type: 'text',
    name: { en: 'To be corrected', fr: 'À corriger' },
    synonyms: ['correction'],
  },
} as const satisfies Readonly<Record<string, Need>>;

/** Of the same type and meaning; undefined when the drawing has none. The first one in the order of the drawing. Pure. */
export function findInformation(
  information: FlowDocument['information'],
  need: Need,
): Information | undefined {
  const ofType = Object.values<Information>(information).filter(({ type }) => type === need.type);
  const names = new Set([...Object.values(need.name).map(fold), ...need.synonyms]);
  const meant = ofType.find(({ name }) => names.has(fold(name)));
  return meant ?? (need.isSole && ofType.length === 1 ? ofType[0] : undefined);
}

/** A new information for the need; id and name are numbered when they are taken. Pure. */
export function newInformation(
  information: FlowDocument['information'],
  need: Need,
  language: CallLanguage,
): Information {
  const names = new Set(Object.values<Information>(information).map(({ name }) => fold(name)));
  const name = firstFree(need.name[language], ' ', (candidate) => names.has(fold(candidate)));
  const id = firstFree(need.id, '_', (candidate) => Object.hasOwn(information, candidate));
  return { id: id as InformationId, name, type: need.type };
}

/** `text`, `text 2`, `text 3` …: the first that is not taken. Pure. */
export function firstFree(text: string, space: string, isTaken: (candidate: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? text : `${text}${space}${number}`;
    if (!isTaken(candidate)) return candidate;
  }
}

/** Without case, accents and signs. */
function fold(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
