/** Rules of the bodies that name an assistant or a squad to talk to. Pure. */
import { isRecord, type JsonRecord } from '../runtime/record.ts';
import { checkAssistant, checkSquad, type SquadLookup } from './check.ts';

/** Exactly one target, and what is written out obeys the rules of assistants and squads. */
export function checkTarget(body: JsonRecord, lookup: SquadLookup): string[] {
  const given = ['assistantId', 'assistant', 'squadId', 'squad'].filter((key) => body[key] !== undefined);
  if (given.length !== 1) return ['exactly one of assistantId, assistant, squadId and squad must be given'];
  if (isRecord(body.assistant)) return checkAssistant(body.assistant, 'assistant', lookup.hasTool);
  return isRecord(body.squad) ? checkSquad(body.squad, lookup, 'squad') : [];
}
