/** The line that says a machine speaks can be reworded, not removed and not denied. */
import { expect, it } from 'vitest';
import { discloses, spokenDisclosure } from './disclosure.ts';

it.each([
  ['fr', 'Je suis l’assistant vocal automatisé du cabinet.', true],
  ['fr', 'Vous parlez à une intelligence artificielle.', true],
  ['fr', 'Ici Camille, votre assistante virtuelle.', true],
  ['fr', 'Je suis Camille, du secrétariat.', false],
  ['fr', 'Je ne suis pas un robot.', false],
  ['fr', 'Je m’appelle Iannis.', false],
  ['fr', '', false],
  ['fr', '{{robot}}', false],
  ['en', 'I am an automated assistant.', true],
  ['en', 'You are speaking with our AI.', true],
  ['en', 'I am a real person, not a robot.', false],
  ['en', 'This is Maintenance speaking.', false],
] as const)('%s: «%s» is %s', (language, wording, expected) => {
  expect(discloses(wording, language)).toBe(expected);
});

it.each(['en', 'fr'] as const)('the standard sentence discloses in %s', (language) => {
  expect(discloses(spokenDisclosure(language), language)).toBe(true);
});
