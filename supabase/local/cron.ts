/** Calls the Edge Function `cron` every minute, as pg_cron does in a hosted project. */
import type { RunningFunctions } from './functions.ts';

const PERIOD = 60_000;

/** Gives back how to stop it. */
export function startCron(functions: RunningFunctions, secret: string): () => void {
  const timer = setInterval(() => void call(functions, secret), PERIOD);
  timer.unref();
  return () => clearInterval(timer);
}

/** Failures are the function's own to report: it prints them; the next minute tries again. */
async function call(functions: RunningFunctions, secret: string): Promise<void> {
  try {
    await functions.ready();
    const answer = await fetch(`http://127.0.0.1:${functions.port}/functions/v1/cron`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}` },
      signal: AbortSignal.timeout(PERIOD),
    });
    await answer.body?.cancel();
  } catch {
    // See above.
  }
}
