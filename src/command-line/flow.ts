/**
 * `npm run -s flow -- <command> FILE…`: the engine on the command line. JSON (or Markdown) on stdout, problems as
 * sentences on stderr, exit code 1 when something is wrong. Files may be `template:<id>` too.
 */
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

const read = readOptions(process.argv.slice(2));
if (!read.ok) refuse(read.failure.sentence, read.failure.language);
else if (read.value.help) process.stdout.write(`${usage(read.value.language)}\n`);
else await run(read.value);

async function run(options: Options): Promise<void> {
  const { command, files, language } = options;
  const words = commandMessages[language];
  if (command === undefined) return refuse('', language);
  const isDiff = command === 'diff';
  if (!isDiff && !Object.hasOwn(COMMANDS, command)) return refuse(words.unknownCommand(command), language);
  if (files.length === 0) return refuse(words.needsFile, language);
  const [before, after, ...others] = files;
  if (isDiff && (after === undefined || others.length > 0)) return refuse(words.needsTwoFiles, language);

  const wordsOf = await loadKindWords(language);
  if (isDiff) {
    print([await tell('', diffFiles([before!, after!], options, wordsOf), language, wordsOf)]);
    return;
  }
  const outputs: Answer['output'][] = [];
  for (const file of files)
    outputs.push(await tell(file, COMMANDS[command]!(file, options, wordsOf), language, wordsOf));
  print(outputs);
}

/** Writes the problems of an answer and remembers that something is wrong; null when there is no answer. */
async function tell(
  file: string,
  answering: Promise<Result<Answer, string>>,
  language: ScreenLanguage,
  wordsOf: WordsOfKind,
): Promise<Answer['output']> {
  const prefix = file === '' ? '' : `${file}: `;
  const answer = await answering;
  if (!answer.ok) {
    process.stderr.write(`${prefix}${answer.failure}\n`);
    process.exitCode = 1;
    return null;
  }
  const { document, problems, output } = answer.value;
  const words = commandMessages[language];
  for (const problem of problems) {
    const { step, what, todo } = problemSentences(problem, { document, registry, language, wordsOf });
    const place = problem.at.node === undefined ? '' : ` ${problem.at.node}`;
    const sentence = todo === '' ? closed(what) : `${closed(what)} ${todo}`;
    const line = words.problem(words.severity[problem.severity], step, sentence);
    process.stderr.write(`${prefix}${line} [${problem.code}${place}]\n`);
    if (problem.severity === 'error') process.exitCode = 1;
  }
  return output;
}

/** One answer as it is, several as a list; texts one after the other. */
function print(outputs: readonly Answer['output'][]): void {
  const found = outputs.filter((output) => output !== null);
  const texts = found.flatMap((output) => ('text' in output ? [output.text] : []));
  const values = found.flatMap((output) => ('json' in output ? [output.json] : []));
  if (texts.length > 0) process.stdout.write(texts.join('\n'));
  else if (values.length > 0)
    process.stdout.write(`${JSON.stringify(outputs.length === 1 ? values[0] : values, null, 2)}\n`);
}

function closed(sentence: string): string {
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
}

function usage(language: ScreenLanguage): string {
  return commandMessages[language].usage(templateIds());
}

function refuse(sentence: string, language: ScreenLanguage): void {
  process.stderr.write(`${sentence === '' ? '' : `${sentence}\n\n`}${usage(language)}\n`);
  process.exitCode = 1;
}
