/** Reads a file that somebody brings, with the sentences about it. Loads the importers when they are first needed. */
import type { FlowDocument } from '../../flow/document.ts';
import type { Problem } from '../../flow/problem.ts';
import type { Imported, ImportSource } from '../../import/import.ts';

export interface Finding {
  /** The step's name; empty for what concerns the whole file. */
  readonly step: string;
  readonly what: string;
  readonly todo: string;
}

export interface BroughtFile {
  readonly name: string;
  /** Null when nothing of it could be taken in: then `findings` say why. */
  readonly document: FlowDocument | null;
  readonly source: ImportSource | null;
  readonly findings: readonly Finding[];
}

export interface ImportWords {
  say(problem: Problem, document: FlowDocument | null): Finding;
  /** Above the list of what is to be checked. */
  readonly heading: string;
}

export async function readFile(file: File, words: ImportWords): Promise<BroughtFile> {
  const [{ document, source, problems }, { withChecklist }] = await Promise.all([
    file.text().then(importText),
    import('../../import/checklist.ts'),
  ]);
  // What the analyser finds is shown on the canvas; here stands what only the import knows.
  const own = problems.filter(({ code }) => code.startsWith('import/'));
  const findings = unique(own.map((problem) => words.say(problem, document)));
  const lines = findings.map(({ step, what }) => (step === '' ? what : `${step}: ${what}`));
  return {
    name: file.name,
    source,
    findings,
    document: document && withChecklist(document, words.heading, lines),
  };
}

/** Larger ones are read and laid out beside the page: it stays alive meanwhile. */
const LARGE = 50_000;

async function importText(text: string): Promise<Imported> {
  const { importBeside, importHere } = await import('./import-beside.ts');
  // Without a worker (an old browser, a policy) the page waits a moment instead.
  return text.length > LARGE ? importBeside(text).catch(() => importHere(text)) : importHere(text);
}

function unique(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [`${finding.step} ${finding.what}`, finding])).values()];
}
