/**
 * What short instructions to a language model tell it to say: quoted words, and sentences that begin with "tell", "say",
 * "inform" and the like. Pure; knows no file format.
 */
import { isQuestion, sentencesOf } from './words.ts';

export interface Told {
  readonly text: string;
  /** Quoted: these very words. */
  readonly exactly: boolean;
}

export interface Instructions {
  readonly told: readonly Told[];
  /** Quoted words that ask something; '' when there are none. */
  readonly question: string;
  /** What is left of the instructions. */
  readonly rest: string;
}

/** Longer ones hold rules for the whole talk: what of them is to be said, and when, cannot be told. */
const LONGEST = 500;
const BEFORE = String.raw`^(?:[-*•]\s*)?(?:please|then|first|next|now|finally|politely|warmly|veuillez|puis|ensuite|d['’]abord|enfin)?,?\s*`;
const SAYS = new RegExp(
  `${BEFORE}(?:tell|say|inform|explain|announce|apologi[sz]e|thank|mention|remind|welcome|greet|reassure|wish|let (?:the |them|him|her)\\b.*\\bknow|dites|dire|informe[rz]?|explique[rz]?|annonce[rz]?|excuse[rz]|remercie[rz]?|indique[rz]?|précise[rz]?|rappelle[rz]? (?:que|à)|accueille[rz]?|salue[rz]?|rassure[rz]?|souhaite[rz]?)(?!\\p{L})`,
  'iu',
);
/** Verbs behind which quoted words are spoken. */
const QUOTES = new RegExp(
  `${BEFORE}(?:ask|confirm|respond|reply|answer|start|begin|open|introduce|read|use|demande[rz]?|confirme[rz]?|réponde[rz]|commence[rz]?|présente[rz]?|lise[rz]?|lis)(?!\\p{L})`,
  'iu',
);
/** The call has a greeting of its own. */
const GREETS = new RegExp(
  `${BEFORE}(?:greet|welcome|accueille[rz]?|salue[rz]?)\\s+(?:the |le |la |l['’])?(?:callers?|users?|customers?|clients?|appelante?|them|him)(?: (?:warmly|politely|poliment|chaleureusement))?[.!]?$`,
  'iu',
);
const AND_ASKS =
  /[,;]?\s+(?:and|then|and then|et|puis)\s+(?:ask|find out|collect|check|get|wait|offer|transfer|connect|end|hang|demande|recueille|propose|transfère|raccroche)\p{L}*(?!\p{L}).*$/isu;
const QUOTED =
  /["“«]\s*([^"“”«»]{2,1000}?)\s*["”»]|(?<=[\s:(])['‘]([^\n'‘]{2,}(?:['’]\p{L}[^\n'‘]*)*[.!?…])['’](?=[\s.,;)]|$)/gu;
/** Stands for quoted words, which may hold ends of sentences; texts of files hold no such character. */
const MARK = '\u0000';

/** Takes instructions apart. Nothing of them is lost: it is told, the question, or in the rest. */
export function readInstructions(instructions: string): Instructions {
  const nothing = { told: [], question: '', rest: instructions };
  if (instructions.length > LONGEST || /^\s*#/m.test(instructions)) return nothing;
  const quotes: string[] = [];
  const marked = instructions.replaceAll(QUOTED, (_, double?: string, single?: string) => {
    quotes.push((double ?? single ?? '').trim());
    return MARK;
  });
  const told: Told[] = [];
  const rest: string[] = [];
  let question = '';
  let at = 0;
  for (const sentence of sentencesOf(marked)) {
    const here = quotes.slice(at, at + sentence.split(MARK).length - 1);
    at += here.length;
    let back = 0;
    const whole = sentence.replaceAll(MARK, () => `“${here[back++]}”`);
    const isSaid = SAYS.test(sentence);
    if (here.length === 1 && (isSaid || QUOTES.test(sentence))) {
      const words = here[0]!;
      if (!sentencesOf(words).some(isQuestion)) told.push({ text: words, exactly: true });
      else if (question === '') question = words;
      else rest.push(whole);
    } else if (GREETS.test(sentence)) continue;
    else if (isSaid) {
      const said = whole.replace(AND_ASKS, '');
      told.push({ text: /[.!?…”]$/.test(said) ? said : `${said}.`, exactly: false });
      if (said !== whole) rest.push(whole.slice(said.length).trim());
    } else rest.push(whole);
  }
  const isUntouched = told.length === 0 && question === '';
  return isUntouched ? nothing : { told, question, rest: rest.join(' ') };
}
