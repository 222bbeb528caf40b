/**
 * Rules of Vapi that no shape can express: unique names, reachable handoffs, values that must agree.
 * Knows neither drawings nor step kinds; the places it gives are paths into the payload.
 */
import type * as z from 'zod';
import { type AssistantBody, type AssistantOverrides, assistantBody } from './assistant.ts';
import { type SquadBody, squadBody } from './squad.ts';
import { type HandoffTool, toolName, type VapiTool } from './tool.ts';

/** `path` has dots between its parts (`model.tools.0.function.name`), empty for the whole. */
export interface Violation {
  readonly path: string;
  readonly message: string;
}

type Path = readonly (string | number)[];

/** Violations of a plain assistant; none when Vapi would take it and the call would work. Pure, takes anything. */
export function verifyAssistant(body: unknown): Violation[] {
  const read = assistantBody.safeParse(body);
  if (!read.success) return shapeViolations(read.error);
  const tools = placedTools(read.data.model.tools, ['model', 'tools']);
  return [
    ...assistantViolations(read.data, []),
    ...duplicateNames(tools),
    ...tools.flatMap(({ tool, path }) => toolViolations(tool, path, null)),
  ];
}

/** Violations of a squad, as `verifyAssistant`. Members that are saved elsewhere are taken on trust. Pure, takes anything. */
export function verifySquad(body: unknown): Violation[] {
  const read = squadBody.safeParse(body);
  if (!read.success) return shapeViolations(read.error);
  return squadViolations(read.data);
}

interface PlacedTool {
  readonly tool: VapiTool;
  readonly path: Path;
}

function squadViolations(squad: SquadBody): Violation[] {
  const found: Violation[] = [];
  const names = memberNames(squad);
  const seen = new Set<string>();
  const shared = placedTools(squad.membersOverrides?.['tools:append'], ['membersOverrides', 'tools:append']);
  found.push(...overridesViolations(squad.membersOverrides, ['membersOverrides']));
  found.push(...shared.flatMap(({ tool, path }) => toolViolations(tool, path, names)));
  for (const [index, member] of squad.members.entries()) {
    const at: Path = ['members', index];
    const appended = placedTools(member.assistantOverrides?.['tools:append'], [
      ...at,
      'assistantOverrides',
      'tools:append',
    ]);
    const own =
      'assistant' in member
        ? placedTools(member.assistant.model.tools, [...at, 'assistant', 'model', 'tools'])
        : [];
    found.push(...overridesViolations(member.assistantOverrides, [...at, 'assistantOverrides']));
    found.push(...duplicateNames([...own, ...appended, ...shared]));
    found.push(...[...own, ...appended].flatMap(({ tool, path }) => toolViolations(tool, path, names)));
    if (!('assistant' in member)) continue;
    found.push(...assistantViolations(member.assistant, [...at, 'assistant']));
    const name = member.assistant.name;
    if (seen.has(name))
      found.push(violation([...at, 'assistant', 'name'], `Duplicate Assistant Name: ${name}`));
    seen.add(name);
  }
  return found;
}

/** The names a handoff may lead to; null when a member is saved elsewhere, so that its name is not known here. */
function memberNames(squad: SquadBody): ReadonlySet<string> | null {
  const names = new Set<string>();
  for (const member of squad.members) {
    if (!('assistant' in member)) return null;
    names.add(member.assistant.name);
  }
  return names;
}

function assistantViolations(assistant: AssistantBody, at: Path): Violation[] {
  const found: Violation[] = [];
  const prompts = assistant.model.messages.filter((message) => message.role === 'system');
  if (prompts.length !== 1)
    found.push(violation([...at, 'model', 'messages'], 'must contain exactly one system message'));
  if (assistant.firstMessageMode === undefined || assistant.firstMessage === undefined)
    found.push(violation([...at, 'firstMessage'], 'firstMessage and firstMessageMode must be written out'));
  for (const key of ['transcriber', 'voice'] as const)
    if (assistant[key] === undefined)
      found.push(violation([...at, key], `${key} must be written out: the default is English`));
  return found;
}

