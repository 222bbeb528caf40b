/**
 * Which telephone numbers a workspace may dial and text: ordinary lines of the countries that it enabled, by the published
 * numbering plans (libphonenumber's metadata). The document never decides: it is asked for what is compiled, and again before an SMS.
 */
import type { SupabaseClient } from '@supabase/supabase-js';
import { type CountryCode, type NumberType, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import * as z from 'zod';
import type { DialRefusal } from '../../../src/flow/kind.ts';
import { row } from './database.ts';

/** Lines that cost what a call usually costs. Without premium, shared-cost, personal and paging numbers. */
const ORDINARY: ReadonlySet<NumberType> = new Set([
  'FIXED_LINE',
  'MOBILE',
  'FIXED_LINE_OR_MOBILE',
  'VOIP',
  'TOLL_FREE',
]);

/** Why an E.164 number may not be dialled; null when it may. Satellites and international services belong to no country. */
export function dialRefusal(number: string, countries: ReadonlySet<string>): DialRefusal | null {
  const parsed = parsePhoneNumberFromString(number);
  if (!parsed?.isValid()) return 'unknown';
  if (!ORDINARY.has(parsed.getType()) || parsed.country === undefined) return 'special';
  return countries.has(parsed.country satisfies CountryCode) ? null : 'abroad';
}

const countriesRow = z.object({ countries: z.array(z.string()) });

/** The workspace's answer for any number, as it is now. */
export async function diallingOf(
  service: SupabaseClient,
  workspace: string,
): Promise<(number: string) => DialRefusal | null> {
  const query = service.from('workspaces').select('countries').eq('id', workspace).maybeSingle();
  const countries = new Set((await row(countriesRow, query))?.countries ?? []);
  return (number) => dialRefusal(number, countries);
}
