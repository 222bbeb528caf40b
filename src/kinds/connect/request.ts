/**
 * What is asked of another system, and how its answer is kept: the settings of the step, and the request they make once
 * values are known. Pure; sends nothing. Our relay makes its requests from here, with the secrets that the flow only names.
 */
import * as z from 'zod/mini';
import type { InformationId } from '../../flow/document.ts';
import { fail, type Result, succeed } from '../../lib/result.ts';
import { type AddressFault, addressFault, chipsOf, replaceChips } from './address.ts';
import { secretName } from './secret.ts';

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
  return [...new Set([...chipsOf(data.url), ...sent])];
}

/** A header's name as HTTP allows it (RFC 9110, token). */
export function isHeaderName(name: string): boolean {
  return /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/.test(name);
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

/** The values in what the relay received: each under its id, or behind underscores when one of our own parameters has that name. */
export function receivedValues(
  data: ConnectData,
  body: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    usedInformation(data).map((id) => {
      let key: string = id;
      while (Object.hasOwn(body, `${key}_`)) key += '_';
      const value = Object.hasOwn(body, key) ? body[key] : '';
      return [id, typeof value === 'string' ? value : JSON.stringify(value ?? '')];
    }),
  );
}

export interface HttpRequest {
  readonly method: Method;
  readonly url: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** JSON text; absent for methods without fields. */
  readonly body?: string;
}

export type RequestFault =
  | { readonly code: 'bad-address'; readonly reason: AddressFault }
  | { readonly code: 'missing-secret'; readonly name: string };

/** The request with all values in it. `secretOf` gives undefined for a secret that nobody has stored. */
export function buildRequest(
  data: ConnectData,
  values: Readonly<Record<string, string>>,
  secretOf: (name: string) => string | undefined,
): Result<HttpRequest, RequestFault> {
  const reason = addressFault(data.url);
  if (reason) return fail({ code: 'bad-address', reason });
  const given = (id: string) => (Object.hasOwn(values, id) ? values[id]! : '');
  const headers: { name: string; value: string }[] = [];
  for (const { name, value } of data.headers) {
    if (!isHeaderName(name)) continue;
    const secret = secretName(value);
    const text = secret === null ? value : secretOf(secret);
    if (text === undefined) return fail({ code: 'missing-secret', name: secret ?? '' });
    headers.push({ name, value: headerText(text) });
  }
  const fields = sentFields(data).map((field) => [
    field.name,
    field.information === '' ? field.value : given(field.information),
  ]);
  return succeed({
    method: data.method,
    url: replaceChips(data.url, (id) => encodePart(given(id))),
    headers,
    ...(hasBody(data.method) ? { body: JSON.stringify(Object.fromEntries(fields)) } : {}),
  });
}

/** A header's value stands on one line. Pure. */
export function headerText(value: string): string {
  return value.replaceAll(/\s+/g, ' ').trim();
}

/** A value as a part of an address: it must not lead to another path. */
function encodePart(value: string): string {
  return /^\.{1,2}$/.test(value) ? '' : encodeURIComponent(value);
}

/** The step's list of kept values with one more path: in a row that still waits for one, else in a new row. Unchanged when it is there, or the list is full. */
export function withAnswer(answers: ConnectData['answers'], path: string): ConnectData['answers'] {
  if (answers.some((row) => answerPath(row.path) === path)) return answers;
  const waiting = answers.findIndex((row) => row.path.trim() === '');
  if (waiting >= 0) return answers.map((row, index) => (index === waiting ? { ...row, path } : row));
  return answers.length < MOST_ANSWERS ? [...answers, { path, information: '' }] : answers;
}
