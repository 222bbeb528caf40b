/**
 * Brings a stored document to the present format, one numbered step after another. Knows JSON only: a document is
 * migrated before it is read, whatever it holds.
 *
 * A step is never edited once it has shipped: somewhere a document waits that only this very step can open. It imports
 * nothing from the present format, whose names and defaults move on; a later format is a new step, with samples of the
 * format before it in `samples/`.
 */
import type { JsonObject } from '../../lib/json.ts';
import { toFormat2 } from './format-2-anytime.ts';
import { toFormat3 } from './format-3.ts';
import { toFormat4 } from './format-4-information.ts';

export interface Migration {
  /** The format it makes, from the one before. */
  readonly to: number;
  readonly name: string;
  /** Pure and total: any object of the former format gives one of the new; never throws, never loses a part. */
  migrate(document: JsonObject): JsonObject;
}

/** In order, without a gap: the first makes format 2. */
export const MIGRATIONS: readonly Migration[] = [toFormat2, toFormat3, toFormat4];

/** The document as the newest step leaves it. `format` must be a whole number from 1; a newer one is left as it is. */
export function migrate(document: JsonObject, format: number): JsonObject {
  return MIGRATIONS.filter((migration) => migration.to > format).reduce(
    (migrated, migration) => ({ ...migration.migrate(migrated), format: migration.to }),
    document,
  );
}
