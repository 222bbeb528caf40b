/** Words for generated drawings, in both languages: sentences that no two steps share, and that say nothing else by chance. */
import type { CallLanguage, InformationType } from '../../../flow/document.ts';

/** Nouns of which no two have a stem in common, and none is a word of the questions and answers of a call. */
const NOUNS: Readonly<Record<CallLanguage, readonly string[]>> = {
  en: (
    'apples bread candles doors engines flowers gloves hats jackets lamps mirrors nails onions pianos quilts roses shoes ' +
    'tables umbrellas violins windows zebras baskets carpets drums eggs forks gardens helmets islands jewels ladders ' +
    'magnets needles oranges pillows ribbons saddles tunnels vases wagons bottles castles dolphins feathers guitars'
  ).split(' '),
  fr: (
    'pommes bougies portes moteurs fleurs gants chapeaux vestes lampes miroirs clous oignons pianos roses souliers tables ' +
    'parapluies violons fenêtres paniers tapis tambours fourchettes rideaux jardins camions bateaux livres montres coussins ' +
    'bijoux tunnels bouteilles guitares rubans oranges dauphins aimants casques selles vases wagons plumes chaises tulipes'
  ).split(' '),
};

const LABELS: Readonly<Record<CallLanguage, Readonly<Record<InformationType, string>>>> = {
  en: {
    name: 'Owner of the',
    phone: 'Phone number for the',
    email: 'Address on the internet for the',
    date: 'Day of the',
    time: 'Hour of the',
    number: 'Number of',
    'yes-no': 'Wish for',
    choice: 'Sort of',
    address: 'Place of the',
    text: 'Remark on the',
  },
  fr: {
    name: 'Propriétaire des',
    phone: 'Téléphone pour les',
    email: 'Adresse électronique pour les',
    date: 'Jour des',
    time: 'Heure des',
    number: 'Nombre de',
    'yes-no': 'Souhait de',
    choice: 'Sorte de',
    address: 'Lieu des',
    text: 'Remarque sur les',
  },
};

const FR = {
  greeting: 'La maison des {0}, bonjour.',
  disclosure: 'Je suis l’assistant vocal automatisé.',
  say: [
    'Nous avons de beaux {0}.',
    'Les {0} sont « en réserve », à 5 % près.',
    'Pour les {0} : {chip}, c’est noté.',
  ],
  ask: ['Parlons des {0}.', 'Que faut-il savoir sur les {0} ?'],
  understand: 'C’est pour des {0} ou pour autre chose ?',
  example: 'il me faut des {0}',
  counter: 'j’ai vendu mes {0}',
  question: 'Où rangez-vous les {0} ?',
  answer: 'Les {0} sont derrière la maison.',
  invitation: 'Une question sur les {0} ?',
  confirmation: ['C’est réservé près des {0}.', 'C’est réservé près des {0} pour {when}.'],
  waiting: 'Un instant, je compte les {0}.',
  passing: 'Je vous passe le rayon des {0}.',
  closing: ['Au revoir, et bons {0}.', 'Merci {chip}, à bientôt chez les {0}.'],
  lane: ['Voici ce qu’il en est des {0}.', 'Quant aux {0}, retenez {chip} avant tout.'],
  service: 'Visite des {0}',
};
const EN: typeof FR = {
  greeting: 'The house of {0}, hello.',
  disclosure: 'I am an automated assistant.',
  say: [
    'We have fine {0}.',
    'The {0} are “in stock”, give or take 5 %.',
    'About the {0}: {chip}, it is noted.',
  ],
  ask: ['Let us talk of {0}.', 'What is there to know about the {0}?'],
  understand: 'Is it about {0} or something different?',
  example: 'I could use some {0}',
  counter: 'I sold my {0}',
  question: 'Where do you keep the {0}?',
  answer: 'The {0} are behind the house.',
  invitation: 'A question about the {0}?',
  confirmation: ['It is booked near the {0}.', 'It is booked near the {0} for {when}.'],
  waiting: 'One moment, I am counting the {0}.',
  passing: 'I am passing you on to the {0} desk.',
  closing: ['Goodbye, and fine {0}.', 'Thank you {chip}, see you at the {0}.'],
  lane: ['Here is how it stands with the {0}.', 'As for the {0}, keep {chip} in mind.'],
  service: 'Visit of the {0}',
};

export type SentenceName = keyof typeof FR;

export interface Vocabulary {
  /** A noun that was not given before. */
  noun(): string;
  /** A sentence about a new noun; `which` chooses among several, `marks` fills the others. */
  sentence(name: SentenceName, which?: number, marks?: Readonly<Record<string, string>>): string;
  label(type: InformationType): string;
}

export function vocabularyOf(language: CallLanguage): Vocabulary {
  let count = 0;
  const noun = () => {
    const nouns = NOUNS[language];
    const word = nouns[count % nouns.length]!;
    const round = Math.floor(count / nouns.length);
    count += 1;
    return round === 0 ? word : `${word} ${String.fromCodePoint(96 + round).repeat(3)}`;
  };
  const texts = language === 'fr' ? FR : EN;
  return {
    noun,
    sentence: (name, which = 0, marks = {}) => {
      const all = [texts[name]].flat();
      const text = all[which % all.length]!.replace('{0}', noun());
      return text.replaceAll(/\{(\w+)\}/g, (mark, key: string) => marks[key] ?? mark);
    },
    label: (type) => `${LABELS[language][type]} ${noun()}`,
  };
}
