/** Problems of an import: codes, and the guesses that somebody must look at. Knows no sentence and no file format. */
import type { Place, Problem, Severity } from '../flow/problem.ts';

/** Why a file, or a part of it, could not be taken in. `params.path` is a JSON path. */
export const IMPORT_CODES = [
  'import/too-large',
  'import/not-json',
  'import/too-deep',
  'import/string-too-long',
  'import/forbidden-key',
  'import/not-finite',
  'import/lone-surrogate',
  'import/unknown-format',
  'import/no-steps',
  'import/too-many-steps',
  'import/too-many-links',
  'import/too-much-information',
  'import/duplicate-id',
  'import/dangling-link',
  'import/unreadable-part',
  'import/please-check',
] as const;
export type ImportCode = (typeof IMPORT_CODES)[number];

/** What was guessed, left out or added. Each is said in both languages. */
export const GUESSES = [
  'disclosure-added',
  'disclosure-moved',
  'greeting-added',
  'closing-added',
  'language',
  'name-added',
  'question-added',
  'instructions-left-out',
  'whole-prompt',
  'shortened',
  'mark-removed',
  'information-type',
  'answer-kept',
  'never-collected',
  'choice-from-condition',
  'choice-from-title',
  'second-choice-added',
  'condition-dropped',
  'rule-from-condition',
  'rule-rounded',
  'rule-as-choice',
  'gives-up',
  'asks-again',
  'goes-on',
  'ends-here',
  'refusal-from-condition',
  'failure-from-condition',
  'at-any-time',
  'at-any-time-unplaced',
  'no-number',
  'number-left-out',
  'people-left-out',
  'secret-removed',
  'request-as-sentence',
  'request-changed',
  'tool-not-in-file',
  'tool-left-out',
  'assistant-not-in-file',
  'block-left-out',
  'settings-left-out',
  'start-chosen',
  'never-reached',
] as const;
export type Guess = (typeof GUESSES)[number];

/** A problem of the file itself. */
export function fileProblem(
  code: Exclude<ImportCode, 'import/please-check'>,
  path: string,
  params: Problem['params'] = {},
  severity: Severity = 'error',
): Problem {
  return { code, severity, at: {}, params: { path: path.slice(0, 300), ...params } };
}

/** Something to look at: `text` quotes what it is about, shortened. */
export function pleaseCheck(
  guess: Guess,
  at: Place,
  path: string,
  text = '',
  severity: Severity = 'hint',
): Problem {
  // Whole prompts come here, and of each only the beginning is quoted.
  const quoted = [...text.trimStart().slice(0, 1_000).replaceAll(/\s+/g, ' ').trim()];
  return {
    code: 'import/please-check',
    severity,
    at,
    params: {
      guess,
      path: path.slice(0, 300),
      text: quoted.length > 200 ? `${quoted.slice(0, 199).join('')}…` : quoted.join(''),
    },
  };
}
