/** The Edge Function `vapi-webhook`: takes what Vapi reports of calls. Signed, kept once, then shown. */
import { isJsonObject } from '../../../src/lib/json.ts';
import { projectStored, receiveEvent } from '../_shared/call-inbox.ts';
import type { Deps } from '../_shared/deps.ts';
import { answer, parseJson, readBytes } from '../_shared/http.ts';
import { keepMessage } from '../_shared/kept-event.ts';
import { describeError } from '../_shared/log.ts';
import { within } from '../_shared/patience.ts';
import { hex } from '../_shared/secret.ts';
import { noteSignature, signingSecrets } from '../_shared/vapi-accounts.ts';
import { type SigningSecrets, signedWith } from '../_shared/vapi-signature.ts';
import { answerTo, metadataOf } from './answers.ts';

const LIMIT = 1024 * 1024;
/** To show what is safe already. Milliseconds. */
const LEISURE = 5_000;
/** Vapi gives up after ten seconds and sends again what is safe already. Milliseconds from the beginning. */
const ANSWERED_BY = 9_000;

export async function handle(request: Request, deps: Deps): Promise<Response> {
  if (request.method !== 'POST') return answer({}, 405);
  const now = deps.clock.now();
  const body = await readBytes(request, LIMIT);
  if (!body.ok) return answer({}, body.failure === 'broken' ? 400 : 413);
  // A workspace with its own account has its own address, and speaks for itself alone.
  const parts = new URL(request.url).pathname.split('/').filter(Boolean);
  const [workspace = null, ...rest] = parts.slice(parts.indexOf('vapi-webhook') + 1);
  if (rest.length > 0) return answer({}, 404);
  const secrets = await secretsBehind(deps, workspace);
  if (secrets === null) return answer({}, 503);
  const secret = await signedWith(request.headers, body.value, secrets, now);
  if (!secret) {
    deps.log({ function: 'vapi-webhook', event: 'refused', status: 401 });
    return answer({}, 401);
  }
  const json = parseJson(body.value);
  const message = isJsonObject(json) ? json.message : undefined;
  const kept = keepMessage(message);
  const type = kept?.type ?? 'unreadable';
  const dedupeKey = hex(new Uint8Array(await crypto.subtle.digest('SHA-256', body.value)));
  try {
    const event = { type, dedupeKey, kept, metadata: metadataOf(message), only: workspace, at: now };
    const reception = await within(deps.settings.databasePatience, receiveEvent(deps.service, event));
    if (reception.type === 'quarantined')
      deps.log({ function: 'vapi-webhook', event: 'quarantined', code: type });
    const leisure = Math.min(LEISURE, now + ANSWERED_BY - deps.clock.now());
    if (reception.type === 'kept') await show(deps, reception, leisure);
    await noteSignature(deps, 'vapi-webhook', workspace, secret);
  } catch (error) {
    deps.log({ function: 'vapi-webhook', event: 'not-kept', status: 503, ...describeError(error) });
    // Vapi sends it again.
    return answer({}, 503);
  }
  return answer(answerTo(type, message));
}

/** Null when they could not be looked up now: Vapi sends it again. */
async function secretsBehind(deps: Deps, workspace: string | null): Promise<SigningSecrets | null> {
  try {
    return await within(deps.settings.databasePatience, signingSecrets(deps, workspace));
  } catch (error) {
    deps.log({ function: 'vapi-webhook', event: 'no-secret', status: 503, ...describeError(error) });
    return null;
  }
}

/** The event is safe: when it cannot be shown now, `cron` shows it. */
async function show(
  deps: Deps,
  { workspace, call }: { readonly workspace: string; readonly call: string },
  leisure: number,
): Promise<void> {
  try {
    await within(leisure, projectStored(deps.service, workspace, call));
  } catch (error) {
    deps.log({ function: 'vapi-webhook', event: 'not-shown', ...describeError(error) });
  }
}
