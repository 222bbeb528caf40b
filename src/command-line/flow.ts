/**
 * `npm run -s flow -- <command> FILE…`: the engine on the command line. JSON on stdout, problems as sentences of codes
 * on stderr, exit code 1 when something is wrong. Files may be `template:<id>` too.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { CallLanguage, FlowDocument } from '../flow/document.ts';
import { enumerateWays } from '../flow/paths.ts';
import type { Problem } from '../flow/problem.ts';
import { checkFlow, compileFlow, readFlow, registry } from '../kinds/registry.ts';
import { templates } from '../templates/registry.ts';

const USAGE = `usage: flow check|compile|paths FILE… [--lang fr|en] [--preview]

  check     problems of the drawing
  compile   the Vapi assistant or squad, and the manifest
  paths     every way a call can take

FILE is a flow as JSON, or template:<id> (${templates.map((template) => template.id).join(', ')}).`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lang: { type: 'string', default: 'en' },
    preview: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const [command, ...files] = positionals;

const COMMANDS: Readonly<
  Record<
    string,
    (
      document: FlowDocument,
      problems: readonly Problem[],
    ) => { answer: unknown; problems: readonly Problem[] }
  >
> = {
  check: (document, problems) => {
    const all = [...problems, ...checkFlow(document)];
    return { answer: { problems: all }, problems: all };
  },
  compile: (document, problems) => {
    const compiled = compileFlow(document, { mode: values.preview ? 'preview' : 'publish' });
    return {
      answer: { payload: compiled.payload, manifest: compiled.manifest },
      problems: [...problems, ...compiled.problems],
    };
  },
  paths: (document, problems) => {
    const { ways, truncated } = enumerateWays(document, registry);
    return { answer: { count: ways.length, truncated, ways }, problems };
  },
};

const run = command === undefined ? undefined : COMMANDS[command];
if (!run || files.length === 0 || values.help || (values.lang !== 'fr' && values.lang !== 'en')) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(values.help ? 0 : 1);
}

let failed = false;
const answers = files.map((file) => {
  const read = readFile(file, values.lang as CallLanguage);
  const { answer, problems } = run(read.document, read.problems);
  for (const problem of problems)
    process.stderr.write(
      `${file}: ${problem.severity} ${problem.code} ${JSON.stringify({ ...problem.at, ...problem.params })}\n`,
    );
  failed ||= problems.some((problem) => problem.severity === 'error');
  return { file, ...(answer as object) };
});
process.stdout.write(`${JSON.stringify(answers.length === 1 ? answers[0] : answers, null, 2)}\n`);
process.exitCode = failed ? 1 : 0;

function readFile(
  file: string,
  language: CallLanguage,
): { document: FlowDocument; problems: readonly Problem[] } {
  const template = templates.find((candidate) => file === `template:${candidate.id}`);
  if (template)
    return { document: template.build(language, { name: template.messages[language].place }), problems: [] };
  try {
    return readFlow(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    process.stderr.write(
      `${file}: cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    process.exit(1);
  }
}
