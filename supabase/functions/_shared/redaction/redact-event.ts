/**
 * What is blacked out of an event before it is kept. What was said: everything that the workspace hides. What was collected keeps
 * what its question asked for, a telephone number where one was asked: appointments and call-backs need it. Pure.
 */
import type { CountryCode } from 'libphonenumber-js/max';
import type { InformationType } from '../../../../src/flow/document.ts';
import { HIDDEN_KINDS, type HiddenKind } from '../../../../src/publish/hidden-kinds.ts';
import type { KeptEvent } from '../kept-event.ts';
import { findHidden, redact } from './redact.ts';

export interface Redaction {
  readonly kinds: ReadonlySet<HiddenKind>;
  /** Of what was collected. */
  readonly collected: ReadonlySet<HiddenKind>;
  readonly countries: readonly CountryCode[];
  /** What the drawing asks for, by the id under which tools and records carry it. */
  readonly asked: ReadonlyMap<string, InformationType>;
  /** What stands in the drawing: the workspace's own numbers and addresses. */
  readonly own: ReadonlySet<string>;
}

/** For a call that nobody knows yet: what was collected may turn out to have been asked for. */
export const UNKNOWN_CALL: Redaction = {
  kinds: new Set(HIDDEN_KINDS),
  collected: new Set<HiddenKind>(['card', 'iban', 'nir']),
  countries: ['FR', 'GB', 'US'],
  asked: new Map(),
  own: new Set(),
};

const ASKED_FOR: Readonly<Partial<Record<InformationType, HiddenKind>>> = {
  phone: 'phone',
  email: 'email',
  date: 'birth-date',
};

interface Hide {
  said(text: string, before?: string): string;
  collected(text: string, type: InformationType | undefined): string;
}

/** `now`: when it came, for events that do not say. */
export function redactEvent(event: KeptEvent, redaction: Redaction, now: number): KeptEvent {
  if (redaction.kinds.size === 0) return event;
  const { countries, own } = redaction;
  const options = { kinds: redaction.kinds, countries, own, now: event.timestamp ?? now };
  const without = (kept: HiddenKind | undefined) =>
    new Set([...redaction.collected].filter((kind) => kind !== kept));
  const hide: Hide = {
    said: (text, before = '') => redact(text, { ...options, before }),
    collected: (text, type) => redact(text, { ...options, kinds: without(type && ASKED_FOR[type]) }),
  };
  const { call, artifact, transcript, toolCallList } = event;
  // A polled record has its conversation inside the call.
  const recorded = (call as { readonly artifact?: typeof artifact } | null | undefined)?.artifact;
  return {
    ...event,
    ...(transcript ? { transcript: hide.said(transcript) } : {}),
    ...(toolCallList ? { toolCallList: toolCallList.map((each) => redactTool(each, redaction, hide)) } : {}),
    ...(artifact ? { artifact: redactArtifact(artifact, redaction, hide) } : {}),
    ...(recorded
      ? { call: { ...call, artifact: redactArtifact(recorded, redaction, hide) } as KeptEvent['call'] }
      : {}),
  };
}

type Artifact = NonNullable<KeptEvent['artifact']>;
type ToolCall = NonNullable<KeptEvent['toolCallList']>[number];

function redactArtifact(artifact: Artifact, redaction: Redaction, hide: Hide): Artifact {
  const { messages, structuredOutputs } = artifact;
  let before = '';
  const lines = messages?.map((line) => {
    const hidden = {
      ...line,
      ...(line.message ? { message: hide.said(line.message, before) } : {}),
      ...(line.result ? { result: redactJsonText(line.result, redaction, hide) } : {}),
      ...(line.toolCalls
        ? { toolCalls: line.toolCalls.map((each) => redactTool(each, redaction, hide)) }
        : {}),
    };
    if (line.message) before = line.message.slice(-BEFORE);
    return hidden;
  });
  const outputs = Object.entries(structuredOutputs ?? {}).map(([id, output]) => [
    id,
    { ...output, result: redactJson(output.result, redaction, hide) },
  ]);
  return {
    ...artifact,
    ...(lines ? { messages: lines } : {}),
    ...(structuredOutputs ? { structuredOutputs: Object.fromEntries(outputs) } : {}),
  };
}

/** Of what was said before, as much is looked at. */
const BEFORE = 200;

function redactTool(call: ToolCall, redaction: Redaction, hide: Hide): ToolCall {
  const given = call.function.arguments;
  const hidden =
    typeof given === 'string' ? redactJsonText(given, redaction, hide) : redactJson(given, redaction, hide);
  return { ...call, function: { ...call.function, arguments: hidden } };
}

/** JSON where it is some, a sentence otherwise. */
function redactJsonText(text: string, redaction: Redaction, hide: Hide): string {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === 'object' && json !== null) return JSON.stringify(redactJson(json, redaction, hide));
  } catch {
    // It is a sentence.
  }
  return hide.said(text);
}

function redactJson(json: unknown, redaction: Redaction, hide: Hide, type?: InformationType): unknown {
  if (typeof json === 'string') return hide.collected(json, type);
  if (typeof json === 'number') {
    const hidden = hide.collected(String(json), type);
    return hidden === String(json) ? json : hidden;
  }
  if (Array.isArray(json)) return json.map((each) => redactJson(each, redaction, hide, type));
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [
      key,
      redactJson(value, redaction, hide, redaction.asked.get(key) ?? type),
    ]),
  );
}

/** Everything in a drawing that would be hidden if a caller said it. */
export function ownNumbers(document: unknown, countries: readonly CountryCode[]): ReadonlySet<string> {
  const own = new Set<string>();
  const options = { kinds: UNKNOWN_CALL.kinds, countries, now: Date.UTC(2100, 0) };
  const look = (value: unknown): void => {
    if (typeof value === 'string') for (const { digits } of findHidden(value, options)) own.add(digits);
    else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) look(each);
  };
  look(document);
  return own;
}
