/** Who takes part in a call: the target of a request, its overrides applied. Knows no HTTP. */
import { fail, type Result, succeed } from '../../../lib/result.ts';
import type { Member } from './conversation.ts';
import { applyOverrides } from './overrides.ts';
import { isRecord, type JsonRecord, recordOf, recordsOf, textOf, textsOf } from './record.ts';

export interface Target {
  readonly assistantId?: string | null | undefined;
  readonly assistant?: JsonRecord | undefined;
  readonly assistantOverrides?: JsonRecord | undefined;
  readonly squadId?: string | null | undefined;
  readonly squad?: JsonRecord | undefined;
  readonly squadOverrides?: JsonRecord | undefined;
}

export interface Lookup {
  assistant(id: string): JsonRecord | undefined;
  squad(id: string): JsonRecord | undefined;
  tool(id: string): JsonRecord | undefined;
}

export interface Cast {
  readonly members: readonly Member[];
  readonly variables: JsonRecord;
}

/** The members in order, the first one answers; a sentence when somebody is missing. */
export function castOf(target: Target, lookup: Lookup): Result<Cast, string> {
  const squad = target.squadId ? lookup.squad(target.squadId) : target.squad;
  if (target.squadId && !squad) return fail(`Couldn't find squad ${target.squadId}.`);
  const shared = [
    ...layer(squad?.membersOverrides),
    ...layer(target.squadOverrides),
    ...layer(target.assistantOverrides),
  ];
  const rows: JsonRecord[] = squad
    ? recordsOf(squad.members)
    : [{ assistantId: target.assistantId, assistant: target.assistant }];
  const members: Member[] = [];
  const variables: JsonRecord = {};
  for (const row of rows) {
    const id = textOf(row.assistantId);
    const base = id ? lookup.assistant(id) : row.assistant;
    if (!isRecord(base))
      return fail(id ? `Couldn't find assistant ${id}.` : 'Neither assistant nor squad was given.');
    const { assistant, variableValues } = applyOverrides(base, [...layer(row.assistantOverrides), ...shared]);
    Object.assign(variables, variableValues);
    const whole = withDestinations(withSavedTools(assistant, lookup), recordsOf(row.assistantDestinations));
    const name = textOf(whole.name) || 'Assistant';
    const twice = givenTwice(whole);
    if (twice !== null) return fail(`Duplicate Tool Name: ${twice} of ${name}.`);
    members.push({ ...(id ? { id } : {}), assistant: whole, name });
  }
  if (members.length === 0) return fail('The squad has no members.');
  return succeed({ members, variables });
}

/**
 * The name that two tools of an assistant were given, appended and saved ones among them: names are unique (vapi-facts §2.2).
 * What becomes of two that were given none is not known.
 */
function givenTwice({ model }: JsonRecord): string | null {
  const names = recordsOf(recordOf(model).tools).flatMap((tool) => {
    const name = textOf(recordOf(tool.function).name) || textOf(tool.name);
    return name === '' ? [] : [name];
  });
  return names.find((name, index) => names.indexOf(name) !== index) ?? null;
}

/**
 * The older way to lead on: what has a plan or an id becomes a handoff, the rest are places of the transfer tool
 * (vapi-facts §2.1).
 */
function withDestinations(assistant: JsonRecord, destinations: readonly JsonRecord[]): JsonRecord {
  if (destinations.length === 0) return assistant;
  const model = recordOf(assistant.model);
  const isHandoff = (one: JsonRecord) =>
    ['assistantId', 'contextEngineeringPlan', 'variableExtractionPlan'].some((key) => one[key] !== undefined);
  const handoffs = destinations.filter(isHandoff).map((one) => ({ type: 'handoff', destinations: [one] }));
  const places = destinations.filter((one) => !isHandoff(one));
  const tools = recordsOf(model.tools);
  const transfer = tools.find(({ type }) => type === 'transferCall') ?? { type: 'transferCall' };
  const transfers =
    places.length === 0
      ? []
      : [{ ...transfer, destinations: [...recordsOf(transfer.destinations), ...places] }];
  const others = places.length === 0 ? tools : tools.filter((tool) => tool !== transfer);
  return { ...assistant, model: { ...model, tools: [...others, ...handoffs, ...transfers] } };
}

function layer(overrides: unknown): JsonRecord[] {
  return isRecord(overrides) ? [overrides] : [];
}

/** `toolIds` and `tools` merge. */
function withSavedTools(assistant: JsonRecord, lookup: Lookup): JsonRecord {
  const model = recordOf(assistant.model);
  const saved = textsOf(model.toolIds).flatMap((id) => lookup.tool(id) ?? []);
  return saved.length === 0
    ? assistant
    : { ...assistant, model: { ...model, tools: [...saved, ...recordsOf(model.tools)] } };
}
