/**
 * The kinds as a drawing needs them: to be read, shown and edited, not to be checked, compiled or played. The build copies that half of
 * each (`src/build/drawn-kinds.ts`), so that a page can show a drawing without waiting for the rest.
 */
import { createRegistry, type DrawnKinds } from '../flow/kind.ts';
import { type ReadResult, readDocument } from '../flow/read.ts';
import { kinds } from './list.ts';

export const drawnKinds: DrawnKinds = createRegistry(kinds);

export function readDrawing(json: unknown): ReadResult {
  return readDocument(json, drawnKinds);
}
