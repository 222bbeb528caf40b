/**
 * What a resource looks like at Vapi: a fingerprint of everything but what Vapi counts by itself, and when Vapi says that it was
 * last changed. Pure but for hashing.
 */
import { contentHash } from '../lib/hash.ts';

export interface Look {
  readonly vapiId: string;
  readonly fingerprint: string;
  /** Vapi's own words for the instant of the last change; compared, never read. */
  readonly change: string;
}

const COUNTED = ['id', 'orgId', 'createdAt', 'updatedAt'];

export async function lookOf(saved: { readonly id: string; readonly updatedAt: string }): Promise<Look> {
  const content = Object.entries(saved).filter(([key]) => !COUNTED.includes(key));
  return {
    vapiId: saved.id,
    fingerprint: await contentHash(Object.fromEntries(content)),
    change: saved.updatedAt,
  };
}
