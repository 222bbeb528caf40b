/** Checks request bodies and complains in the words of the real API. Pure. */
import type * as z from 'zod';
import { fail, type Result, succeed } from '../../../lib/result.ts';
import { type JsonRecord, recordOf, recordsOf, textOf, textsOf } from '../runtime/record.ts';

/** The body, or one sentence per broken rule. The body comes back as it was sent, not as the shape read it. */
export function checkShape(shape: z.ZodType, body: unknown): Result<JsonRecord, string[]> {
  const read = shape.safeParse(body);
  return read.success
    ? succeed(recordOf(body))
    : fail(read.error.issues.flatMap((issue) => sentences(issue, [])));
}

function sentences(issue: z.core.$ZodIssue, before: readonly PropertyKey[]): string[] {
  const parts = [...before, ...issue.path].map(String);
  const path = parts.join('.') || 'body';
  const inside = parts.length === 0 ? '' : `${parts.join('.')}.`;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => `${inside}property ${key} should not exist`);
    case 'too_big':
      return [
        issue.origin === 'string'
          ? `${path} must be shorter than or equal to ${issue.maximum} characters`
          : `${path} must not be greater than ${issue.maximum}`,
      ];
    case 'too_small':
      return [
        issue.origin === 'string'
          ? `${path} must be longer than or equal to ${issue.minimum} characters`
          : `${path} must not be less than ${issue.minimum}`,
      ];
    case 'invalid_type':
      return [`${path} must be ${article(issue.expected)}`];
    case 'invalid_value':
      return [`${path} must be one of the following values: ${issue.values.map(String).join(', ')}`];
    case 'invalid_format':
      return [
        issue.format === 'uuid'
          ? `${path} must be a UUID`
          : `${path} must match ${issue.pattern} regular expression`,
      ];
    case 'invalid_union':
      return issue.discriminator
        ? [`${inside}${issue.discriminator} must be a known value`]
        : (issue.errors[0] ?? []).flatMap((one) => sentences(one, parts));
    default:
      return [`${path} is invalid`];
  }
}

function article(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

/** Rules of an assistant that no shape can express. `at` is the path of the assistant, `''` for the whole body. */
export function checkAssistant(
  assistant: JsonRecord,
  at: string,
  hasTool: (id: string) => boolean,
): string[] {
  const model = recordOf(assistant.model);
  const inside = at === '' ? 'model' : `${at}.model`;
  return [
    ...recordsOf(model.tools).flatMap((tool, index) => checkTool(tool, `${inside}.tools.${index}`)),
    ...textsOf(model.toolIds)
      .filter((id) => !hasTool(id))
      .map((id) => `${inside}.toolIds: tool ${id} does not exist`),
  ];
}

/** The same rules for overrides, and for the tools that they add. */
export function checkOverrides(overrides: unknown, at: string, hasTool: (id: string) => boolean): string[] {
  const given = recordOf(overrides);
  return [
    ...checkAssistant(given, at, hasTool),
    ...recordsOf(given['tools:append']).flatMap((tool, index) =>
      checkTool(tool, `${at}.tools:append.${index}`),
    ),
  ];
}

/** A handoff whose parameters are overridden must offer its destinations. */
export function checkTool(tool: JsonRecord, at: string): string[] {
  if (tool.type !== 'handoff') return [];
  const parameters = recordOf(tool.function).parameters;
  if (parameters === undefined) return [];
  const destination = recordOf(recordOf(recordOf(parameters).properties).destination);
  const required = textsOf(recordOf(parameters).required);
  return [
    ...(textsOf(destination.enum).length > 0
      ? []
      : [`${at}.function.parameters must contain a destination property with an enum of the destinations`]),
    ...(required.includes('destination')
      ? []
      : [`${at}.function.parameters.required must contain destination`]),
  ];
}

export interface SquadLookup {
  /** `undefined` for an assistant that does not exist, null for one without a name. */
  assistantName(id: string): string | null | undefined;
  hasTool(id: string): boolean;
}

/** Rules of a squad: members exist, are given once, and have different names. */
export function checkSquad(squad: JsonRecord, lookup: SquadLookup, at = ''): string[] {
  const found: string[] = [];
  const prefix = at === '' ? '' : `${at}.`;
  const names = new Set<string>();
  for (const [index, member] of recordsOf(squad.members).entries()) {
    const path = `${prefix}members.${index}`;
    const id = textOf(member.assistantId);
    const own = member.assistant === undefined ? null : recordOf(member.assistant);
    if ((id === '') === (own === null)) found.push(`${path} must have either assistantId or assistant`);
    const saved = id === '' ? undefined : lookup.assistantName(id);
    if (id !== '' && saved === undefined) found.push(`${path}.assistantId: assistant ${id} does not exist`);
    if (own) found.push(...checkAssistant(own, `${path}.assistant`, lookup.hasTool));
    const name = textOf(recordOf(member.assistantOverrides).name) || textOf(own?.name) || saved || '';
    if (name !== '' && names.has(name)) found.push(`Duplicate Assistant Name: ${name}`);
    names.add(name);
    found.push(...checkOverrides(member.assistantOverrides, `${path}.assistantOverrides`, lookup.hasTool));
  }
  if (recordsOf(squad.members).length === 0) found.push(`${prefix}members should not be empty`);
  found.push(...checkOverrides(squad.membersOverrides, `${prefix}membersOverrides`, lookup.hasTool));
  return found;
}
