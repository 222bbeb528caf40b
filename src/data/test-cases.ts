/** Rehearsals that were kept as tests: the workspace's, flow by flow. What cannot be read here is left as it is, and told. */
import * as z from 'zod';
import { fail, type Result, succeed } from '../lib/result.ts';
import { type TestCase, testCase } from '../rehearsals/test-case.ts';
import { type TestResult, testResult } from '../rehearsals/test-result.ts';
import { client } from './client.ts';
import { type DataFailure, fromPostgrest, rows } from './failure.ts';

/** `too-many`: a flow has at most 200. `forgotten`: the words of the call it was made of are gone. */
export type KeepFailure = DataFailure | { readonly code: 'too-many' | 'forgotten' };

export interface StoredTest {
  readonly id: string;
  /** The call whose words it repeats. */
  readonly callId: string | null;
  readonly test: TestCase;
  /** Null when it was never run, or by another version of AlloKoli. */
  readonly result: TestResult | null;
}

export interface StoredTests {
  readonly tests: readonly StoredTest[];
  /** How many could not be read. */
  readonly unreadable: number;
}

const COLUMNS = 'id, call_id, body, result';
const row = z.object({
  id: z.string(),
  call_id: z.string().nullable(),
  body: z.unknown(),
  result: z.unknown(),
});

/** The oldest first. */
export async function listTests(flowId: string): Promise<Result<StoredTests, DataFailure>> {
  const listed = await rows(
    client().from('test_cases').select(COLUMNS).eq('flow_id', flowId).order('created_at').order('id'),
    z.array(row),
  );
  if (!listed.ok) return listed;
  const tests = listed.value.flatMap(({ id, call_id: callId, body, result }): StoredTest[] => {
    const read = testCase.safeParse(body);
    if (!read.success) return [];
    const went = testResult.safeParse(result);
    return [{ id, callId, test: read.data, result: went.success ? went.data : null }];
  });
  return succeed({ tests, unreadable: listed.value.length - tests.length });
}

/** All of them or none. Ids are chosen by whoever keeps them, so that one that was deleted can come back. */
export async function keepTests(
  workspaceId: string,
  flowId: string,
  tests: readonly StoredTest[],
): Promise<Result<null, KeepFailure>> {
  const { error, status } = await client()
    .from('test_cases')
    .insert(
      tests.map(({ id, callId, test, result }) => ({
        id,
        workspace_id: workspaceId,
        flow_id: flowId,
        call_id: callId,
        body: testCase.parse(test),
        result,
      })),
    );
  if (error === null) return succeed(null);
  if (error.code === '23514' && error.message.includes('at most')) return fail({ code: 'too-many' });
  if (error.code === '23514' && error.message.includes('forgotten')) return fail({ code: 'forgotten' });
  return fail(fromPostgrest(error, status));
}

export function changeTest(id: string, test: TestCase): Promise<Result<null, DataFailure>> {
  return change(id, { body: testCase.parse(test) });
}

export function keepResult(id: string, result: TestResult): Promise<Result<null, DataFailure>> {
  return change(id, { result });
}

async function change(
  id: string,
  values: { readonly body: TestCase } | { readonly result: TestResult },
): Promise<Result<null, DataFailure>> {
  const changed = await client().from('test_cases').update(values).eq('id', id).select('id');
  if (changed.error !== null) return fail(fromPostgrest(changed.error, changed.status));
  return changed.data.length === 0 ? fail({ code: 'not-found' }) : succeed(null);
}

export async function deleteTest(id: string): Promise<Result<null, DataFailure>> {
  const gone = await client().from('test_cases').delete().eq('id', id).select('id');
  if (gone.error !== null) return fail(fromPostgrest(gone.error, gone.status));
  // Somebody else deleted it: that is what was wanted.
  return succeed(null);
}
