/**
 * The line over `@vapi-ai/web` 2.7.1: events in recorded shapes from a stand-in of its client, then the real client in a room of the sandbox
 * behind a stand-in for Daily.
 */
import { EventEmitter } from 'node:events';
import Daily from '@daily-co/daily-js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DailyStandIn } from '../vapi/sandbox/testing/daily-stand-in.ts';
import { scriptedAssistant, testSandbox } from '../vapi/sandbox/testing.ts';
import type { TalkEvent } from './line.ts';
import { ERRORS, RECORDED } from './testing/recorded-messages.ts';
import { createVapiLine, loadWebClient, type WebClient } from './vapi-line.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Stands for the library's client: emits what a test gives it, and notes what is asked. */
class ClientStandIn extends EventEmitter {
  readonly asked: unknown[] = [];
  room: ReturnType<WebClient['getDailyCallObject']> = null;
  refusal: Error | null = null;
  async reconnect(call: unknown) {
    this.asked.push(['reconnect', call]);
    if (this.refusal) {
      this.emit('error', ERRORS.reconnect);
      throw this.refusal;
    }
  }
  send(message: unknown) {
    this.asked.push(['send', message]);
  }
  async stop() {
    this.asked.push(['stop']);
    this.emit('call-end');
  }
  setMuted(isMuted: boolean) {
    this.asked.push(['muted', isMuted]);
  }
  async setInputDevicesAsync(options: unknown) {
    this.asked.push(['microphone', options]);
  }
  setOutputDeviceAsync(options: unknown) {
    this.asked.push(['speaker', options]);
  }
  getDailyCallObject() {
    return this.room;
  }
}

function open(play?: (track: MediaStreamTrack) => Promise<unknown>) {
  const client = new ClientStandIn();
  const heard: TalkEvent[] = [];
  const line = createVapiLine({
    call: { id: 'ours', webCallUrl: 'https://vapi.daily.co/room' },
    client: client as unknown as WebClient,
    hear: (event) => heard.push(event),
    ...(play ? { play } : {}),
  });
  return { client, heard, line };
}

describe('the line over recorded events', () => {
  it('enters with the address and our id, and is ready once though the library says so twice', async () => {
    const { client, heard, line } = open();
    await line.start();
    expect(client.asked).toEqual([['reconnect', { webCallUrl: 'https://vapi.daily.co/room', id: 'ours' }]]);
    client.emit('call-start');
    client.emit('call-start');
    expect(heard).toEqual([{ type: 'ready' }]);
  });

  it('hears an assistant that has started before the line was ready', async () => {
    const { client, heard } = open();
    client.emit('message', RECORDED.started);
    client.emit('call-start');
    expect(heard).toEqual([{ type: 'member', name: 'Reception 1' }, { type: 'ready' }]);
  });

  it('takes arguments of tools as text and as object', () => {
    const { client, heard } = open();
    client.emit('message', RECORDED.toolCallsText);
    client.emit('message', RECORDED.toolCallsObject);
    expect(heard.map((event) => event.type === 'traced' && event.message)).toMatchObject([
      { arguments: { step: '2', who: 'Anna' } },
      { arguments: { destination: 'Booking 2' } },
    ]);
  });

  it('tells levels and who speaks', () => {
    const { client, heard } = open();
    client.emit('speech-start');
    client.emit('volume-level', 0.4);
    client.emit('speech-end');
    client.emit('network-quality-change', { threshold: 'very-low', quality: 10 });
    expect(heard).toEqual([
      { type: 'speaking', who: 'assistant', isSpeaking: true },
      { type: 'level', who: 'assistant', level: 0.4 },
      { type: 'speaking', who: 'assistant', isSpeaking: false },
      { type: 'network', isWeak: true },
    ]);
  });

  it('plays again from a press when the browser wanted one, and says that it can be heard', async () => {
    const track = {} as MediaStreamTrack;
    const sent: unknown[] = [];
    let mayPlay = false;
    const played: unknown[] = [];
    const { client, heard, line } = open(async (given) => {
      if (!mayPlay) throw new Error('NotAllowedError');
      played.push(given);
    });
    expect(await line.unblock()).toBe(false);
    client.room = {
      participants: () => ({
        local: { local: true },
        one: { local: false, user_name: 'Vapi Speaker', tracks: { audio: { persistentTrack: track } } },
      }),
      sendAppMessage: (data) => sent.push(data),
    };
    client.emit('error', ERRORS.autoplay);
    expect(heard).toEqual([{ type: 'blocked' }]);
    expect([await line.unblock(), sent]).toEqual([false, []]);
    mayPlay = true;
    expect([await line.unblock(), sent, played]).toEqual([true, ['playable'], [track]]);
  });

  const FAILURES: [string, string, unknown, TalkEvent | null][] = [
    ['error', 'noise cancellation that fails', ERRORS.noiseCancellation, null],
    ['error', 'a room that Vapi closed', ERRORS.meetingEnded, { type: 'ended', reason: 'other' }],
    ['error', 'a connection that is lost', ERRORS.connection, { type: 'failed', failure: 'line-lost' }],
    ['error', 'nothing at all', undefined, { type: 'failed', failure: 'line-lost' }],
    ['camera-error', 'no permission', ERRORS.permission, { type: 'failed', failure: 'not-allowed' }],
    ['camera-error', 'a microphone in use', ERRORS.microphoneInUse, { type: 'failed', failure: 'in-use' }],
    ['camera-error', 'no microphone', ERRORS.noMicrophone, { type: 'failed', failure: 'no-microphone' }],
    ['camera-error', 'an unknown one', {}, { type: 'failed', failure: 'unexpected' }],
  ];
  it.each(FAILURES)('%s: %s', (event, _name, given, expected) => {
    const { client, heard } = open();
    client.emit('call-start');
    client.emit(event, given);
    expect(heard.slice(1)).toEqual(expected === null ? [] : [expected]);
    expect(client.asked).toEqual(expected === null ? [] : [['stop']]);
    // Whatever comes after the end is of no interest.
    const before = heard.length;
    if (expected !== null) {
      client.emit('message', RECORDED.final);
      client.emit('error', ERRORS.connection);
      expect(heard).toHaveLength(before);
    }
  });

  it('says once that the room was not reached, though the library says it twice', async () => {
    const { client, heard, line } = open();
    client.refusal = new Error('network');
    await line.start();
    expect(heard).toEqual([{ type: 'failed', failure: 'not-reached' }]);
  });

  it('ends for the reason that Vapi gave, not for the room that closes after it', () => {
    const { client, heard } = open();
    client.emit('call-start');
    client.emit('message', RECORDED.ended);
    client.emit('call-end');
    client.emit('message', RECORDED.endedByLibrary);
    expect(heard.slice(1)).toEqual([{ type: 'ended', reason: 'assistant' }]);
  });

  it('ends when the room is gone without a word', () => {
    const { client, heard } = open();
    client.emit('call-end');
    expect(heard).toEqual([{ type: 'ended', reason: 'left' }]);
  });

  it('hangs up once, mutes, and changes devices', async () => {
    const { client, heard, line } = open();
    line.setMuted(true);
    await line.devices!.setMicrophone('m2');
    await line.devices!.setSpeaker('s2');
    await line.hangUp();
    await line.hangUp();
    line.setMuted(false);
    client.emit('error', ERRORS.connection);
    expect(client.asked).toEqual([
      ['muted', true],
      ['microphone', { audioDeviceId: 'm2' }],
      ['speaker', { outputDeviceId: 's2' }],
      ['send', { type: 'end-call' }],
      ['stop'],
    ]);
    expect(heard).toEqual([{ type: 'ended', reason: 'left' }]);
  });
});

