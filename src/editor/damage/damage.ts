/** Why a stored flow may only be looked at, if so. Knows no component and no server. */

import type { FlowDocument } from '../../flow/document.ts';
import { type Limit, limitOf } from '../../flow/limits.ts';
import type { Problem } from '../../flow/problem.ts';
import { hasLosses } from '../../flow/read.ts';
import { readDrawing } from '../../kinds/drawn.ts';

export interface Damage {
  /** As the server has it. */
  readonly stored: unknown;
  /** What could not be read; empty when it is only too large. */
  readonly losses: readonly Problem[];
  readonly limit: Limit | null;
}

/** What can be read of it, and what is wrong; null when it is whole and can be worked on. */
export function openStored(stored: unknown): {
  readonly document: FlowDocument;
  readonly damage: Damage | null;
} {
  const { document, problems } = readDrawing(stored);
  const losses = hasLosses(problems) ? problems : [];
  const limit = limitOf(document);
  return { document, damage: losses.length === 0 && limit === null ? null : { stored, losses, limit } };
}
