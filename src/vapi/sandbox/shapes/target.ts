/** Rules of the bodies that name an assistant or a squad to talk to. Pure. */
import { isRecord, type JsonRecord, textOf } from '../runtime/record.ts';
import { checkAssistant, checkOverrides, checkSquad, type SquadLookup } from './check.ts';

export interface TargetLookup extends SquadLookup {
  hasSquad(id: string): boolean;
}

/** Exactly one target that exists, and what is written out obeys the rules of assistants and squads. */
export function checkTarget(body: JsonRecord, lookup: TargetLookup): string[] {
  const given = ['assistantId', 'assistant', 'squadId', 'squad'].filter((key) => body[key] !== undefined);
  if (given.length !== 1) return ['exactly one of assistantId, assistant, squadId and squad must be given'];
  const assistant = textOf(body.assistantId);
  const squad = textOf(body.squadId);
  return [
    ...(assistant !== '' && lookup.assistantName(assistant) === undefined
      ? [`Couldn't find assistant ${assistant}.`]
      : []),
    ...(squad !== '' && !lookup.hasSquad(squad) ? [`Couldn't find squad ${squad}.`] : []),
    ...(isRecord(body.assistant) ? checkAssistant(body.assistant, 'assistant', lookup.hasTool) : []),
    ...(isRecord(body.squad) ? checkSquad(body.squad, lookup, 'squad') : []),
    ...checkOwnOverrides(body, '', lookup),
  ];
}

/** The overrides that a body brings, of a call or of a single customer. `at` is the path of the body, `''` for the whole. */
export function checkOwnOverrides(body: JsonRecord, at: string, lookup: SquadLookup): string[] {
  const inside = at === '' ? '' : `${at}.`;
  return ['assistantOverrides', 'squadOverrides'].flatMap((key) =>
    checkOverrides(body[key], `${inside}${key}`, lookup.hasTool),
  );
}
