/** The query of lists: what it may say, and which resources it lets through. Knows no single resource. */
import type { MiddlewareHandler } from 'hono';
import * as z from 'zod';
import { refuse } from '../answers.ts';
import { type JsonRecord, recordOf } from '../runtime/record.ts';
import { checkShape } from '../shapes/check.ts';

type Query = Readonly<Record<string, string>>;

const number = (least: number, most?: number) =>
  z.coerce
    .number()
    .min(least)
    .max(most ?? Number.MAX_SAFE_INTEGER)
    .optional();
const instant = z
  .string()
  .refine((text) => !Number.isNaN(Date.parse(text)))
  .optional();
const windows = ['createdAt', 'updatedAt'].flatMap((field) =>
  ['Gt', 'Lt', 'Ge', 'Le'].map((suffix) => [`${field}${suffix}`, instant] as const),
);
/** What all lists share; the rest of a query is for each list to read. */
const listQuery = z.looseObject({
  limit: number(0, 1000),
  page: number(1),
  sortOrder: z.enum(['ASC', 'DESC']).optional(),
  ...Object.fromEntries(windows),
});

/** Refuses lists that are asked for with limits, pages, orders or instants that do not exist. */
export const checkQuery: MiddlewareHandler = async (context, next) => {
  const query = checkShape(listQuery, context.req.query());
  if (!query.ok) return refuse(context, 400, query.failure);
  await next();
  return undefined;
};

/** Query parameters, and where a resource holds the value that they must be equal to. */
export type Fields = Readonly<Record<string, (resource: JsonRecord) => unknown>>;

/** Parameters that are properties of the resource; `idAny` and the like take several, comma-separated. */
export function own(...names: readonly string[]): Fields {
  return Object.fromEntries(
    names.map((name) => [name, (resource: JsonRecord) => resource[name.replace(/Any$/, '')]]),
  );
}

/** Parameters that are properties of the customer of a resource. */
export function ofCustomer(...names: readonly string[]): Fields {
  return Object.fromEntries(
    names.map((name) => [name, (resource: JsonRecord) => recordOf(resource.customer)[name]]),
  );
}

export function isWanted(resource: JsonRecord, query: Query, fields: Fields): boolean {
  return Object.entries(fields).every(([name, read]) => {
    const wanted = query[name];
    if (wanted === undefined) return true;
    const value = String(read(resource));
    return name.endsWith('Any') ? wanted.split(',').includes(value) : value === wanted;
  });
}
