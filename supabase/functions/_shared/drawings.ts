/**
 * Published drawings, as what comes in about calls is read by them. A version never changes, so each is read and prepared once
 * by an instance of a function. Knows no event.
 */
import type { SupabaseClient } from '@supabase/supabase-js';
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import * as z from 'zod';
import type { FlowDocument } from '../../../src/flow/document.ts';
import type { Manifest } from '../../../src/flow/manifest.ts';
import { readFlow, traceCall } from '../../../src/kinds/registry.ts';
import type { HiddenKind } from '../../../src/publish/hidden-kinds.ts';
import type { DrawingReader } from '../../../src/publish/projector.ts';
import { row } from './database.ts';
import { ownNumbers, type Redaction } from './redaction/redact-event.ts';

export interface Published {
  readonly version_id: string;
  readonly manifest: Manifest;
}

/** Whose settings hold, and the number that was called. */
export interface Called extends Published {
  readonly hides: readonly HiddenKind[];
  readonly number: string;
}

const MOST = 30;
const remembered = new Map<string, Promise<FlowDocument | null>>();
const own = new WeakMap<FlowDocument, Map<string, ReadonlySet<string>>>();

/** Null when the version is gone. */
function documentOf(service: SupabaseClient, version: string): Promise<FlowDocument | null> {
  const known = remembered.get(version);
  if (known) return known;
  const query = service.from('flow_versions').select('document').eq('id', version).maybeSingle();
  const found = row(z.object({ document: z.unknown() }), query).then((stored) =>
    stored ? readFlow(stored.document).document : null,
  );
  remembered.set(version, found);
  // Only what was found is remembered; the version read longest ago makes room.
  found.then(
    (document) => document ?? remembered.delete(version),
    () => remembered.delete(version),
  );
  const [oldest] = remembered.keys();
  if (remembered.size > MOST && oldest !== undefined) remembered.delete(oldest);
  return found;
}

export const NO_DRAWING: DrawingReader = {
  information: [],
  trace: (messages) => ({ visits: [], information: {}, steps: messages.map(() => null), leavings: [] }),
};

export async function readerOf(service: SupabaseClient, published: Published): Promise<DrawingReader> {
  const { version_id, manifest } = published;
  const document = await documentOf(service, version_id);
  if (!document) return NO_DRAWING;
  return {
    information: manifest.information.map((each) => each.id),
    trace: (messages, startedAt) => traceCall(document, manifest, messages, startedAt),
  };
}

export async function redactionOf(service: SupabaseClient, called: Called): Promise<Redaction> {
  const kinds = new Set(called.hides);
  const document = await documentOf(service, called.version_id);
  const countries = countriesOf(called);
  return {
    kinds,
    collected: kinds,
    countries,
    asked: new Map(called.manifest.information.map(({ id, type }) => [id, type])),
    own: document ? ownOf(document, countries) : new Set(),
  };
}

/** Callers leave the code of their country out: that of the number they called, and where the product is at home. */
function countriesOf({ number }: Called): CountryCode[] {
  const here = parsePhoneNumberFromString(number)?.country;
  return [...new Set<CountryCode>([...(here ? [here] : []), 'FR', 'GB'])];
}

function ownOf(document: FlowDocument, countries: readonly CountryCode[]): ReadonlySet<string> {
  const byCountries = own.get(document) ?? new Map<string, ReadonlySet<string>>();
  own.set(document, byCountries);
  const key = countries.join();
  const known = byCountries.get(key) ?? ownNumbers(document, countries);
  byCountries.set(key, known);
  return known;
}
