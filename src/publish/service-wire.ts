/**
 * What the browser and `api` say to each other about what is in service: going back, taking out of service, and what somebody
 * changed at Vapi. All three start from a deployment, `POST /publications/:id/…`. Knows neither side.
 */
import * as z from 'zod';
import { ASPECTS } from './drift.ts';
import { deploymentAnswer } from './wire.ts';

/**
 * `…/restore`, without a body: the version of that deployment answers its number again. `…/unpublish`: words answer in place of
 * the flow. Both answer with a deployment to advance.
 */
export const unpublishRequest = z.strictObject({
  words: z
    .string()
    .max(500)
    // Braces mark information, of which there is none.
    .refine((words) => words.trim() !== '' && !/[{}]/.test(words)),
});
export type UnpublishRequest = z.infer<typeof unpublishRequest>;

/**
 * - `keep`: what is at Vapi stays; a number that something else answers is no longer ours to care for.
 * - `adopt`: what is at Vapi becomes ours: a version of ours is in service again, anything else a new flow.
 * - `overwrite`: what was published is put back.
 */
export const DRIFT_CHOICES = ['keep', 'adopt', 'overwrite'] as const;
export type DriftChoice = (typeof DRIFT_CHOICES)[number];

const finding = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['number-gone', 'number-silent']) }),
  z.strictObject({ kind: z.literal('number-other'), version: z.number().int().nullable() }),
  z.strictObject({ kind: z.literal('gone'), name: z.string() }),
  z.strictObject({ kind: z.literal('changed'), name: z.string(), aspects: z.array(z.enum(ASPECTS)) }),
]);

/** Stored with the deployment, and read by browsers as it is. `state` names what was seen. */
export const driftRecord = z.strictObject({
  findings: z.array(finding).min(1),
  choices: z.array(z.enum(DRIFT_CHOICES)),
  state: z.string(),
  foundAt: z.string(),
});
export type DriftRecord = z.infer<typeof driftRecord>;
export type DriftFinding = z.infer<typeof finding>;

/** `…/compare`: compares now. The drift of what is in service, null when all is as it was published. */
export const compareAnswer = z.strictObject({ drift: driftRecord.nullable() });

/** `…/drift`: what is to become of it; refused with `drift-changed` when it is no longer as it was seen. */
export const driftRequest = z.strictObject({ choice: z.enum(DRIFT_CHOICES), state: z.string().max(100) });
export type DriftRequest = z.infer<typeof driftRequest>;
export const driftAnswer = z.strictObject({
  /** To advance, when what was published is put back. */
  deployment: deploymentAnswer.nullable(),
  /** The new flow, when something of others was adopted. */
  flowId: z.uuid().nullable(),
});
export type DriftAnswer = z.infer<typeof driftAnswer>;

/** What may be done about it. Pure. */
export function choicesFor(findings: readonly DriftFinding[]): DriftChoice[] {
  const has = (kind: DriftFinding['kind']) => findings.some((one) => one.kind === kind);
  if (has('number-gone')) return ['keep'];
  // Calls would meet what is not there.
  const isWhole = !has('gone') || has('number-other');
  const isAdoptable = has('number-other') || (has('changed') && isWhole && !has('number-silent'));
  return [...(isWhole ? ['keep' as const] : []), ...(isAdoptable ? ['adopt' as const] : []), 'overwrite'];
}
