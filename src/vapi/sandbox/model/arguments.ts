/** Arguments of tool calls from what is known. Pure; knows no dialogue. */
import type { JsonSchema } from '../../contract/tool.ts';
import type { ModelTool } from './model.ts';
import { readYesNo } from './recognise.ts';
import { fold } from './words.ts';

export interface Known {
  /** Values obtained in this part of the conversation, by key. */
  readonly values: Readonly<Record<string, string>>;
  /** Values that the prompt states, by what a person calls them. */
  readonly stated: Readonly<Record<string, string>>;
}

/**
 * The known values that the tool takes, in the types it wants. A property with one possible value (`destination`) gets
 * it; a required value that nobody knows is an empty text, as a model that must fill it would leave it.
 */
export function argumentsFor(tool: ModelTool, known: Known): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(tool.parameters.properties)) {
    const only = schema.enum?.length === 1 ? schema.enum[0] : undefined;
    const value = only ?? known.values[key] ?? statedAs(key, schema, known.stated);
    if (value !== undefined) given[key] = inType(value, schema);
    else if (tool.parameters.required?.includes(key)) given[key] = '';
  }
  return given;
}

/** A stated value whose name is the key, or begins the description of the property. */
function statedAs(key: string, schema: JsonSchema, stated: Known['stated']): string | undefined {
  const described = fold(schema.description ?? '');
  const label = Object.keys(stated).find((name) => {
    const folded = fold(name);
    return folded === fold(key) || described === folded || described.startsWith(`${folded} (`);
  });
  return label === undefined ? undefined : stated[label];
}

/** A value in the type that a schema wants. */
export function inType(value: string, schema: JsonSchema): unknown {
  if (schema.enum) return amongEnum(value, schema.enum);
  if (schema.type === 'boolean') return value === 'true' || readYesNo(value) === 'yes';
  if ((schema.type === 'number' || schema.type === 'integer') && value !== '' && !Number.isNaN(Number(value)))
    return Number(value);
  return value;
}

/** The listed value that means the same; yes and no may be listed in any language. */
function amongEnum(value: string, listed: readonly string[]): string {
  const same = listed.find((one) => fold(one) === fold(value));
  const answer = readYesNo(value);
  return same ?? (answer ? listed.find((one) => readYesNo(one) === answer) : undefined) ?? value;
}
