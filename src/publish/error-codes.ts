/** Why `api` refuses, as codes. A file without schemas: the first page carries it. */

/** Codes of `errorAnswer`; each has a sentence in both languages. */
export const ERROR_CODES = [
  'not-signed-in',
  'not-allowed',
  'not-found',
  'bad-request',
  'flow-has-errors',
  'flow-changed',
  'publication-running',
  'number-busy',
  'too-often',
  'too-many-secrets',
  'secrets-not-configured',
  'file-too-large',
  'file-type',
  'file-unreadable',
  'too-many-files',
  'file-in-service',
  'vapi-not-configured',
  'vapi-refused',
  'vapi-limited',
  'vapi-unreachable',
  'unexpected',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];
