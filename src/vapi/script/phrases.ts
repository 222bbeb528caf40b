/**
 * The sentences of the step script in each language. Every phrase serves twice: filled it is written into the
 * prompt, as a pattern it is read back. Knows no drawing.
 */
import type { ScriptLanguage, ValueType } from './script.ts';

/** `{name}` stands for a value; the last value of a phrase takes the rest of its line. */
export interface Phrases {
  readonly heading: string;
  readonly rule: string;
  readonly begin: string;
  readonly opened: string;
  readonly progress: string;
  readonly step: string;
  readonly toStep: string;
  readonly toTool: string;
  readonly sayExactly: string;
  readonly sayFreely: string;
  readonly andThen: string;
  readonly keep: string;
  readonly speak: string;
  readonly askFor: string;
  readonly items: string;
  readonly item: string;
  readonly optionalItem: string;
  readonly oneOf: string;
  readonly skipKnown: string;
  readonly readBack: string;
  readonly askOnce: string;
  readonly retryOnce: string;
  readonly retries: string;
  readonly whenGiven: string;
  readonly whenRefused: string;
  readonly byAnswer: string;
  readonly choice: string;
  readonly examples: string;
  readonly counterExamples: string;
  readonly otherwise: string;
  readonly otherwiseAtOnce: string;
  readonly otherwiseAfter: string;
  readonly onlyFacts: string;
  readonly factsFirst: string;
  readonly factQuestion: string;
  readonly factAnswer: string;
  readonly lookUp: string;
  readonly anythingElse: string;
  readonly whenSatisfied: string;
  readonly ifUnknown: string;
  readonly compute: string;
  readonly computeAlone: string;
  readonly outcome: string;
  readonly outcomeSaying: string;
  readonly success: string;
  readonly keeps: string;
  readonly ifFailed: string;
  readonly transfer: string;
  readonly transferAmong: string;
  readonly transferTo: string;
  readonly ifNobody: string;
  readonly end: string;
  readonly go: string;
  readonly types: Readonly<Record<Exclude<ValueType, 'choice'>, string>>;
}

const en: Phrases = {
  heading: '# Steps',
  rule: 'Follow the steps below in order, one at a time. Titles and numbers of steps, and the names of tools and of information, are never spoken.',
  begin: 'Begin with step {number}.',
  opened: 'The greeting has already opened step {number}: listen to the answer, do not ask again.',
  progress:
    'On entering a step, first call the tool {tool} with its number and the information known so far, without mentioning it.',
  step: '## Step {number}. {title}',
  toStep: 'go to step {number}',
  toTool: 'call the tool {tool} at once, without announcing it',
  sayExactly: 'Say exactly: “{text}”',
  sayFreely: 'Say, in your own words: {text}',
  andThen: 'Then {target}.',
  keep: 'Call the tool {tool} with: {uses}, and wait for its result.',
  speak:
    'Call the tool {tool}, without a word of your own: it speaks by itself. Wait for its result, repeat nothing.',
  askFor: 'Ask: “{question}”',
  items: 'Information to obtain, one at a time:',
  item: '- {key}: {label} ({type})',
  optionalItem: '- {key}: {label} ({type}), optional',
  oneOf: 'one of: {choices}',
  skipKnown: 'What the person has already said in this conversation is not asked again: take it over.',
  readBack:
    'Read it back and have it confirmed: phone numbers in small groups of digits, e-mail addresses and unusual names spelt.',
  askOnce: 'Ask each question only once: an answer that does not fit counts as a refusal.',
  retryOnce:
    'When an answer does not fit, say what is expected and ask again once; without a fitting answer then, take it as a refusal.',
  retries:
    'When an answer does not fit, say what is expected and ask again, up to {number} times; without a fitting answer then, take it as a refusal.',
  whenGiven: 'When everything is obtained, {target}.',
  whenRefused: 'If the person will not answer, {target}.',
  byAnswer: 'Depending on the answer:',
  choice: '- {label} → {target}.',
  examples: '  For example: {examples}',
  counterExamples: '  But not: {examples}',
  otherwise: 'Anything else, or still unclear after asking once more → {target}.',
  otherwiseAtOnce: 'Anything else, or unclear → {target}.',
  otherwiseAfter: 'Anything else, or still unclear after asking {number} times more → {target}.',
  onlyFacts:
    'Answer the questions of the person, whatever their wording, only from the facts below, in one or two sentences. Never invent, guess or add anything.',
  factsFirst:
    'Answer the questions of the person, whatever their wording, from the facts below, in one or two sentences. Where they say nothing, common knowledge may help, but never invent anything about this place: no price, no time, no promise.',
  factQuestion: '- Question: {question}',
  factAnswer: '  Answer: {answer}',
  lookUp:
    'For a question that the facts do not answer, call the tool {tool} with the question: what it finds counts as a fact.',
  anythingElse: 'After each answer, ask whether there is anything else.',
  whenSatisfied: 'When there is no further question, {target}.',
  ifUnknown: 'If a question still cannot be answered after asking once what is meant, {target}.',
  compute: 'Call the tool {tool} with: {uses}. Then follow its result:',
  computeAlone: 'Call the tool {tool}. Then follow its result:',
  outcome: '- result {outcome} → {target}.',
  outcomeSaying:
    '- result {outcome} → say exactly “{text}” (in square brackets: values of the result), then {target}.',
  success: '- any result without an error → {target}.',
  keeps: 'From then on, {key} is the value of {path} in its result.',
  ifFailed: 'If the tool fails or gives another result, {target}.',
  transfer: 'Pass the call on with the tool {tool}, destination {destination}, in the same reply.',
  transferAmong:
    'Pass the call on with the tool {tool}, in the same reply. Try these destinations in their order, the next one only when nobody answered the last:',
  transferTo: '- destination {destination}',
  ifNobody: 'If nobody can be reached, {target}.',
  end: 'End the call with the tool {tool}, in the same reply.',
  go: 'Go straight on: {target}.',
  types: {
    name: "a person's name",
    phone: 'a complete phone number, noted in digits, with + and country code if said',
    email: 'an e-mail address, noted as name@domain.com',
    date: 'a date of the calendar, noted as YYYY-MM-DD',
    time: 'a time of day, noted as HH:MM, 24 hours',
    number: 'a number, noted in digits, with a point for decimals',
    'yes-no': 'yes or no, noted as yes or no',
    address: 'a postal address',
    text: 'a few words',
  },
};

