/** Starting a deployment that follows from a former one: its version again, or words in its place. Knows no routes. */
import * as z from 'zod';
import { fail, type Result, succeed } from '../../../src/lib/result.ts';
import type { DeploymentAnswer } from '../../../src/publish/wire.ts';
import { type Person, refuseUnless } from '../_shared/auth.ts';
import { findDeployment } from '../_shared/deployments.ts';
import type { Deps } from '../_shared/deps.ts';
import { type Derived, derive } from '../_shared/derive.ts';
import { refuse } from '../_shared/http.ts';
import { findStored, type StoredDeployment } from '../_shared/in-service.ts';
import { accountOf, type VapiAccount } from '../_shared/vapi-accounts.ts';
import { refuseAsVapi } from '../_shared/vapi-failure.ts';

export interface Former {
  readonly stored: StoredDeployment;
  readonly account: VapiAccount;
}

/** What somebody who may edit asks about, or the refusal to send. */
export async function findFormer(id: string, person: Person, deps: Deps): Promise<Result<Former, Response>> {
  const seen = z.uuid().safeParse(id).success ? await findDeployment(person.client, id) : null;
  if (!seen) return fail(refuse('not-found'));
  const refusal = await refuseUnless(person, seen.workspace, 'editor');
  if (refusal) return fail(refusal);
  const stored = await findStored(deps, id);
  if (!stored) return fail(refuse('not-found'));
  if (stored.phone_numbers?.elsewhere) return fail(refuse('number-elsewhere'));
  const account = await accountOf(deps, seen.workspace);
  if (!account.ok) return fail(refuse(account.failure));
  return succeed({ stored, account: account.value });
}

/** Started, not yet worked on: the browser advances it, and `cron` if that goes away. */
export async function startDerived(
  former: Former,
  derived: Derived,
  person: Person,
  deps: Deps,
): Promise<Result<DeploymentAnswer, Response>> {
  const started = await derive(deps, former, derived, person.id);
  if (!started.ok) {
    const { failure } = started;
    if (failure.code === 'vapi') return fail(refuseAsVapi(failure.failure));
    return fail(
      refuse(failure.code, failure.code === 'publication-running' ? { deployment: failure.deployment } : {}),
    );
  }
  const found = await findDeployment(person.client, started.value);
  return found ? succeed(found.answer) : fail(refuse('not-found'));
}
