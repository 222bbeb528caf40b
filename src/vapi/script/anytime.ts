/**
 * The lines of the script that hold in every step ("at any time"): written for a language model, read back by the
 * sandbox. Pure; knows no drawing.
 */
import { fill, match } from './phrases.ts';
import {
  type ScriptLanguage,
  SPOKEN_RULES,
  type SpokenRule,
  type Target,
  type WheneverLine,
} from './script.ts';

interface AnytimePhrases {
  readonly heading: string;
  readonly intro: string;
  readonly rules: Readonly<Record<SpokenRule, string>>;
  readonly phrases: string;
  readonly say: string;
  readonly speak: string;
  readonly goOn: string;
  readonly back: string;
}

const en: AnytimePhrases = {
  heading: '# At any time',
  intro:
    'In every step, whatever has just been asked, listen for the cases below. What the step itself waits for comes first: a choice or an answer that fits it. In one of these cases do what its lines say, and nothing else.',
  rules: {
    'wants-human': '- If the person wants to speak to a human being:',
    emergency: '- If somebody seems to be in danger:',
    robot: '- If the person asks whether you are a machine:',
    unclear:
      '- If you have asked the same question twice without understanding, and the step has no way for this:',
    language: '- If the person speaks another language or asks for one:',
    angry: '- If the person is angry or insulting:',
  },
  phrases: '  They may say: {phrases}',
  say: '  Say exactly: “{text}”',
  speak: '  Call the tool {tool}, without a word of your own: it speaks by itself. Repeat nothing.',
  goOn: '  Then {target}.',
  back: '  Then return to the step you were in and put its question again.',
};

const fr: AnytimePhrases = {
  heading: '# À tout moment',
  intro:
    'À chaque étape, quelle que soit la question posée, guette les cas ci-dessous. Ce que l’étape attend elle-même passe avant : un choix ou une réponse qui lui convient. Dans l’un de ces cas, fais ce que disent ses lignes, et rien d’autre.',
  rules: {
    'wants-human': '- Si la personne veut parler à un être humain :',
    emergency: '- Si quelqu’un semble en danger :',
    robot: '- Si la personne demande si tu es une machine :',
    unclear:
      '- Si tu as posé deux fois la même question sans comprendre, et que l’étape ne prévoit rien pour cela :',
    language: '- Si la personne parle une autre langue ou en demande une :',
    angry: '- Si la personne est en colère ou insultante :',
  },
  phrases: '  Elle peut dire : {phrases}',
  say: '  Dis exactement : « {text} »',
  speak: '  Appelle l’outil {tool}, sans rien dire toi-même : il parle de lui-même. Ne répète rien.',
  goOn: '  Ensuite, {target}.',
  back: '  Ensuite, reviens à l’étape où tu étais et repose sa question.',
};

const ANYTIME: Readonly<Record<ScriptLanguage, AnytimePhrases>> = { en, fr };

/** How texts and ways are written in this script. */
export interface Pen {
  readonly oneLine: (text: string) => string;
  readonly list: (texts: readonly string[]) => string;
  readonly target: (to: Target) => string;
}

/** The section; no line at all when no rule is on. */
export function printAnytime(rules: readonly WheneverLine[], language: ScriptLanguage, pen: Pen): string[] {
  if (rules.length === 0) return [];
  const words = ANYTIME[language];
  return [
    words.heading,
    words.intro,
    ...rules.flatMap((line) => [
      words.rules[line.rule],
      ...(line.phrases.length === 0 ? [] : [fill(words.phrases, { phrases: pen.list(line.phrases) })]),
      ...(line.speak === undefined ? [] : [fill(words.speak, { tool: line.speak })]),
      ...(line.say === '' ? [] : [fill(words.say, { text: pen.oneLine(line.say) })]),
      line.to === 'back' ? words.back : fill(words.goOn, { target: pen.target(line.to) }),
    ]),
    '',
  ];
}

/** The rules of a rendered prompt; none when it has no such section. A rule without its last line is left out. */
export function readAnytime(
  lines: readonly string[],
  language: ScriptLanguage,
  readTarget: (text: string | undefined) => Target | null,
): WheneverLine[] {
  const words = ANYTIME[language];
  const start = lines.indexOf(words.heading);
  const rules: WheneverLine[] = [];
  let open: Omit<WheneverLine, 'to'> | null = null;
  for (const line of start < 0 ? [] : lines.slice(start + 1)) {
    if (line.startsWith('# ')) break;
    const rule = SPOKEN_RULES.find((candidate) => words.rules[candidate] === line);
    if (rule) open = { rule, phrases: [], say: '' };
    if (rule || !open) continue;
    const phrases = match(words.phrases, line);
    const say = match(words.say, line);
    const speak = match(words.speak, line);
    const to = line === words.back ? 'back' : readTarget(match(words.goOn, line)?.target);
    if (phrases)
      open = { ...open, phrases: (phrases.phrases ?? '').split(' / ').filter((one) => one !== '') };
    else if (say) open = { ...open, say: say.text ?? '' };
    else if (speak) open = { ...open, speak: speak.tool ?? '' };
    else if (to) {
      rules.push({ ...open, to });
      open = null;
    }
  }
  return rules;
}
