/** Answers of the API: JSON, and errors in the shape of the real one. */
import type { Context } from 'hono';

const NAMES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  404: 'Not Found',
  409: 'Conflict',
};

export function refuse(context: Context, status: 400 | 401 | 404, message: string | string[]): Response {
  return context.json({ message, error: NAMES[status], statusCode: status }, status);
}

/** A delete that something still needs; the shape differs from other errors. */
export function pinned(context: Context, error: string, message: string): Response {
  return context.json({ error, message }, 409);
}
