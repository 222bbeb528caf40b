/**
 * What a publication changes outside: whom the flow will dial, ask and write to, and how that differs from what is in service.
 * Pure; knows no database.
 */
import type { CalendarNow } from '../flow/calendar-names.ts';
import type { NodeId } from '../flow/document.ts';
import { type EffectKind, type EffectRecipient, effectKey, type StepEffect } from '../flow/effect.ts';
import type { Manifest } from '../flow/manifest.ts';
import type { VapiTool } from '../vapi/contract/tool.ts';
import type { CompiledPayload } from './plan.ts';

/** How it differs from what is in service: `gone` is done by that alone; `sends-other`: other information goes along. */
export const DIFFERENCES = ['new', 'sends-other', 'gone'] as const;
type Difference = (typeof DIFFERENCES)[number];

/** Something that reaches outside, in words of the person; `node` is empty when no step is known for it. */
export interface PlannedEffect {
  readonly kind: EffectKind;
  readonly to: { readonly type: EffectRecipient['type']; readonly name: string };
  /** Names of the information that leaves the call. */
  readonly sends: string[];
  readonly node: string;
  readonly difference: Difference | null;
}

/**
 * What the compiled flow reaches outside, in order of the steps, with what is in service beside it: `now` is the manifest of what
 * answers the number, null when nothing does. Calendars stand in both as they are called now. Pure.
 */
export function effectsOf(
  payload: CompiledPayload,
  manifest: Manifest,
  now: Manifest | null,
  calendarNow: CalendarNow,
): PlannedEffect[] {
  const planned = [...withCalendars(manifest.effects ?? [], calendarNow), ...unowned(payload, manifest)];
  const told = (effect: StepEffect, source: Manifest, difference: Difference | null): PlannedEffect => {
    const nameOf = (id: string) => source.information.find((one) => one.id === id)?.name ?? id;
    const { type, value } = effect.to;
    return {
      kind: effect.kind,
      to: { type, name: type === 'information' ? nameOf(value) : value },
      sends: effect.sends.map(nameOf),
      node: effect.node,
      difference,
    };
  };
  // What was compiled before effects were noted cannot be compared.
  if (!now?.effects) return planned.map((effect) => told(effect, manifest, null));
  const serving = withCalendars(now.effects, calendarNow);
  const live = new Map(serving.map((effect) => [effectKey(effect), effect]));
  const coming = new Set(planned.map(effectKey));
  return [
    ...planned.map((effect) => told(effect, manifest, differenceOf(effect, live.get(effectKey(effect))))),
    ...serving.filter((effect) => !coming.has(effectKey(effect))).map((effect) => told(effect, now, 'gone')),
  ];
}

/** One that was removed keeps the name that is drawn. */
function withCalendars(effects: readonly StepEffect[], calendarNow: CalendarNow): StepEffect[] {
  return effects.map((effect) => {
    const { type, value } = effect.to;
    return type === 'calendar' ? { ...effect, to: { type, value: calendarNow(value) ?? value } } : effect;
  });
}

function differenceOf(effect: StepEffect, before: StepEffect | undefined): Difference | null {
  if (!before) return 'new';
  return effect.sends.join() === before.sends.join() ? null : 'sends-other';
}

/** What reaches outside is told even when no step owns up to it. */
function unowned(payload: CompiledPayload, manifest: Manifest): StepEffect[] {
  const effects = manifest.effects ?? [];
  const dialled = new Set(effects.flatMap(({ kind, to }) => (kind === 'dials' ? [to.value] : [])));
  const acting = new Set<string>(effects.flatMap(({ kind, node }) => (kind === 'dials' ? [] : [node])));
  const nodeOf = new Map(manifest.tools.map(({ name, node }) => [name, node]));
  return toolsOf(payload).flatMap((tool): StepEffect[] => {
    if (tool.type === 'apiRequest') {
      const node = nodeOf.get(tool.name);
      if (node !== undefined && acting.has(node)) return [];
      return [toAddress('asks', URL.canParse(tool.url) ? new URL(tool.url).host : tool.url, node)];
    }
    if (tool.type !== 'transferCall') return [];
    const others = tool.destinations.filter(({ number }) => !dialled.has(number));
    return others.map(({ number }) => toAddress('dials', number));
  });
}

function toAddress(kind: EffectKind, value: string, node = '' as NodeId): StepEffect {
  return { kind, to: { type: 'address', value }, sends: [], node };
}

function toolsOf(payload: CompiledPayload): VapiTool[] {
  if (payload.type === 'assistant') return payload.assistant.model.tools ?? [];
  const own = payload.squad.members.flatMap((member) =>
    'assistant' in member ? (member.assistant.model.tools ?? []) : [],
  );
  return [...own, ...(payload.squad.membersOverrides?.['tools:append'] ?? [])];
}
