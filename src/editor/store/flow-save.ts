/** Saving over the real database, and reading what it gives back. Knows no store. */

import type { DataFailure } from '../../data/failure.ts';
import { createFlow, getFlow, type SaveResult, saveFlow } from '../../data/flows.ts';
import { renewSession, whoIsSignedIn } from '../../data/session.ts';
import type { FlowDocument } from '../../flow/document.ts';
import { hasLosses } from '../../flow/read.ts';
import { readDrawing } from '../../kinds/drawn.ts';
import { fail, type Result, succeed } from '../../lib/result.ts';
import { later, partOf } from '../../ui/later.ts';
import type { SaveFailure, SavePort } from './save-port.ts';

const SAVE_FAILURES: Record<Extract<SaveResult, { ok: false }>['reason'], SaveFailure> = {
  conflict: 'conflict',
  gone: 'refused',
  'signed-out': 'signed-out',
  offline: 'unreachable',
  busy: 'busy',
  refused: 'refused',
};

const snapshots = later(() => import('../../data/snapshots.ts'));

/** Nothing is written in another person's name, whoever signed in meanwhile. */
export function createFlowSave(flowId: string, workspaceId: string, person: string): SavePort {
  async function asPerson<Value>(
    write: () => Promise<Result<Value, SaveFailure>>,
  ): Promise<Result<Value, SaveFailure>> {
    const who = await whoIsSignedIn();
    if (!who.ok) return fail(who.failure === 'busy' ? 'busy' : 'unreachable');
    if (who.value !== person) return fail('signed-out');
    const answer = await write();
    // The server no longer takes the token that this browser believes in.
    if (answer.ok || answer.failure !== 'signed-out' || !(await renewSession())) return answer;
    return write();
  }
  return {
    save: (document, baseRevision) =>
      asPerson(async () => {
        const answer = await saveFlow(flowId, baseRevision, document);
        return answer.ok ? succeed({ revision: answer.revision }) : fail(SAVE_FAILURES[answer.reason]);
      }),
    load: () =>
      asPerson(async () => {
        const answer = await getFlow(flowId);
        if (!answer.ok) return fail(failureOf(answer.failure));
        const document = readDocument(answer.value.document);
        return document ? succeed({ document, revision: answer.value.revision }) : fail('refused');
      }),
    keepBoth: (own, other) =>
      asPerson(async () => {
        const answer = await (await partOf(snapshots))?.keepSnapshots(workspaceId, flowId, { own, other });
        if (!answer) return fail('unreachable');
        return answer.ok ? succeed(null) : fail(failureOf(answer.failure));
      }),
    saveCopy: (document) =>
      asPerson(async () => {
        const answer = await createFlow(workspaceId, document);
        return answer.ok ? succeed({ flowId: answer.value.id }) : fail(failureOf(answer.failure));
      }),
  };
}

function failureOf({ code }: DataFailure): SaveFailure {
  if (code === 'offline') return 'unreachable';
  // What is unexpected is no word about this person and this flow: nothing is known.
  if (code === 'busy' || code === 'unexpected') return 'busy';
  return code === 'signed-out' ? 'signed-out' : 'refused';
}

/** Undefined when something in it cannot be read: it must not be edited and saved over. */
export function readDocument(json: unknown): FlowDocument | undefined {
  const { document, problems } = readDrawing(json);
  return hasLosses(problems) ? undefined : document;
}