const fr: Phrases = {
  heading: '# Déroulé',
  rule: 'Suis les étapes ci-dessous dans l’ordre, une à la fois. Les titres et numéros d’étapes, les noms d’outils et d’informations ne se prononcent jamais.',
  begin: 'Commence par l’étape {number}.',
  opened:
    'Le message d’accueil a déjà ouvert l’étape {number} : écoute la réponse, ne repose pas la question.',
  progress:
    'En entrant dans une étape, appelle d’abord l’outil {tool} avec son numéro et les informations déjà connues, sans en parler.',
  step: '## Étape {number}. {title}',
  toStep: 'passe à l’étape {number}',
  toTool: 'appelle aussitôt l’outil {tool}, sans l’annoncer',
  sayExactly: 'Dis exactement : « {text} »',
  sayFreely: 'Dis, avec tes propres mots : {text}',
  andThen: 'Ensuite, {target}.',
  keep: 'Appelle l’outil {tool} avec : {uses}, et attends son résultat.',
  speak:
    'Appelle l’outil {tool}, sans rien dire toi-même : il parle de lui-même. Attends son résultat, ne répète rien.',
  askFor: 'Demande : « {question} »',
  items: 'Informations à obtenir, une à la fois :',
  item: '- {key} : {label} ({type})',
  optionalItem: '- {key} : {label} ({type}), facultatif',
  oneOf: 'un choix parmi : {choices}',
  skipKnown: 'Ce que la personne a déjà dit dans cette conversation n’est pas redemandé : reprends-le.',
  readBack:
    'Relis-les et fais-les confirmer : les numéros de téléphone deux chiffres à la fois, les adresses e-mail et les noms peu courants épelés.',
  askOnce: 'Ne pose chaque question qu’une fois : une réponse qui ne convient pas vaut un refus.',
  retryOnce:
    'Quand une réponse ne convient pas, dis ce qui est attendu et redemande une fois ; sans réponse qui convienne ensuite, considère-la comme un refus.',
  retries:
    'Quand une réponse ne convient pas, dis ce qui est attendu et redemande, jusqu’à {number} fois ; sans réponse qui convienne ensuite, considère-la comme un refus.',
  whenGiven: 'Quand tout est obtenu, {target}.',
  whenRefused: 'Si la personne ne veut pas répondre, {target}.',
  byAnswer: 'Selon la réponse :',
  choice: '- {label} → {target}.',
  examples: '  Par exemple : {examples}',
  counterExamples: '  Mais pas : {examples}',
  otherwise: 'Toute autre demande, ou réponse encore floue après une seconde question → {target}.',
  otherwiseAtOnce: 'Toute autre demande, ou réponse floue → {target}.',
  otherwiseAfter:
    'Toute autre demande, ou réponse encore floue après avoir redemandé {number} fois → {target}.',
  onlyFacts:
    'Réponds aux questions de la personne, quels que soient ses mots, uniquement d’après les éléments ci-dessous, en une ou deux phrases. N’invente, ne devine et n’ajoute jamais rien.',
  factsFirst:
    'Réponds aux questions de la personne, quels que soient ses mots, d’après les éléments ci-dessous, en une ou deux phrases. S’ils n’en disent rien, des connaissances générales peuvent aider, mais n’invente jamais rien sur cet établissement : ni prix, ni horaire, ni promesse.',
  factQuestion: '- Question : {question}',
  factAnswer: '  Réponse : {answer}',
  lookUp:
    'Pour une question à laquelle ces éléments ne répondent pas, appelle l’outil {tool} avec la question : ce qu’il trouve compte comme un élément.',
  anythingElse: 'Après chaque réponse, demande si la personne souhaite savoir autre chose.',
  whenSatisfied: 'Quand il n’y a plus de question, {target}.',
  ifUnknown:
    'Si une question reste sans réponse possible après avoir fait préciser une fois ce qui est demandé, {target}.',
  compute: 'Appelle l’outil {tool} avec : {uses}. Puis suis son résultat :',
  computeAlone: 'Appelle l’outil {tool}. Puis suis son résultat :',
  outcome: '- résultat {outcome} → {target}.',
  outcomeSaying:
    '- résultat {outcome} → dis exactement « {text} » (entre crochets : des valeurs du résultat), puis {target}.',
  success: '- tout résultat sans erreur → {target}.',
  keeps: 'Dès lors, {key} est la valeur de {path} dans son résultat.',
  ifFailed: 'Si l’outil échoue ou donne un autre résultat, {target}.',
  transfer: 'Transfère l’appel avec l’outil {tool}, destination {destination}, dans la même réponse.',
  transferAmong:
    'Transfère l’appel avec l’outil {tool}, dans la même réponse. Essaie ces destinations dans l’ordre, la suivante seulement quand personne n’a répondu à la précédente :',
  transferTo: '- destination {destination}',
  ifNobody: 'Si personne n’est joignable, {target}.',
  end: 'Termine l’appel avec l’outil {tool}, dans la même réponse.',
  go: 'Continue directement : {target}.',
  types: {
    name: 'un nom de personne',
    phone: 'un numéro de téléphone complet, noté en chiffres, avec + et l’indicatif du pays si dit',
    email: 'une adresse e-mail, notée nom@domaine.fr',
    date: 'une date du calendrier, notée AAAA-MM-JJ',
    time: 'une heure, notée HH:MM sur 24 heures',
    number: 'un nombre, noté en chiffres, avec un point pour les décimales',
    'yes-no': 'oui ou non, noté yes ou no',
    address: 'une adresse postale',
    text: 'quelques mots',
  },
};

