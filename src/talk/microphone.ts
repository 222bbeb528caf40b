/** The microphone: asking for it, how loud it is, which ones there are. Knows no call and no words. */
import { fail, type Result, succeed } from '../lib/result.ts';

/**
 * `insecure`: the page is not served over https, so that browsers give it no microphone. `in-use`: another program holds it.
 * `unsupported`: this browser has none to give.
 */
export type MicrophoneFailure =
  | 'not-allowed'
  | 'no-microphone'
  | 'in-use'
  | 'insecure'
  | 'unsupported'
  | 'unexpected';

/** The parts of the browser that are asked; a test gives its own. */
export interface MicrophoneScope {
  readonly isSecureContext?: boolean;
  readonly navigator: {
    readonly mediaDevices?: Pick<MediaDevices, 'getUserMedia' | 'enumerateDevices'> | undefined;
    readonly permissions?: Pick<Permissions, 'query'> | undefined;
  };
}

const FAILURES: Readonly<Record<string, MicrophoneFailure>> = {
  NotAllowedError: 'not-allowed',
  SecurityError: 'not-allowed',
  NotFoundError: 'no-microphone',
  OverconstrainedError: 'no-microphone',
  NotReadableError: 'in-use',
  AbortError: 'in-use',
};

/** May show the browser's own question. The microphone stays open until the stream's tracks are stopped. */
export async function askForMicrophone(
  { navigator, isSecureContext }: MicrophoneScope,
  device?: string,
): Promise<Result<MediaStream, MicrophoneFailure>> {
  if (isSecureContext === false) return fail('insecure');
  if (!navigator.mediaDevices?.getUserMedia) return fail('unsupported');
  try {
    const audio = device === undefined ? true : { deviceId: { exact: device } };
    return succeed(await navigator.mediaDevices.getUserMedia({ audio }));
  } catch (error) {
    return fail(FAILURES[(error as { name?: string }).name ?? ''] ?? 'unexpected');
  }
}

/** Whether asking shows a question; `unknown` where browsers do not tell. */
export async function microphonePermission({
  navigator,
}: MicrophoneScope): Promise<PermissionState | 'unknown'> {
  try {
    const asked = await navigator.permissions?.query({ name: 'microphone' as PermissionName });
    return asked?.state ?? 'unknown';
  } catch {
    return 'unknown';
  }
}

export interface Device {
  readonly id: string;
  readonly name: string;
}

export interface Devices {
  readonly microphones: readonly Device[];
  /** Empty where browsers let nobody choose. */
  readonly speakers: readonly Device[];
}

/** Named only after the microphone was allowed. */
export async function listDevices(
  { navigator }: MicrophoneScope,
  canChooseSpeaker: boolean,
): Promise<Devices> {
  const all = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? [];
  const of = (kind: MediaDeviceKind) =>
    all
      .filter((device) => device.kind === kind && device.deviceId !== '' && device.label !== '')
      .map(({ deviceId, label }) => ({ id: deviceId, name: label }));
  return { microphones: of('audioinput'), speakers: canChooseSpeaker ? of('audiooutput') : [] };
}

const EVERY = 80;

/** Tells ten times a second how loud it is, 0 to 1, until it is stopped. Silent where browsers cannot measure. */
export function measureLevel(stream: MediaStream, onLevel: (level: number) => void): () => void {
  if (typeof AudioContext === 'undefined') return () => {};
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 512;
  context.createMediaStreamSource(stream).connect(analyser);
  const wave = new Uint8Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getByteTimeDomainData(wave);
    onLevel(levelOf(wave));
  }, EVERY);
  return () => {
    clearInterval(timer);
    void context.close().catch(() => {}); // closed already
  };
}

/** Of a wave around 128; ordinary speech comes near 1. Pure. */
export function levelOf(wave: Uint8Array): number {
  const sum = wave.reduce((total, sample) => total + ((sample - 128) / 128) ** 2, 0);
  return Math.min(1, Math.sqrt(sum / Math.max(1, wave.length)) * 4);
}
