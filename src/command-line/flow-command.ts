/** What `npm run flow` does with its words. Knows no process: what it prints goes to whoever asked. */
import { problemSentences } from '../flow-words/problem-sentences.ts';
import type { WordsOfKind } from '../flow-words/step-words.ts';
import type { ScreenLanguage } from '../i18n/messages.ts';
import { registry } from '../kinds/registry.ts';
import type { Result } from '../lib/result.ts';
import { type Answer, COMMANDS, diffFiles } from './commands.ts';
import { templateIds } from './files.ts';
import { loadKindWords } from './kind-words.ts';
import { commandMessages } from './messages.ts';
import { type Options, readOptions } from './options.ts';

export interface Terminal {
  /** Data. */
  out(text: string): void;
  /** Sentences. */
  err(text: string): void;
}

/** Gives back the exit code: 1 when something is wrong. */
export async function flowCommand(words: readonly string[], terminal: Terminal): Promise<0 | 1> {
  const read = readOptions(words);
  if (!read.ok) return refuse(read.failure.sentence, read.failure.language, terminal);
  if (!read.value.help) return run(read.value, terminal);
  terminal.out(`${usage(read.value.language)}\n`);
  return 0;
}

async function run(options: Options, terminal: Terminal): Promise<0 | 1> {
  const { command, files, language } = options;
  const words = commandMessages[language];
  if (command === undefined) return refuse('', language, terminal);
  const isDiff = command === 'diff';
  if (!isDiff && !Object.hasOwn(COMMANDS, command))
    return refuse(words.unknownCommand(command), language, terminal);
  if (files.length === 0) return refuse(words.needsFile, language, terminal);
  const [before, after, ...others] = files;
  if (isDiff && (after === undefined || others.length > 0))
    return refuse(words.needsTwoFiles, language, terminal);

  const wordsOf = await loadKindWords(language);
  const answers = isDiff
    ? [['', diffFiles([before!, after!], options, wordsOf)] as const]
    : files.map((file) => [file, COMMANDS[command]!(file, options, wordsOf)] as const);
  const told: Told[] = [];
  for (const [file, answering] of answers)
    told.push(tell(file, await answering, language, wordsOf, terminal));
  print(
    told.map(({ output }) => output),
    terminal,
  );
  return told.some(({ isWrong }) => isWrong) ? 1 : 0;
}

interface Told {
  readonly output: Answer['output'];
  readonly isWrong: boolean;
}

/** Writes the problems of an answer. Without an answer there is no output. */
function tell(
  file: string,
  answer: Result<Answer, string>,
  language: ScreenLanguage,
  wordsOf: WordsOfKind,
  terminal: Terminal,
): Told {
  const prefix = file === '' ? '' : `${file}: `;
  if (!answer.ok) {
    terminal.err(`${prefix}${answer.failure}\n`);
    return { output: null, isWrong: true };
  }
  const { document, problems, output } = answer.value;
  const words = commandMessages[language];
  for (const problem of problems) {
    const { step, what, todo } = problemSentences(problem, { document, registry, language, wordsOf });
    const place = problem.at.node === undefined ? '' : ` ${problem.at.node}`;
    const sentence = todo === '' ? closed(what) : `${closed(what)} ${todo}`;
    const line = words.problem(words.severity[problem.severity], step, sentence);
    terminal.err(`${prefix}${line} [${problem.code}${place}]\n`);
  }
  return { output, isWrong: problems.some(({ severity }) => severity === 'error') };
}

/** One answer as it is, several as a list; texts one after the other. */
function print(outputs: readonly Answer['output'][], terminal: Terminal): void {
  const found = outputs.filter((output) => output !== null);
  const texts = found.flatMap((output) => ('text' in output ? [output.text] : []));
  const values = found.flatMap((output) => ('json' in output ? [output.json] : []));
  if (texts.length > 0) terminal.out(texts.join('\n'));
  else if (values.length > 0)
    terminal.out(`${JSON.stringify(outputs.length === 1 ? values[0] : values, null, 2)}\n`);
}

function closed(sentence: string): string {
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
}

function usage(language: ScreenLanguage): string {
  return commandMessages[language].usage(templateIds());
}

function refuse(sentence: string, language: ScreenLanguage, terminal: Terminal): 1 {
  terminal.err(`${sentence === '' ? '' : `${sentence}\n\n`}${usage(language)}\n`);
  return 1;
}
