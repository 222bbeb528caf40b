/** A saved draft as it is tried: compiled in `preview` mode, which tells the steps that are come to. Knows no conversation. */
import type { Pretence } from '../../../src/flow/compile/pretend.ts';
import { fail, type Result, succeed } from '../../../src/lib/result.ts';
import type { Deps } from '../_shared/deps.ts';
import { diallingOf } from '../_shared/dialling.ts';
import { refuse } from '../_shared/http.ts';
import { readableFiles } from '../_shared/knowledge-files.ts';
import { DRAFT, runtimeFor } from '../_shared/runtime-target.ts';
import { isSecret } from '../_shared/secrecy.ts';
import type { accountOf, VapiAccount } from '../_shared/vapi-accounts.ts';
import { type CompiledFlow, compileRow, type FlowRow } from './flow.ts';

export interface Draft {
  /** Who plays it. */
  readonly account: VapiAccount;
  readonly compiled: CompiledFlow;
}

/** What is wrong with the drawing is told before that no account can play it. */
export async function compileDraft(
  deps: Deps,
  flow: FlowRow,
  pretence: Pretence,
  asked: ReturnType<typeof accountOf>,
): Promise<Result<Draft, Response>> {
  const workspace = flow.workspace_id;
  const [account, files, dialRefusal, secrecy] = await Promise.all([
    asked,
    readableFiles(deps.service, workspace),
    diallingOf(deps.service, workspace),
    isSecret(deps.service, workspace),
  ]);
  const compiled = compileRow(flow, {
    mode: 'preview',
    pretence,
    files,
    dialRefusal,
    secrecy,
    metadata: { flow: flow.id },
    ...runtimeFor(account.ok ? account.value.runtime : null, flow.id, () => DRAFT),
  });
  if (!compiled.ok) return compiled;
  if (!account.ok) return fail(refuse(account.failure));
  return succeed({ account: account.value, compiled: compiled.value });
}
