/** The id of a new information, made from its name: it is also the variable's name at Vapi. Pure. */
import type { InformationId } from '../../flow/document.ts';
import { RESERVED_INFORMATION } from '../../flow/reserved-information.ts';

const LONGEST = 40;

/** `Nom du patient` → `nom_du_patient`; numbered when taken, or when Vapi has a variable of that name. Matches `^[a-zA-Z][a-zA-Z0-9_]*$`. */
export function informationId(name: string, taken: ReadonlySet<string>): InformationId {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[^a-z]+|_+$/g, '')
    .slice(0, LONGEST - 4);
  const base = plain === '' ? 'information' : plain;
  let id = base;
  for (let number = 2; taken.has(id) || RESERVED_INFORMATION.has(id); number += 1) id = `${base}_${number}`;
  return id as InformationId;
}