/** Lists in overrides replace those of the members: a prompt or tools there would wipe everybody's own. */
function overridesViolations(overrides: AssistantOverrides | undefined, at: Path): Violation[] {
  const found: Violation[] = [];
  if (overrides?.model !== undefined)
    found.push(violation([...at, 'model'], "model in overrides replaces the members' prompts and tools"));
  if (overrides?.name !== undefined)
    found.push(violation([...at, 'name'], 'name in overrides gives every member the same name'));
  return found;
}

function toolViolations(tool: VapiTool, at: Path, names: ReadonlySet<string> | null): Violation[] {
  if (tool.messages === undefined && tool.type !== 'endCall')
    return [
      violation([...at, 'messages'], 'messages must be written out: the default is English'),
      ...handoffViolations(tool, at, names),
    ];
  return handoffViolations(tool, at, names);
}

function handoffViolations(tool: VapiTool, at: Path, names: ReadonlySet<string> | null): Violation[] {
  if (tool.type !== 'handoff') return [];
  const found: Violation[] = [];
  for (const [index, destination] of tool.destinations.entries())
    if (names !== null && !names.has(destination.assistantName))
      found.push(
        violation(
          [...at, 'destinations', index, 'assistantName'],
          `no member is named ${destination.assistantName}`,
        ),
      );
  if (!tool.function.description)
    found.push(
      violation([...at, 'function', 'description'], 'a handoff without description is never called'),
    );
  return [...found, ...destinationViolations(tool, at)];
}

function destinationViolations(tool: HandoffTool, at: Path): Violation[] {
  const parameters = tool.function.parameters;
  if (parameters === undefined) return [];
  const path: Path = [...at, 'function', 'parameters', 'properties', 'destination'];
  const named = tool.destinations.map((destination) => destination.assistantName);
  const offered = parameters.properties.destination?.enum ?? [];
  const found: Violation[] = [];
  if (offered.length === 0) found.push(violation(path, 'parameters must contain destination with an enum'));
  else if (named.some((name) => !offered.includes(name)) || offered.some((name) => !named.includes(name)))
    found.push(violation([...path, 'enum'], "destination must list the destinations' names"));
  if (!parameters.required?.includes('destination'))
    found.push(violation([...at, 'function', 'parameters', 'required'], 'destination must be required'));
  return found;
}

function placedTools(tools: readonly VapiTool[] | undefined, at: Path): PlacedTool[] {
  return (tools ?? []).map((tool, index) => ({ tool, path: [...at, index] }));
}

function duplicateNames(tools: readonly PlacedTool[]): Violation[] {
  const seen = new Set<string>();
  const found: Violation[] = [];
  for (const { tool, path } of tools) {
    const name = toolName(tool);
    if (seen.has(name))
      found.push(violation([...path, 'function', 'name'], `duplicate function name: ${name}`));
    seen.add(name);
  }
  return found;
}

function shapeViolations(error: z.ZodError): Violation[] {
  return error.issues.flatMap((issue) => flatten(issue, []));
}

/** Of a union, the alternative that got furthest is the one that was meant. */
function flatten(issue: z.core.$ZodIssue, before: readonly PropertyKey[]): Violation[] {
  const path = [...before, ...issue.path];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0)
    return [{ path: path.map(String).join('.'), message: issue.message }];
  const depth = (issues: readonly z.core.$ZodIssue[]) => Math.min(...issues.map((each) => each.path.length));
  const meant = issue.errors.reduce((best, errors) => (depth(errors) > depth(best) ? errors : best));
  return meant.flatMap((each) => flatten(each, path));
}

function violation(path: Path, message: string): Violation {
  return { path: path.join('.'), message };
}
