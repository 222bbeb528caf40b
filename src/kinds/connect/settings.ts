/** What is asked of another system, and what is kept of its answer: the settings of the step. Pure. */
import * as z from 'zod/mini';
import { type InformationId, informationIn } from '../../flow/document.ts';

export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type Method = (typeof METHODS)[number];

export const MOST_ANSWERS = 20;

export const connectSchema = z.strictObject({
  /** What it does, in a few words. */
  label: z.string().check(z.maxLength(80)),
  method: z.enum(METHODS),
  /** May hold chips in path and query. */
  url: z.string().check(z.maxLength(2000)),
  /** A value is literal text or `secret:<name>`; never a secret itself. */
  headers: z
    .array(
      z.strictObject({ name: z.string().check(z.maxLength(80)), value: z.string().check(z.maxLength(1000)) }),
    )
    .check(z.maxLength(20)),
  /** A field is an information, or fixed text when `information` is empty. */
  body: z
    .array(
      z.strictObject({
        name: z.string().check(z.maxLength(80)),
        information: z.string().check(z.maxLength(40)),
        value: z.string().check(z.maxLength(1000)),
      }),
    )
    .check(z.maxLength(40)),
  /** Which part of the answer becomes which information. */
  answers: z
    .array(
      z.strictObject({
        path: z.string().check(z.maxLength(200)),
        information: z.string().check(z.maxLength(40)),
      }),
    )
    .check(z.maxLength(MOST_ANSWERS)),
  timeoutSeconds: z.int().check(z.gte(1), z.lte(30)),
  /** Said while waiting. */
  say: z.string().check(z.maxLength(1000)),
});
export type ConnectData = z.infer<typeof connectSchema>;

/** Whether requests of the method carry fields. */
export function hasBody(method: Method): boolean {
  return method === 'POST' || method === 'PUT' || method === 'PATCH';
}

/** The fields that are sent: named, and of a method that sends any. */
export function sentFields(data: ConnectData): ConnectData['body'] {
  return hasBody(data.method) ? data.body.filter((field) => field.name.trim() !== '') : [];
}

/** The information that the request is made of, each once. */
export function usedInformation(data: ConnectData): InformationId[] {
  const sent = sentFields(data).flatMap((field) =>
    field.information === '' ? [] : [field.information as InformationId],
  );
  return [...new Set([...informationIn(data.url), ...sent])];
}

/** `data.tier`, `items[0].name` or `$.data.tier` without its beginning; null when it is no such path. */
export function answerPath(path: string): string | null {
  const plain = path.trim().replace(/^\$\.?/, '');
  return /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*|\.\d+|\[\d+\])*$/.test(plain)
    ? plain.replaceAll(/\.(\d+)/g, '[$1]')
    : null;
}

/** What the answers give when the request worked, each once. */
export function keptInformation(data: ConnectData): InformationId[] {
  return [
    ...new Set(
      data.answers.flatMap(({ path, information }) =>
        information !== '' && answerPath(path) !== null ? [information as InformationId] : [],
      ),
    ),
  ];
}

/** The step's list of kept values with one more path: in a row that still waits for one, else in a new row. Unchanged when it is there, or the list is full. */
export function withAnswer(answers: ConnectData['answers'], path: string): ConnectData['answers'] {
  if (answers.some((row) => answerPath(row.path) === path)) return answers;
  const waiting = answers.findIndex((row) => row.path.trim() === '');
  if (waiting >= 0) return answers.map((row, index) => (index === waiting ? { ...row, path } : row));
  return answers.length < MOST_ANSWERS ? [...answers, { path, information: '' }] : answers;
}
