/**
 * The line to Vapi: `@vapi-ai/web` enters a room that the Edge Function made (`reconnect`), with the room's address and nothing else. The
 * library is fetched when somebody talks. Knows neither the drawing nor who pays.
 */
import { createReader } from './client-messages.ts';
import type { EndReason, Hear, TalkEvent, TalkFailure, TalkLine } from './line.ts';

/** What is used of the library's client; tests drive the real one, or give recorded events. */
export interface WebClient {
  on(event: string, listener: (given?: unknown) => void): unknown;
  removeAllListeners(): unknown;
  reconnect(call: { webCallUrl: string; id?: string }): Promise<void>;
  send(
    message:
      | { type: 'end-call' }
      | { type: 'add-message'; message: { role: 'user'; content: string }; triggerResponseEnabled: true },
  ): void;
  stop(): Promise<void>;
  setMuted(isMuted: boolean): void;
  setInputDevicesAsync(options: { audioDeviceId: string }): Promise<void>;
  setOutputDeviceAsync(options: { outputDeviceId: string }): void;
  getDailyCallObject(): Room | null;
}

/** What is used of Daily's call object. */
interface Room {
  participants(): Readonly<Record<string, RoomMember>>;
  sendAppMessage(data: unknown): void;
}
interface RoomMember {
  readonly local: boolean;
  readonly user_name?: string;
  readonly tracks?: { readonly audio?: { readonly persistentTrack?: MediaStreamTrack } };
}

export interface VapiLineOptions {
  readonly call: { readonly id: string; readonly webCallUrl: string };
  readonly client: WebClient;
  readonly hear: Hear;
  /** Plays a track; rejects while the browser wants a press first. */
  readonly play?: (track: MediaStreamTrack) => Promise<unknown>;
}

/**
 * `avoidEval`: the policy of the page runs no text as code. The token is used by `start` alone, which nobody calls. Without a microphone
 * (`null`) nothing is asked for, and what is said is written.
 */
export async function loadWebClient(microphone: string | null | undefined): Promise<WebClient> {
  const found = (await import('@vapi-ai/web')) as unknown as { default: unknown };
  // A CommonJS module: builders disagree on which of the two is its default.
  const Client = (typeof found.default === 'function'
    ? found.default
    : (found.default as { default: unknown }).default) as unknown as new (
    token: string,
    url: undefined,
    config: { avoidEval: true },
    room: { audioSource?: string | false },
  ) => WebClient;
  const room = microphone === undefined ? {} : { audioSource: microphone ?? (false as const) };
  return new Client('', undefined, { avoidEval: true }, room);
}

/** Failures of extras without which the call goes on. */
const HARMLESS =
  /^(audio-observer-setup|audio-processing-setup|audio-processor-recovery|video-recording-setup)-error$/;

const CAMERA: Readonly<Record<string, TalkFailure>> = {
  permissions: 'not-allowed',
  'not-found': 'no-microphone',
  constraints: 'no-microphone',
  'mic-in-use': 'in-use',
  'cam-mic-in-use': 'in-use',
  'undefined-mediadevices': 'insecure',
};

