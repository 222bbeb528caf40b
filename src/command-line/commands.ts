/** What each command answers: JSON or Markdown, and the problems to tell. Writes nothing itself. */
import { diffDocuments } from '../flow/diff/diff-documents.ts';
import { emptyDocument, type FlowDocument } from '../flow/document.ts';
import { estimateWay } from '../flow/estimate.ts';
import { outline } from '../flow/outline/outline.ts';
import { enumerateWays } from '../flow/paths.ts';
import type { Problem } from '../flow/problem.ts';
import { writeMarkdown } from '../flow-words/document.ts';
import { changeSentences, summariseChanges } from '../flow-words/sentences.ts';
import type { WordsOfKind } from '../flow-words/step-words.ts';
import { importFlow } from '../import/import.ts';
import { checkFlow, compileFlow, registry } from '../kinds/registry.ts';
import { fail, type Result, succeed } from '../lib/result.ts';
import { readFlowFile, readScript, readText } from './files.ts';
import { commandMessages } from './messages.ts';
import type { Options } from './options.ts';
import { rehearse } from './rehearse.ts';

export interface Answer {
  /** A value to print as JSON, or a text to print as it is; null when nothing could be made of the file. */
  readonly output: { readonly json: unknown } | { readonly text: string } | null;
  readonly document: FlowDocument;
  readonly problems: readonly Problem[];
}

type Answering = (file: string, options: Options, wordsOf: WordsOfKind) => Promise<Result<Answer, string>>;

/** Commands that take the files one by one. */
export const COMMANDS: Readonly<Record<string, Answering>> = {
  check: overFlow((document, read) => {
    const problems = [...read, ...checkFlow(document)];
    return { json: { problems }, problems };
  }),
  compile: overFlow((document, read, { preview }) => {
    const compiled = compileFlow(document, { mode: preview ? 'preview' : 'publish' });
    return {
      json: { payload: compiled.payload, manifest: compiled.manifest },
      problems: [...read, ...compiled.problems],
    };
  }),
  paths: overFlow((document, problems, { now, pricePerMinute }) => {
    const { ways, truncated } = enumerateWays(document, registry);
    const options = {
      ...(now === undefined ? {} : { now }),
      ...(pricePerMinute === undefined ? {} : { pricePerMinute }),
    };
    const estimated = ways.map((way) => ({ ...way, ...estimateWay(document, registry, way, options) }));
    return { json: { count: ways.length, truncated, ways: estimated }, problems };
  }),
  rehearse: rehearseFile,
  import: importFile,
  document: async (file, { language }, wordsOf) => {
    const read = readFlowFile(file, language);
    if (!read.ok) return read;
    const { document, problems } = read.value;
    const text = writeMarkdown(outline(document, registry), { document, language, wordsOf });
    return succeed({ output: { text }, document, problems });
  },
};

function overFlow(
  answer: (
    document: FlowDocument,
    problems: readonly Problem[],
    options: Options,
  ) => { readonly json: object; readonly problems: readonly Problem[] },
): Answering {
  return async (file, options) => {
    const read = readFlowFile(file, options.language);
    if (!read.ok) return read;
    const { document } = read.value;
    const { json, problems } = answer(document, read.value.problems, options);
    return succeed({ output: { json: { file, ...json } }, document, problems });
  };
}

async function rehearseFile(file: string, options: Options): Promise<Result<Answer, string>> {
  const { language, script, say, now, nobodyAnswers } = options;
  const read = readFlowFile(file, language);
  if (!read.ok) return read;
  const written = script === undefined ? succeed([]) : readScript(script, language);
  if (!written.ok) return written;
  const { document } = read.value;
  const problems = [...read.value.problems, ...checkFlow(document)];
  const played = await rehearse(document, [...written.value, ...say], {
    now: now ?? Date.now(),
    nobodyAnswers,
  });
  if (!played.ok) return fail(commandMessages[language].refused(played.failure));
  return succeed({ output: { json: { file, ...played.value } }, document, problems });
}

async function importFile(file: string, { language }: Options): Promise<Result<Answer, string>> {
  const text = readText(file, language);
  if (!text.ok) return text;
  const { document, problems } = importFlow(text.value);
  return succeed({
    output: document && { json: document },
    document: document ?? emptyDocument('', language),
    problems,
  });
}

/** The command that takes two files together. */
export async function diffFiles(
  [first, second]: readonly [string, string],
  { language }: Options,
  wordsOf: WordsOfKind,
): Promise<Result<Answer, string>> {
  const read = readFlowFile(first, language);
  if (!read.ok) return fail(`${first}: ${read.failure}`);
  const later = readFlowFile(second, language);
  if (!later.ok) return fail(`${second}: ${later.failure}`);
  const [before, after] = [read.value.document, later.value.document];
  const changes = diffDocuments(before, after, registry);
  const context = { before, after, registry, language, wordsOf };
  const sentences = changeSentences(changes, context);
  return succeed({
    output: {
      json: {
        changes: changes.map((change, index) => ({ ...change, sentence: sentences[index] })),
        summary: summariseChanges(changes, context),
      },
    },
    document: after,
    problems: [...read.value.problems, ...later.value.problems],
  });
}
