/** Answers of the API: JSON, and errors in the shape of the real one. */
import type { Context } from 'hono';

const NAMES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  404: 'Not Found',
  409: 'Conflict',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/** The body of an error (vapi-facts §10). Pure. */
export function errorBody(status: number, message: string | string[]) {
  return { message, error: NAMES[status] ?? 'Error', statusCode: status };
}

export function refuse(context: Context, status: 400 | 401 | 404, message: string | string[]): Response {
  return context.json(errorBody(status, message), status);
}

/** A delete that something still needs; the shape differs from other errors. */
export function pinned(context: Context, error: string, message: string): Response {
  return context.json({ error, message }, 409);
}