export function createVapiLine({ call, client, hear, play = playTrack }: VapiLineOptions): TalkLine {
  const read = createReader();
  let isReady = false;
  let isOver = false;
  /** Said by Vapi before the room closes. */
  let reason: EndReason | null = null;

  const tell: Hear = (event) => {
    if (!isOver) hear(event);
  };
  const finish = (event: Extract<TalkEvent, { type: 'ended' | 'failed' }>) => {
    if (isOver) return;
    hear(event);
    isOver = true;
    void client.stop().catch(() => {}); // there is no room any more
  };

  // Told when the assistant listens, and once more when everything is set up: in either order.
  client.on('call-start', () => {
    if (isReady) return;
    isReady = true;
    tell({ type: 'ready' });
  });
  client.on('message', (message) => {
    for (const event of read(message)) {
      if (event.type === 'ended') {
        reason = event.reason;
        finish(event);
      } else tell(event);
    }
  });
  client.on('volume-level', (level) => tell({ type: 'level', who: 'assistant', level: Number(level) || 0 }));
  client.on('speech-start', () => tell({ type: 'speaking', who: 'assistant', isSpeaking: true }));
  client.on('speech-end', () => tell({ type: 'speaking', who: 'assistant', isSpeaking: false }));
  client.on('network-quality-change', (quality) => tell({ type: 'network', isWeak: isWeak(quality) }));
  client.on('call-end', () => finish({ type: 'ended', reason: reason ?? 'left' }));
  client.on('camera-error', (given) =>
    finish({ type: 'failed', failure: CAMERA[cameraErrorOf(given)] ?? 'unexpected' }),
  );
  client.on('error', (given) => {
    const event = eventOfError(given, isReady);
    if (event === null) return;
    if (event.type === 'blocked') tell(event);
    else finish(event);
  });

  return {
    async start() {
      try {
        await client.reconnect({ webCallUrl: call.webCallUrl, id: call.id });
      } catch {
        finish({ type: 'failed', failure: 'not-reached' });
      }
    },
    async hangUp() {
      if (isOver) return;
      hear({ type: 'ended', reason: 'left' });
      isOver = true;
      try {
        client.send({ type: 'end-call' });
      } catch {
        // Leaving the room ends the call too.
      }
      await client.stop().catch(() => {}); // left already
      client.removeAllListeners();
      // An error without a listener would be thrown.
      client.on('error', () => {});
    },
    setMuted: (isMuted) => {
      if (!isOver) client.setMuted(isMuted);
    },
    write(text) {
      if (isOver) return;
      client.send({
        type: 'add-message',
        message: { role: 'user', content: text },
        triggerResponseEnabled: true,
      });
      // Vapi tells what it hears, not what it reads.
      hear({ type: 'said', who: 'caller', text, isFinal: true });
    },
    unblock: () => unblock(client.getDailyCallObject(), play),
    devices: {
      setMicrophone: (audioDeviceId) => client.setInputDevicesAsync({ audioDeviceId }),
      setSpeaker: async (outputDeviceId) => client.setOutputDeviceAsync({ outputDeviceId }),
    },
  };
}

type Loose = Readonly<Record<string, unknown>>;
const looseOf = (value: unknown): Loose =>
  (typeof value === 'object' && value !== null ? value : {}) as Loose;

/** Null for what the call goes on without. */
function eventOfError(
  given: unknown,
  isReady: boolean,
): Extract<TalkEvent, { type: 'blocked' | 'ended' | 'failed' }> | null {
  const { type, error } = looseOf(given);
  if (type === 'audio-start-failed') return { type: 'blocked' };
  if (typeof type === 'string' && HARMLESS.test(type)) return null;
  const detail = looseOf(error);
  const words = [detail.errorMsg, detail.message, looseOf(detail.error).msg].filter(
    (one): one is string => typeof one === 'string',
  );
  // How Daily tells that Vapi has closed the room.
  if (words.some((text) => /meeting has ended|ejected|room was deleted/i.test(text)))
    return { type: 'ended', reason: 'other' };
  return { type: 'failed', failure: isReady ? 'line-lost' : 'not-reached' };
}

function cameraErrorOf(given: unknown): string {
  const { type } = looseOf(looseOf(looseOf(given).error).error);
  return typeof type === 'string' ? type : '';
}

function isWeak(quality: unknown): boolean {
  const { threshold, networkState } = looseOf(quality);
  return (
    threshold === 'very-low' || threshold === 'low' || networkState === 'bad' || networkState === 'warning'
  );
}

/** The library gives up when playing was refused; the first message waits until the browser says that it can be heard. */
async function unblock(
  room: Room | null,
  play: (track: MediaStreamTrack) => Promise<unknown>,
): Promise<boolean> {
  const members = Object.values(room?.participants() ?? {});
  const track = members.find((one) => !one.local && one.tracks?.audio?.persistentTrack)?.tracks?.audio
    ?.persistentTrack;
  if (!room || !track) return false;
  try {
    await play(track);
  } catch {
    return false;
  }
  room.sendAppMessage('playable');
  return true;
}

function playTrack(track: MediaStreamTrack): Promise<unknown> {
  const player = new Audio();
  player.srcObject = new MediaStream([track]);
  return player.play();
}
