/** Three callers of a shop: one who has a question, one who does not find the number, one who wants to send something back. */
import { type Caller, SUNDAY_NIGHT, TUESDAY_NOON } from '../template.ts';

export const callers: readonly Caller[] = [
  {
    id: 'easy',
    at: TUESDAY_NOON,
    lines: {
      fr: [
        'Bonjour, j’ai une question sur la boutique.',
        'Quels sont vos délais de livraison ?',
        'Et combien coûte l’expédition ?',
        'C’est tout, merci.',
      ],
      en: [
        'Hello, I have a question about the shop.',
        'How long does delivery take?',
        'And what are the shipping costs?',
        'That is all, thank you.',
      ],
    },
    reaches: 'bye',
  },
  {
    id: 'confused',
    at: SUNDAY_NIGHT,
    // Nothing is connected yet: whoever looks for a parcel is called back.
    lines: {
      fr: [
        'Allô ? Où en est ma commande ?',
        'B comme Bernard, 1024.',
        'Oui.',
        '06 98 76 54 32',
        'Mon colis n’est pas là.',
        'Paul Petit',
        '06 98 76 54 32',
      ],
      en: [
        'Hello? Where is my order?',
        'B as in Bernard, 1024.',
        'Yes.',
        '020 7946 0999',
        'My parcel is not here.',
        'Paul Little',
        '020 7946 0999',
      ],
    },
    reaches: 'noted',
  },
  {
    id: 'difficult',
    at: TUESDAY_NOON,
    lines: {
      fr: [
        'Je veux me faire rembourser.',
        'Une lampe.',
        'Elle ne me plaît pas.',
        'Lise Moreau',
        '06 11 22 33 44',
        'Non.',
        'Le téléphone, c’est 06 11 22 33 55.',
        'Oui.',
      ],
      en: [
        'I want a refund.',
        'A lamp.',
        'I do not like it.',
        'Liz Moore',
        '020 7946 0777',
        'No.',
        'The telephone number is 020 7946 0778.',
        'Yes.',
      ],
    },
    reaches: 'return-noted',
  },
];
