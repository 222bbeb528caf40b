/** What is looked at, as it stands in the address bar: period, version, and what it is compared with. Pure. */
export const PERIODS = ['7', '30', '90'] as const;
export type Period = (typeof PERIODS)[number];

export const ALL = 'all';
export const DRAFT = 'draft';
export const NONE = 'none';

export interface ListedVersion {
  readonly id: string;
  readonly number: number;
}

export interface Choice {
  readonly period: Period;
  /** Id of a version, `all` or `draft`. */
  readonly shown: string;
  /** Whose drawing is shown; of all versions and of the draft the one that stands for them. */
  readonly version: ListedVersion;
  /** Whose calls are counted; undefined for those of all versions. */
  readonly counted: ListedVersion | undefined;
  readonly compared: ListedVersion | undefined;
}

/** Undefined while nothing was ever published. `live`: the number of the version in service, null for none. */
export function choiceFrom(
  params: URLSearchParams,
  versions: readonly ListedVersion[],
  live: number | null,
): Choice | undefined {
  const standing = versions.find(({ number }) => number === live) ?? versions[0];
  if (!standing) return undefined;
  const asked = params.get('version') ?? '';
  const named = versions.find(({ id }) => id === asked);
  const version = named ?? standing;
  const shown = asked === ALL || asked === DRAFT ? asked : version.id;
  const counted = shown === ALL ? undefined : version;
  return {
    period: PERIODS.find((known) => known === params.get('days')) ?? '30',
    shown,
    version,
    counted,
    compared: versions.find(({ id }) => id === params.get('with') && id !== counted?.id),
  };
}

const DAY = 86_400_000;

/** Begins at a local midnight, so that the question to the server stays the same for a day; ISO. */
export function sinceOf(period: Period, now: number): string {
  return new Date(new Date(now - (Number(period) - 1) * DAY).setHours(0, 0, 0, 0)).toISOString();
}
