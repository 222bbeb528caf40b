/** Secrets in the settings of a request: references to them, and texts that look like one. Pure. */

/** What a secret may be called. */
export const SECRET_NAME = /^[a-z0-9][a-z0-9-]{0,39}$/;
const REFERENCE = 'secret:';

/** The name of the secret that a header's value refers to, or null for literal text. */
export function secretName(value: string): string | null {
  const name = isReference(value) ? value.slice(REFERENCE.length) : '';
  return SECRET_NAME.test(name) ? name : null;
}

/** Whether a value is, or is becoming, a reference. */
export function isReference(value: string): boolean {
  return value.startsWith(REFERENCE);
}

/** The value that refers to a secret; without a name, one that has still to be chosen. */
export function referenceTo(name: string): string {
  return `${REFERENCE}${name}`;
}

/** A name for what somebody calls a secret; empty while nothing of it can stand in one. Keeps a hyphen that is being typed. */
export function secretNameFrom(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, 40);
}

const KNOWN_FORMS: readonly RegExp[] = [
  /\b(?:sk|pk|rk)[-_](?:live|test|proj|ant|or)?[-_]?[A-Za-z0-9_-]{16,}/,
  /\b(?:ghp|gho|ghs|github_pat|glpat|xox[abprs]|shpat|SG|npm|hf|whsec)[-_.][A-Za-z0-9_.-]{10,}/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\bAIza[0-9A-Za-z_-]{30,}/,
  /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*/,
  /\b(?:Bearer|Basic|Token)\s+[A-Za-z0-9+/=._-]{8,}/i,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
];
const TELLING_NAME =
  /^(?:x-)?(?:proxy-)?(?:authori[sz]ation|cookie|api[-_]?key|access[-_]?(?:key|token)|auth(?:[-_]?token)?|token|secret|client[-_]?secret|password|passwd|pwd|signature|key)$/i;

/** Whether a text looks like a key, a token or a password. Identifiers (UUID) and chips do not. */
export function looksSecret(text: string): boolean {
  if (KNOWN_FORMS.some((form) => form.test(text))) return true;
  // A long run of letters and digits without any word in it.
  return text
    .split(/[^A-Za-z0-9_]+/)
    .some((run) => run.length >= 24 && /\d.*\d.*\d/.test(run) && /[a-z]/i.test(run) && !/^[a-z]+_/.test(run));
}

/** Whether a literal value of a field with that name should be a secret. */
export function isSecretField(name: string, value: string): boolean {
  if (value.trim() === '' || isReference(value) || /^\{\{\w+\}\}$/.test(value.trim())) return false;
  return TELLING_NAME.test(name.trim()) || looksSecret(value);
}

/** Whether a query parameter of an address is a secret. The path is not judged: many services put an identifier there. */
export function hasSecretInQuery(address: string): boolean {
  const query = /\?([^#]*)/.exec(address)?.[1] ?? '';
  return query.split('&').some((pair) => {
    const [name = '', ...rest] = pair.split('=');
    return isSecretField(name, rest.join('='));
  });
}
