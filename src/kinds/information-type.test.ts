/** A first guess of what an information is, by its name. */
import { expect, it } from 'vitest';
import { guessType } from './information-type.ts';

it.each([
  ['Numéro de téléphone', 'phone'],
  ['Phone number', 'phone'],
  ['E-mail', 'email'],
  ['Date de naissance', 'date'],
  ['Heure d’arrivée', 'time'],
  ['Nombre de couverts', 'number'],
  ['Guests', 'number'],
  ['Adresse', 'address'],
  ['Nom du patient', 'name'],
  ['Motif', 'text'],
  ['Username of the day', 'date'],
  ['', 'text'],
] as const)('%s: %s', (name, type) => {
  expect(guessType(name)).toBe(type);
});
