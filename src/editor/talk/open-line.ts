/** Opens the line that there is: to Vapi, by a call that the server makes, or to the sandbox, by the rehearsal. Knows no component. */
import { endTestCall, startTestCall } from '../../data/test-calls.ts';
import type { TestCallRefusal, TestCallState } from '../../publish/test-call-wire.ts';
import type { ErrorCode } from '../../publish/wire.ts';
import { followCall } from '../../talk/follow-call.ts';
import { type Conversation, createSandboxLine } from '../../talk/sandbox-line.ts';
import type { Open } from '../../talk/talk.ts';
import { createVapiLine, loadWebClient } from '../../talk/vapi-line.ts';
import { createEar, type ListeningScope } from '../../voice/listen.ts';
import { createMouth } from '../../voice/speak.ts';
import type { Editor } from '../editor-context.ts';
import { mannerOf } from '../flow-settings/voice-sample.ts';
import type { Rehearsal } from '../rehearse-panel/rehearsal.ts';

export type Refusal = TestCallRefusal | ErrorCode | 'offline' | 'not-saved' | 'not-loaded';

/** With what the rehearsal pretends. The library is fetched before the call is made: an empty room is closed after seconds. */
export function openVapi(
  editor: Editor,
  rehearsal: Rehearsal,
  microphone: string | undefined,
  onSettled: (state: TestCallState) => void,
): Open<Refusal> {
  return async (hear) => {
    if (!(await editor.autosave.flush()).ok) return { ok: false, failure: 'not-saved' };
    const client = await loadWebClient(microphone).catch(() => null);
    if (!client) return { ok: false, failure: 'not-loaded' };
    const { pretence } = rehearsal.state.getState();
    const isNothingPretended = Object.keys(pretence).length === 0;
    const answer = await startTestCall({
      flowId: editor.flowId,
      ...(isNothingPretended ? {} : { pretence }),
    });
    if (!answer.ok) return { ok: false, failure: answer.failure.code };
    if (answer.value.outcome === 'refused') return { ok: false, failure: answer.value.reason };
    const { id, webCallUrl, manifest, seconds } = answer.value;
    const { document } = editor.store.state.getState();
    return {
      ok: true,
      value: {
        line: createVapiLine({ call: { id, webCallUrl }, client, hear }),
        follower: followCall(document, manifest, Date.now()),
        seconds,
        settle: () => settle(id, onSettled),
      },
    };
  };
}

/** Milliseconds between questions; Vapi says what a call cost some seconds after its end, and `cron` asks when nobody does. */
const PAUSES = [0, 2_000, 4_000, 8_000, 16_000, 30_000];

async function settle(id: string, onSettled: (state: TestCallState) => void): Promise<void> {
  for (const pause of PAUSES) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const answer = await endTestCall(id);
    if (!answer.ok) continue;
    onSettled(answer.value);
    if (answer.value.state === 'settled') return;
  }
}

export function openSandbox(editor: Editor, rehearsal: Rehearsal): Open<Refusal> {
  return async (hear) => {
    const { document } = editor.store.state.getState();
    const conversation: Conversation = {
      moment: rehearsal.state.getState,
      subscribe: rehearsal.state.subscribe,
      start: rehearsal.start,
      say: rehearsal.say,
    };
    return {
      ok: true,
      value: {
        line: createSandboxLine({
          conversation,
          mouth: createMouth(window),
          ear: createEar(window as ListeningScope),
          language: document.language,
          manner: mannerOf(document.settings.voice, document.language),
          hear,
        }),
        follower: null,
        seconds: null,
        settle: async () => {},
      },
    };
  };
}
