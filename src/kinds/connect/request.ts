/**
 * The request that the settings of the step make once values are known. Pure; sends nothing. Our relay makes its requests from here, with the secrets that the flow only names.
 */
import { fail, type Result, succeed } from '../../lib/result.ts';
import { type AddressFault, addressFault, replaceChips } from './address.ts';
import { secretName } from './secret.ts';
import { type ConnectData, hasBody, type Method, sentFields, usedInformation } from './settings.ts';

/** A header's name as HTTP allows it (RFC 9110, token). */
export function isHeaderName(name: string): boolean {
  return /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/.test(name);
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