it('the real client talks in a room of the sandbox', async () => {
  const { send } = testSandbox();
  const assistant = scriptedAssistant(
    'Only',
    {
      language: 'en',
      begin: { start: 1, opened: false },
      steps: [
        {
          number: 1,
          title: 'Name',
          instruction: {
            do: 'ask',
            question: 'What is your name?',
            items: [{ key: 'who', label: 'name', type: 'name', choices: [], optional: false }],
            readBack: false,
            to: { step: 2 },
            refused: { step: 2 },
          },
        },
        { number: 2, title: 'End', instruction: { do: 'end', tool: 'endCall', closing: 'Goodbye.' } },
      ],
    },
    {
      tools: [{ type: 'endCall', messages: [] }],
      clientMessages: ['status-update', 'transcript', 'tool-calls', 'speech-update', 'assistant.started'],
    },
  );
  const { body } = await send('POST', '/call/web', { assistant });
  const room = new DailyStandIn(
    async (url, given) => (await send('POST', new URL(url).pathname, given, null)).body,
  );
  const made = vi.spyOn(Daily, 'createCallObject').mockReturnValue(room as never);
  const heard: TalkEvent[] = [];
  const client = await loadWebClient('chosen-microphone');
  const line = createVapiLine({
    call: { id: 'ours', webCallUrl: body.webCallUrl },
    client,
    hear: (event) => heard.push(event),
  });
  await line.start();
  expect(made.mock.calls[0]?.[0]).toMatchObject({
    audioSource: 'chosen-microphone',
    dailyConfig: { avoidEval: true },
  });
  await room.speak('Anna Martin');
  const kept = heard.filter(({ type }) => type !== 'speaking' && type !== 'traced');
  expect(kept).toEqual([
    { type: 'ready' },
    { type: 'member', name: 'Only' },
    { type: 'said', who: 'assistant', text: 'What is', isFinal: false },
    { type: 'said', who: 'assistant', text: 'What is your name?', isFinal: true },
    { type: 'said', who: 'caller', text: 'Anna', isFinal: false },
    { type: 'said', who: 'caller', text: 'Anna Martin', isFinal: true },
    { type: 'said', who: 'assistant', text: 'Goodbye.', isFinal: true },
    { type: 'ended', reason: 'assistant' },
  ]);
  expect((await send('GET', `/call/${body.id}`)).body.status).toBe('ended');
});
