/**
 * What a step does outside of the call: whom it dials, asks or writes to, and which information goes along. It is told before a
 * flow is put in service, and compared with what is there. Data only: ids and the person's own words, never a secret.
 */
import type { InformationId, NodeId } from './document.ts';

/** `dials` a telephone, `asks` another system over HTTPS, `texts` an SMS, `mails` an e-mail, `books` in our calendar. */
export const EFFECT_KINDS = ['dials', 'asks', 'texts', 'mails', 'books'] as const;
export type EffectKind = (typeof EFFECT_KINDS)[number];

/** `address`: an E.164 number, a host or an e-mail address. `information`: the id of the one that holds it. Else empty. */
export const RECIPIENT_TYPES = ['address', 'caller', 'information', 'calendar'] as const;
export interface EffectRecipient {
  readonly type: (typeof RECIPIENT_TYPES)[number];
  readonly value: string;
}

export interface Effect {
  readonly kind: EffectKind;
  readonly to: EffectRecipient;
  /** Whose values leave the call. */
  readonly sends: readonly InformationId[];
}

export interface StepEffect extends Effect {
  readonly node: NodeId;
}

/** Equal for what reaches the same place from the same step in the same way. */
export function effectKey({ kind, to, node }: Pick<StepEffect, 'kind' | 'to' | 'node'>): string {
  return JSON.stringify([kind, to.type, to.value, node]);
}

/** The effects without repetitions, the first of each kept. */
export function eachOnce(effects: readonly StepEffect[]): StepEffect[] {
  const found = new Map<string, StepEffect>();
  for (const effect of effects) if (!found.has(effectKey(effect))) found.set(effectKey(effect), effect);
  return [...found.values()];
}
