import { describe, expect, it } from 'vitest';
import {
  askForMicrophone,
  levelOf,
  listDevices,
  type MicrophoneFailure,
  type MicrophoneScope,
  microphonePermission,
} from './microphone.ts';

const stream = {} as MediaStream;

function scope(refusal?: string, asked: unknown[] = []): MicrophoneScope {
  return {
    isSecureContext: true,
    navigator: {
      mediaDevices: {
        getUserMedia: async (wanted) => {
          asked.push(wanted);
          if (refusal) throw Object.assign(new Error(refusal), { name: refusal });
          return stream;
        },
        enumerateDevices: async () =>
          [
            { kind: 'audioinput', deviceId: 'a', label: 'Headset' },
            { kind: 'audioinput', deviceId: '', label: '' },
            { kind: 'videoinput', deviceId: 'c', label: 'Camera' },
            { kind: 'audiooutput', deviceId: 'b', label: 'Loudspeaker' },
          ] as MediaDeviceInfo[],
      },
    },
  };
}

describe('the microphone', () => {
  it('is asked for alone, or by name', async () => {
    const asked: unknown[] = [];
    expect(await askForMicrophone(scope(undefined, asked))).toEqual({ ok: true, value: stream });
    await askForMicrophone(scope(undefined, asked), 'a');
    expect(asked).toEqual([{ audio: true }, { audio: { deviceId: { exact: 'a' } } }]);
  });

  it.each<[string, MicrophoneFailure]>([
    ['NotAllowedError', 'not-allowed'],
    ['SecurityError', 'not-allowed'],
    ['NotFoundError', 'no-microphone'],
    ['OverconstrainedError', 'no-microphone'],
    ['NotReadableError', 'in-use'],
    ['TypeError', 'unexpected'],
  ])('%s means %s', async (name, failure) => {
    expect(await askForMicrophone(scope(name))).toEqual({ ok: false, failure });
  });

  it('is there on secure pages only, and not in every browser', async () => {
    expect(await askForMicrophone({ isSecureContext: false, navigator: {} })).toEqual({
      ok: false,
      failure: 'insecure',
    });
    expect(await askForMicrophone({ navigator: {} })).toEqual({ ok: false, failure: 'unsupported' });
  });

  it('knows whether a question will be shown, where browsers tell', async () => {
    const query = async () => ({ state: 'granted' }) as PermissionStatus;
    expect(await microphonePermission({ navigator: { permissions: { query } } })).toBe('granted');
    expect(await microphonePermission({ navigator: {} })).toBe('unknown');
    const refuse = async () => {
      throw new TypeError('microphone is no permission here');
    };
    expect(await microphonePermission({ navigator: { permissions: { query: refuse } } })).toBe('unknown');
  });

  it('lists what has a name, and loudspeakers where one may choose', async () => {
    expect(await listDevices(scope(), true)).toEqual({
      microphones: [{ id: 'a', name: 'Headset' }],
      speakers: [{ id: 'b', name: 'Loudspeaker' }],
    });
    expect((await listDevices(scope(), false)).speakers).toEqual([]);
    expect(await listDevices({ navigator: {} }, true)).toEqual({ microphones: [], speakers: [] });
  });

  it('measures silence as nothing and a loud wave as everything', () => {
    expect(levelOf(new Uint8Array(64).fill(128))).toBe(0);
    expect(levelOf(Uint8Array.from({ length: 64 }, (_, index) => (index % 2 ? 255 : 0)))).toBe(1);
    expect(levelOf(new Uint8Array(0))).toBe(0);
  });
});
