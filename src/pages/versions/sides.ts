/** What can be compared: the draft, versions, and drafts that were set aside, each by a word in the address. Knows no component. */
import { useQuery } from '@tanstack/react-query';
import { versionQuery } from '../../data/call-queries.ts';
import { snapshotsQuery } from '../../data/editor-queries.ts';
import type { StoredFlow } from '../../data/flows.ts';
import { flowQuery } from '../../data/queries.ts';
import type { Snapshot } from '../../data/snapshots.ts';
import { flowVersionsQuery } from '../../data/version-queries.ts';
import type { FlowVersion } from '../../data/versions.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { messages } from './messages.ts';

export const DRAFT = 'draft';
const ASIDE = 'aside-';

/** `draft`, the number of a version, or a draft that was set aside. */
export type Side = string;

export function asideSide(id: string): Side {
  return `${ASIDE}${id}`;
}

export function compareAddress(flowId: string, before: Side, after: Side): string {
  return `/flows/${flowId}/compare?before=${before}&after=${after}`;
}

/** Everything of a flow that has a drawing. Undefined while it is not known. */
export interface Sides {
  readonly flow: StoredFlow;
  readonly versions: readonly FlowVersion[];
  readonly aside: readonly Snapshot[];
}

export function useSides(flowId: string) {
  const flow = useQuery({ ...flowQuery(flowId), staleTime: 0 });
  const versions = useQuery({ ...flowVersionsQuery(flowId), staleTime: 0 });
  const aside = useQuery({ ...snapshotsQuery(flowId), staleTime: 0 });
  const all = [flow, versions, aside];
  const sides: Sides | undefined =
    flow.data && versions.data && aside.data
      ? { flow: flow.data, versions: versions.data, aside: aside.data }
      : undefined;
  return {
    sides,
    error: all.find(({ isError }) => isError)?.error ?? null,
    again: () => void Promise.all(all.map(({ refetch }) => refetch())),
  };
}

export function useSideNames(sides: Sides | undefined): (side: Side) => string {
  const t = useMessages(messages);
  const format = useFormat();
  return (side) => {
    if (side === DRAFT) return t.draft;
    const kept = sides?.aside.find(({ id }) => asideSide(id) === side);
    return kept ? t.asideName(format.dateTime(kept.createdAt)) : t.version(Number(side));
  };
}

/** The stored drawing of a side, of any age; undefined while it comes, or when there is no such thing. */
export function useSideDocument(sides: Sides | undefined, side: Side) {
  const version = sides?.versions.find(({ number }) => String(number) === side);
  const stored = useQuery({ ...versionQuery(version?.id ?? ''), enabled: version !== undefined });
  if (side === DRAFT) return { document: sides?.flow.document, error: null };
  if (version) return { document: stored.data?.document, error: stored.error };
  return { document: sides?.aside.find(({ id }) => asideSide(id) === side)?.document, error: null };
}
