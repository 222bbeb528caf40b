/** Opens a call on a browser link: at Vapi by its room, on the sandbox by words that the browser reads and hears. Knows no component. */
import type { ApiFailure } from '../../data/ask.ts';
import { talkOnBrowserLink } from '../../data/browser-talk.ts';
import type { LinkRefusal } from '../../publish/browser-talk-wire.ts';
import { askForMicrophone } from '../../talk/microphone.ts';
import { createSandboxLine } from '../../talk/sandbox-line.ts';
import type { Open } from '../../talk/talk.ts';
import { createVapiLine, loadWebClient } from '../../talk/vapi-line.ts';
import { createEar, type Ear, type ListeningScope } from '../../voice/listen.ts';
import { createMouth, type Mouth } from '../../voice/speak.ts';
import { roomConversation } from './room-conversation.ts';

export type Refusal = LinkRefusal | ApiFailure['code'] | 'not-loaded';

/** Hears nothing: what is said is written. */
const DEAF: Ear = {
  canListen: false,
  listen: () => ({ result: new Promise(() => {}), finish() {}, cancel() {} }),
};

const mute = (mouth: Mouth): Mouth => ({ ...mouth, canSpeak: false });

export interface CallWishes {
  /** With the microphone, which is asked for now and not before; otherwise in writing. */
  readonly speaks: boolean;
  readonly isSandbox: boolean;
  /** What the owner wants said. */
  readonly onMessage: (message: string | null) => void;
}

/**
 * The library is fetched before the call is made: an empty room is closed after seconds.
 * @public fetched by `import()` as a whole
 */
export function openCall(token: string, { speaks, isSandbox, onMessage }: CallWishes): Open<Refusal> {
  return async (hear) => {
    if (speaks) {
      const asked = await askForMicrophone(window);
      if (!asked.ok) return { ok: false, failure: asked.failure };
      // Whoever listens opens it for themselves.
      for (const track of asked.value.getTracks()) track.stop();
    }
    const client = isSandbox ? null : await loadWebClient(speaks ? undefined : null).catch(() => null);
    if (!isSandbox && !client) return { ok: false, failure: 'not-loaded' };
    const answer = await talkOnBrowserLink(token);
    if (!answer.ok) return { ok: false, failure: answer.failure.code };
    const call = answer.value;
    if (call.outcome === 'refused') {
      onMessage(call.message);
      return { ok: false, failure: call.reason };
    }
    const common = { follower: null, seconds: call.seconds };
    if (client) {
      const { id, webCallUrl } = call;
      const line = createVapiLine({ call: { id, webCallUrl }, client, hear });
      return { ok: true, value: { ...common, line, settle: async () => {} } };
    }
    const conversation = roomConversation(call.webCallUrl);
    const mouth = createMouth(window);
    const ear = createEar(window as ListeningScope);
    const line = createSandboxLine({
      conversation,
      mouth: speaks ? mouth : mute(mouth),
      ear: speaks ? ear : DEAF,
      language: call.language,
      hear,
    });
    return { ok: true, value: { ...common, line, settle: conversation.leave } };
  };
}
