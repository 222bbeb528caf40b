/** What was asked for on the command line. Reads arguments, no files. */
import { parseArgs } from 'node:util';
import { SCREEN_LANGUAGES, type ScreenLanguage } from '../i18n/messages.ts';
import { fail, type Result, succeed } from '../lib/result.ts';
import { type CommandMessages, commandMessages } from './messages.ts';

export interface Options {
  readonly command: string | undefined;
  readonly files: readonly string[];
  readonly language: ScreenLanguage;
  readonly help: boolean;
  readonly preview: boolean;
  readonly script: string | undefined;
  readonly say: readonly string[];
  /** Milliseconds since the epoch. */
  readonly now: number | undefined;
  readonly nobodyAnswers: boolean;
  readonly pricePerMinute: number | undefined;
}

export interface Refusal {
  readonly language: ScreenLanguage;
  readonly sentence: string;
}

/** An argument that makes no sense is refused with a sentence in the language asked for, if that can be told. */
export function readOptions(args: readonly string[]): Result<Options, Refusal> {
  const parsed = parse(args);
  if (!parsed.ok) return fail({ language: 'en', sentence: commandMessages.en.badOption(parsed.failure) });
  const { values, positionals } = parsed.value;
  const language = SCREEN_LANGUAGES.find((one) => one === values.lang);
  if (!language) return fail({ language: 'en', sentence: commandMessages.en.badLanguage(values.lang) });
  const refuse = (say: (words: CommandMessages) => string) =>
    fail({ language, sentence: say(commandMessages[language]) });
  const now = values.now === undefined ? undefined : Date.parse(values.now);
  if (Number.isNaN(now)) return refuse((words) => words.badInstant(values.now!));
  const pricePerMinute = values.price === undefined ? undefined : Number(values.price);
  if (pricePerMinute !== undefined && !(pricePerMinute >= 0 && pricePerMinute < 1000))
    return refuse((words) => words.badPrice(values.price!));
  const [command, ...files] = positionals;
  return succeed({
    command,
    files,
    language,
    help: values.help,
    preview: values.preview,
    script: values.script,
    say: values.say,
    now,
    nobodyAnswers: values['nobody-answers'],
    pricePerMinute,
  });
}

function parse(args: readonly string[]) {
  try {
    return succeed(
      parseArgs({
        args: [...args],
        allowPositionals: true,
        options: {
          lang: { type: 'string', default: 'en' },
          preview: { type: 'boolean', default: false },
          script: { type: 'string' },
          say: { type: 'string', multiple: true, default: [] },
          now: { type: 'string' },
          'nobody-answers': { type: 'boolean', default: false },
          price: { type: 'string' },
          help: { type: 'boolean', default: false },
        },
      }),
    );
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}
