/**
 * A port to Vapi that repeats what may be repeated: reading and deleting, a few times, as long as the budget lasts. Creations and
 * changes it passes on as they are; whoever sends them knows what to do when their answer is lost.
 */
import type { Result } from '../lib/result.ts';
import type { VapiApi, VapiFailure } from '../vapi/contract/api.ts';
import type { Clock } from './ports.ts';

const MOST_TRIES = 6;
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 8_000;

/** `deadline` in milliseconds since the epoch: no pause goes beyond it. */
export function patient(vapi: VapiApi, clock: Clock, deadline: number): VapiApi {
  const again =
    <Asked extends unknown[], Value>(ask: (...asked: Asked) => Promise<Result<Value, VapiFailure>>) =>
    async (...asked: Asked): Promise<Result<Value, VapiFailure>> => {
      for (let tries = 1; ; tries++) {
        const answer = await ask(...asked);
        if (answer.ok || answer.failure.kind === 'refused' || tries >= MOST_TRIES) return answer;
        const pause = pauseAfter(answer.failure, tries);
        if (clock.now() + pause >= deadline) return answer;
        await clock.sleep(pause);
      }
    };
  return {
    ...vapi,
    getAssistant: again(vapi.getAssistant),
    listAssistants: again(vapi.listAssistants),
    deleteAssistant: again(vapi.deleteAssistant),
    getSquad: again(vapi.getSquad),
    listSquads: again(vapi.listSquads),
    deleteSquad: again(vapi.deleteSquad),
    getPhoneNumber: again(vapi.getPhoneNumber),
    listPhoneNumbers: again(vapi.listPhoneNumbers),
    listCalls: again(vapi.listCalls),
  };
}

/** As long as Vapi asks; otherwise longer each time. */
function pauseAfter(failure: VapiFailure, tries: number): number {
  const asked = failure.kind === 'limited' ? failure.retryAfterSeconds : undefined;
  return asked === undefined ? Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (tries - 1)) : asked * 1000;
}
