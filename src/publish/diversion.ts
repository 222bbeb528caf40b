/**
 * Switching a number to what answers past a limit, and back, by one PATCH: what it answers is read first and afterwards, and what somebody
 * else put on it stays. Idempotent; knows no database.
 */
import type { VapiApi } from '../vapi/contract/api.ts';
import { PHONE_PROVIDERS, type SavedPhoneNumber } from '../vapi/contract/phone-number.ts';
import type { NumberTarget } from './plan.ts';

/** `foreign`: it answers with something that is neither; nothing was done. `wait`: nothing can be said now, try again. */
export type Diverted = 'done' | 'foreign' | 'wait';

/** `ours`: what it may answer with now, for us to switch it. */
export async function divert(
  vapi: VapiApi,
  number: string,
  wanted: NumberTarget,
  ours: readonly NumberTarget[],
): Promise<Diverted> {
  const before = await vapi.getPhoneNumber(number);
  if (!before.ok) return 'wait';
  if (answersWith(before.value, wanted)) return 'done';
  if (!ours.some((target) => answersWith(before.value, target))) return 'foreign';
  const provider = PHONE_PROVIDERS.find((each) => each === before.value.provider);
  await vapi.updatePhoneNumber(number, { ...(provider ? { provider } : {}), ...wanted });
  const after = await vapi.getPhoneNumber(number);
  return after.ok && answersWith(after.value, wanted) ? 'done' : 'wait';
}

function answersWith(number: SavedPhoneNumber, target: NumberTarget): boolean {
  return (number.assistantId ?? null) === target.assistantId && (number.squadId ?? null) === target.squadId;
}
