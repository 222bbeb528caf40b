/**
 * Marks that tell what we created, and for which step of which deployment, when an answer was lost. Assistants carry
 * them in `metadata.allokoli`; squads have no metadata, so their name ends with the marker. Pure but for hashing.
 */
import { sha256 } from '../lib/hash.ts';
import { isJsonObject } from '../lib/json.ts';
import type { SavedAssistant } from '../vapi/contract/assistant.ts';
import type { SavedSquad } from '../vapi/contract/squad.ts';

const LENGTH = 8;

/** Eight characters, the same for the same step of the same deployment. */
export async function markerOf(deployment: string, position: number): Promise<string> {
  const digest = await sha256(`${deployment}/${position}`);
  return BigInt(`0x${digest.slice(0, 16)}`)
    .toString(36)
    .padStart(LENGTH, '0')
    .slice(-LENGTH);
}

/** Not longer than 40 characters, which is Vapi's limit elsewhere; for squads none is documented. */
export function squadName(name: string, marker: string): string {
  const room = 40 - LENGTH - 2;
  return `${[...name].slice(0, room).join('').trimEnd()} ·${marker}`;
}

export interface AssistantMark {
  readonly marker: string;
  readonly deployment: string;
  readonly hash: string;
  readonly member: string;
}

/** What we wrote into an assistant; null when it is not one of ours. Takes anything. */
export function assistantMark(metadata: unknown): AssistantMark | null {
  const mark = isJsonObject(metadata) ? metadata.allokoli : null;
  if (!isJsonObject(mark)) return null;
  const { marker, deployment, hash, member } = mark;
  if (typeof marker !== 'string' || typeof deployment !== 'string') return null;
  return {
    marker,
    deployment,
    hash: typeof hash === 'string' ? hash : '',
    member: typeof member === 'string' ? member : '',
  };
}

export function isMarkedAssistant(assistant: SavedAssistant, deployment: string, marker: string): boolean {
  const mark = assistantMark(assistant.metadata);
  return mark?.deployment === deployment && mark.marker === marker;
}

export function isMarkedSquad(squad: Pick<SavedSquad, 'name'>, marker: string): boolean {
  return squad.name?.endsWith(` ·${marker}`) === true;
}
