/** Reads of the database with their shape checked. A query that fails throws: the edge of each function says what then. */
import type * as z from 'zod';

interface Answer {
  readonly data: unknown;
  readonly error: { readonly code?: string; readonly message: string } | null;
}

/** `code` is a SQLSTATE or a code of PostgREST, or empty when the database was not reached. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** The one row, or null. */
export async function row<Row>(schema: z.ZodType<Row>, query: PromiseLike<Answer>): Promise<Row | null> {
  const data = await run(query);
  return data === null ? null : check(schema, data);
}

export async function rows<Row>(schema: z.ZodType<Row>, query: PromiseLike<Answer>): Promise<Row[]> {
  const data = await run(query);
  if (!Array.isArray(data)) throw new DatabaseError('shape', 'a list was expected');
  return data.map((each) => check(schema, each));
}

/** For writes, and for functions whose answer does not matter. */
export async function run(query: PromiseLike<Answer>): Promise<unknown> {
  const { data, error } = await query;
  if (error) throw new DatabaseError(error.code ?? '', error.message);
  return data;
}

function check<Row>(schema: z.ZodType<Row>, data: unknown): Row {
  const read = schema.safeParse(data);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw new DatabaseError('shape', `${issue?.path.map(String).join('.')}: ${issue?.message}`);
}
