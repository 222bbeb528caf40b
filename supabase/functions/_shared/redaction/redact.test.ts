import { expect, it } from 'vitest';
import { HIDDEN_KINDS } from '../../../../src/publish/hidden-kinds.ts';
import { redact } from './redact.ts';

const NOW = Date.UTC(2026, 10, 30);
const hide = (text: string, before = '') =>
  redact(text, { kinds: new Set(HIDDEN_KINDS), countries: ['FR', 'GB', 'US'], now: NOW, before });

it.each([
  ['Mon numéro est le 06 12 34 56 78, merci.', 'Mon numéro est le •••, merci.'],
  ['+33612345678', '•••'],
  ['+33 (0)6 12 34 56 78', '•••'],
  ['0033 6 12 34 56 78 !', '••• !'],
  ['zéro six douze trente-quatre cinquante-six soixante-dix-huit', '•••'],
  ['zéro six, douze, euh, trente-quatre, cinquante-six, soixante dix huit.', '•••.'],
  ['zero six un deux trois quatre cinq six sept huit', '•••'],
  ['plus trente-trois six douze trente-quatre cinquante-six soixante-dix-huit', '•••'],
  ['zéro six cent douze trois cent quarante-cinq six cent soixante-dix-huit', '•••'],
  ['zéro six douze trente-quatre soixante dix-huit', '•••'],
  ['le zéro six douze soixante-dix-huit soixante dix-huit, merci', 'le •••, merci'],
  ["It's oh two oh seven nine four six double oh one eight", "It's •••"],
  ['Call (415) 555-2671.', 'Call •••.'.replace('•••', '(•••')],
  ['four two four two four two four two four two four two four two four two', '•••'],
  ['4242 4242 4242 4242', '•••'],
  [
    'quarante-deux quarante-deux quarante-deux quarante-deux quarante-deux quarante-deux quarante-deux quarante-deux',
    '•••',
  ],
  ['FR76 3000 6000 0112 3456 7890 189', '•••'],
  ['fr7630006000011234567890189.', '•••.'],
  ['GB29 NWBK 6016 1331 9268 19', '•••'],
  [
    'f r sept six trois zéro zéro zéro six zéro zéro zéro zéro un un deux trois quatre cinq six sept huit neuf zéro un huit neuf',
    '•••',
  ],
  ['2 55 08 14 168 025 38', '•••'],
  ['255081416802538', '•••'],
  ['ma sécu : 2 55 08 14 168 025', 'ma sécu : •••'],
  ['jeanne.martin@example.fr', '•••'],
  ['jeanne point martin arobase gmail point com', '•••'],
  ['my mail is jeanne dot martin at example dot co dot uk', 'my mail is •••'],
  ['né le 12/03/1985 à Lyon', 'né le ••• à Lyon'],
  ['le douze mars mille neuf cent quatre-vingt-cinq', 'le •••'],
  ['March twelfth, nineteen eighty-five', '•••'],
  ['born on the 3rd of May 2026', 'born on the •••'],
  ['12 mars 85', '•••'],
])('%s', (text, hidden) => {
  expect(hide(text)).toBe(hidden);
  expect(hide(hidden)).toBe(hidden);
});

it.each([
  'Mon SIREN est le 732 829 320.',
  'SIRET 732 829 320 00074',
  'La commande 10612345678 est prête.',
  'Rendez-vous le 06/12/2026 à 14:30.',
  'Rendez-vous le 06/12/2026 14h30, 2 personnes.',
  'le 12 mars 2027 à 10 h 30',
  'on the 4th of January 2027 at 10 am',
  'Cela fait 1 234 567,89 €.',
  'Le code est 4 2 4 2.',
  '75011 Paris, 12 rue de la Paix, bâtiment 3',
  'une table pour quatre à vingt heures trente',
  'Le 12 mars 10 h, ou le 13 mars 11 h',
  'je viens avec deux, trois ou quatre amis, cinq au plus',
  'Le point de départ est à Lyon.',
  'EAN 3017620422003',
  '4111 1111 1111 1112',
  'from 9 am to 5 pm, 7 days a week',
  'rendez-vous demain à 9 heures 15',
])('stays: %s', (text) => {
  expect(hide(text)).toBe(text);
});
