/** What the scripted model says of its own accord, in both languages. Knows no dialogue. */
import type { Item, ScriptLanguage } from '../../script/script.ts';

/** Thin no-break space before French double punctuation. */
const N = '\u202f';

interface Lines {
  readonly sorry: string;
  readonly confirm: (list: string) => string;
  readonly whichWrong: string;
  readonly open: string;
  readonly anythingElse: string;
  readonly moreWishes: string;
  readonly whichQuestion: string;
  readonly lost: string;
  readonly acknowledge: string;
  readonly done: (result: string) => string;
  readonly failed: string;
  readonly refusedByRule: string;
  readonly unreached: string;
  readonly goodbye: string;
  readonly offer: (wishes: readonly string[]) => string;
  readonly pair: (label: string, value: string) => string;
  readonly yes: string;
  readonly no: string;
  readonly notGiven: string;
  readonly question: (item: Item) => string;
}

const en: Lines = {
  sorry: 'Sorry, I did not catch that.',
  confirm: (list) => `Let me read that back. ${list}. Is that right?`,
  whichWrong: 'What should I correct?',
  open: 'How can I help you?',
  anythingElse: 'Is there anything else you would like to know?',
  moreWishes: 'Is there anything else I can do for you?',
  whichQuestion: 'Could you put your question another way?',
  lost: 'I am sorry, I cannot go on from here.',
  acknowledge: 'I understand. Is there anything else I can do for you?',
  done: (result) => `Done. ${sentence(result)}`.trim(),
  failed: 'I am sorry, that did not work.',
  refusedByRule: 'I am sorry, that is not possible right now.',
  unreached: 'I am sorry, nobody can take your call right now.',
  goodbye: 'Thank you for your call. Goodbye.',
  offer: (wishes) => `What may I do for you: ${orList(wishes, 'or')}?`,
  pair: (label, value) => `${label}: ${value}`,
  yes: 'yes',
  no: 'no',
  notGiven: 'not given',
  question: questionInEnglish,
};

const fr: Lines = {
  sorry: 'Pardon, je n’ai pas bien compris.',
  confirm: (list) => `Je récapitule${N}: ${list}. C’est bien cela${N}?`,
  whichWrong: `Que dois-je corriger${N}?`,
  open: `Que puis-je faire pour vous${N}?`,
  anythingElse: `Souhaitez-vous savoir autre chose${N}?`,
  moreWishes: `Puis-je faire autre chose pour vous${N}?`,
  whichQuestion: `Pouvez-vous poser votre question autrement${N}?`,
  lost: 'Je suis désolé, je ne peux pas aller plus loin.',
  acknowledge: `Je comprends. Puis-je faire autre chose pour vous${N}?`,
  done: (result) => `C’est fait. ${sentence(result)}`.trim(),
  failed: 'Je suis désolé, cela n’a pas fonctionné.',
  refusedByRule: 'Je suis désolé, ce n’est pas possible pour le moment.',
  unreached: 'Je suis désolé, personne ne peut prendre votre appel pour le moment.',
  goodbye: 'Merci de votre appel. Au revoir.',
  offer: (wishes) => `Que puis-je faire pour vous${N}: ${orList(wishes, 'ou')}${N}?`,
  pair: (label, value) => `${lowerFirst(label)}${N}: ${value}`,
  yes: 'oui',
  no: 'non',
  notGiven: 'non précisé',
  question: questionInFrench,
};

export const LINES: Readonly<Record<ScriptLanguage, Lines>> = { en, fr };

/** Labels that are questions already. */
const ASKS_EN = /^(what|when|where|why|how|who|which|would|will|do|does|did|is|are|can|could|have|has)\b/i;
const ASKS_FR =
  /^(que|quel|quelle|quels|quelles|quand|où|comment|combien|pourquoi|qui|est-ce|avez-vous|êtes-vous)\b/i;
/** What is told by a number and not counted. */
const MEASURED =
  /^(?:your |the |votre |l['’])?(age|âge|budget|rating|score|note|price|prix|amount|montant)\b/i;

function questionInEnglish(item: Item): string {
  const label = lowerFirst(item.label);
  if (ASKS_EN.test(label)) return `${upperFirst(label)}?`;
  switch (item.type) {
    case 'choice':
      return `${upperFirst(item.label)}: ${orList(item.choices, 'or')}?`;
    case 'yes-no':
      return `${upperFirst(item.label)}: yes or no?`;
    case 'number':
      if (MEASURED.test(label)) return `What is ${determined(label) ? label : `the ${label}`}?`;
      return label.startsWith('number of ')
        ? `How many ${label.slice(10)}?`
        : `${upperFirst(item.label)}: how many?`;
    case 'date':
      return /^(day|date)$/.test(label) ? 'For what day?' : `${upperFirst(item.label)}: what day?`;
    case 'time':
      return label === 'time' ? 'At what time?' : `${upperFirst(item.label)}: at what time?`;
    case 'text':
      return `What is ${determined(label) ? label : `the ${label}`}?`;
    default:
      return `What is ${determined(label) ? label : `your ${label}`}?`;
  }
}

function determined(label: string): boolean {
  return /^(the|a|an|your|my|our) /.test(label);
}

function questionInFrench(item: Item): string {
  const label = lowerFirst(item.label);
  if (ASKS_FR.test(label)) return `${upperFirst(label)}${N}?`;
  switch (item.type) {
    case 'choice':
      return `${upperFirst(item.label)}${N}: ${orList(item.choices, 'ou')}${N}?`;
    case 'yes-no':
      return `${upperFirst(item.label)}${N}: oui ou non${N}?`;
    case 'number':
      if (MEASURED.test(label))
        return `Pouvez-vous me donner ${/^votre /.test(label) ? label : `votre ${label}`}${N}?`;
      return /^nombre d(e |['’])/.test(label)
        ? `Combien ${label.slice(7)}${N}?`
        : `${upperFirst(item.label)}${N}: combien${N}?`;
    case 'date':
      return /^(jour|date)$/.test(label)
        ? `Pour quel jour${N}?`
        : `${upperFirst(item.label)}${N}: quel jour${N}?`;
    case 'time':
      return label === 'heure' ? `À quelle heure${N}?` : `${upperFirst(item.label)}${N}: à quelle heure${N}?`;
    case 'text':
      return `Pouvez-vous me préciser${N}: ${label}${N}?`;
    default:
      return /^(le|la|les|un|une|votre|vos|mon|ma) |^l['’]/.test(label)
        ? `Pouvez-vous me donner ${label}${N}?`
        : `Pouvez-vous me donner votre ${label}${N}?`;
  }
}

/** With a full stop where it ends without a sign. */
function sentence(text: string): string {
  return text === '' || /[.!?…]$/.test(text) ? text : `${text}.`;
}

function lowerFirst(text: string): string {
  // An abbreviation stays as it is.
  return /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function orList(choices: readonly string[], or: string): string {
  if (choices.length < 2) return choices.join('');
  return `${choices.slice(0, -1).join(', ')} ${or} ${choices.at(-1)}`;
}
