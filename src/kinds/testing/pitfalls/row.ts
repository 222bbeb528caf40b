/** What a row of the table of pitfalls is, and how its tests look into a compiled payload. Knows no pitfall. */
import type { FlowDocument } from '../../../flow/document.ts';
import type { Manifest } from '../../../flow/manifest.ts';
import type { AssistantBody } from '../../../vapi/contract/assistant.ts';
import type { VapiTool } from '../../../vapi/contract/tool.ts';

/** A compiled flow; a single assistant stands as a squad of one. */
export interface Compiled {
  readonly document: FlowDocument;
  readonly squad: Json;
  readonly manifest: Manifest;
}

/** JSON that a damage may change: nothing about its shape is taken for granted. */
export type Json = { [key: string]: unknown };

interface Named {
  /** Its number in the list of known pitfalls of compiling for Vapi. */
  readonly number: number;
  readonly name: string;
}

/** A mistake that can be seen in the payload: `find` gives the places, and must find what `damage` does. */
export interface PayloadRow extends Named {
  find(compiled: Compiled): readonly string[];
  damage(squad: Json): void;
}

/** A mistake that stands elsewhere than in the payload: the proof is a test of its own. */
export interface ProofRow extends Named {
  prove(): void | Promise<void>;
}

export type Row = PayloadRow | ProofRow;

export function assistantsOf(squad: Json): AssistantBody[] {
  return (squad.members as { assistant: AssistantBody }[]).map((member) => member.assistant);
}

export function promptOf(assistant: AssistantBody): string {
  return assistant.model.messages[0]?.content ?? '';
}

export interface PlacedTool {
  readonly at: string;
  readonly tool: VapiTool;
  readonly assistant: AssistantBody;
}

/** Every tool of every member; of one type when given. */
export function toolsOf<Type extends VapiTool['type']>(
  squad: Json,
  type?: Type,
): (PlacedTool & { readonly tool: Extract<VapiTool, { type: Type }> })[] {
  return assistantsOf(squad).flatMap((assistant, member) =>
    (assistant.model.tools ?? []).flatMap((tool, index) =>
      type === undefined || tool.type === type
        ? [
            {
              at: `members.${member}.tools.${index}`,
              tool: tool as Extract<VapiTool, { type: Type }>,
              assistant,
            },
          ]
        : [],
    ),
  );
}

/** Every value below, with its dotted path. */
export function* everything(
  value: unknown,
  path = '',
): Generator<{ path: string; key: string; value: unknown }> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    const below = path === '' ? key : `${path}.${key}`;
    yield { path: below, key, value: part };
    yield* everything(part, below);
  }
}

/** Paths of every text that the test finds wrong. */
export function textsWhere(value: unknown, isWrong: (text: string, path: string) => boolean): string[] {
  return [...everything(value)].flatMap(({ path, value: text }) =>
    typeof text === 'string' && isWrong(text, path) ? [path] : [],
  );
}

/** Paths of every property of one of these names. */
export function keysNamed(value: unknown, ...names: readonly string[]): string[] {
  return [...everything(value)].flatMap(({ path, key }) => (names.includes(key) ? [path] : []));
}

/** The value at a dotted path. */
export function at(value: unknown, path: string): Json {
  return path.split('.').reduce<Json>((inner, key) => inner[key] as Json, value as Json);
}

/** The JSON of the first tool of a type, to be damaged. */
export function firstTool(squad: Json, type: string): Json {
  for (const assistant of assistantsOf(squad))
    for (const tool of assistant.model.tools ?? []) if (tool.type === type) return tool as unknown as Json;
  throw new Error(`pitfalls: the sample has no tool of type ${type}`);
}

/** Adds to the tools of a member. */
export function addTool(squad: Json, member: number, tool: unknown): void {
  (at(squad, `members.${member}.assistant.model`).tools as unknown[]).push(tool);
}