export const PHRASES: Readonly<Record<ScriptLanguage, Phrases>> = { en, fr };

/** A phrase with its values put in. Pure. */
export function fill(phrase: string, values: Readonly<Record<string, string | number>>): string {
  const parts = partsOf(phrase);
  let filled = parts[0]!;
  for (let at = 1; at < parts.length; at += 2) filled += `${values[parts[at]!] ?? ''}${parts[at + 1]!}`;
  return filled;
}

const split = new Map<string, readonly string[]>();

/** The phrase cut at its values: text, name, text, name … text. Phrases are few, and each is filled for every step. */
function partsOf(phrase: string): readonly string[] {
  let parts = split.get(phrase);
  if (!parts) {
    parts = phrase.split(/\{(\w+)\}/);
    split.set(phrase, parts);
  }
  return parts;
}

/** Values that are one word; all others are text. */
const SHAPES: Readonly<Record<string, string>> = {
  number: '\\d+',
  tool: '[\\w-]+',
  key: '\\w+',
  destination: '\\S+',
};
const patterns = new Map<string, RegExp>();

/** The values of a line written with the phrase, or null when the line is not of that phrase. Pure. */
export function match(phrase: string, line: string): Readonly<Record<string, string>> | null {
  let pattern = patterns.get(phrase);
  if (!pattern) {
    const source = phrase
      .replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&')
      .replaceAll(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>${SHAPES[name] ?? '.*'})`);
    pattern = new RegExp(`^${source}$`, 'u');
    patterns.set(phrase, pattern);
  }
  const found = pattern.exec(line);
  return found ? (found.groups ?? {}) : null;
}
