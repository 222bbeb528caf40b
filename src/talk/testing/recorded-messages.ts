/**
 * What `@vapi-ai/web` 2.7.1 hands to a page, as recorded shapes: written down from the library's source (`vapi.ts`) and types (`api.ts`,
 * `@daily-co/daily-js` 0.87), not from a call. What Vapi sends is given as it arrives by `message`.
 */

const assistant = {
  name: 'Reception 1',
  firstMessage: 'Hello.',
  model: { provider: 'openai', model: 'gpt-4.1', messages: [{ role: 'system', content: 'You are …' }] },
  server: { url: 'https://example.com/hook' },
};

export const RECORDED = {
  partial: {
    type: 'transcript',
    role: 'user',
    transcriptType: 'partial',
    transcript: 'I would',
    timestamp: 1,
  },
  final: {
    type: 'transcript',
    role: 'user',
    transcriptType: 'final',
    transcript: 'I would like an appointment.',
    timestamp: 2,
  },
  finalOnly: {
    type: 'transcript[transcriptType="final"]',
    role: 'assistant',
    transcriptType: 'final',
    transcript: 'Certainly.',
  },
  silence: { type: 'transcript', role: 'user', transcriptType: 'final', transcript: ' ' },
  conversationUpdate: {
    type: 'conversation-update',
    messages: [{ role: 'bot', message: 'Hello.', secondsFromStart: 1 }],
    messagesOpenAIFormatted: [{ role: 'assistant', content: 'Hello.' }],
  },
  modelOutput: { type: 'model-output', output: 'Cer', turnId: 'turn-1' },
  toolCallsText: {
    type: 'tool-calls',
    toolCallList: [
      {
        id: 'call_1',
        type: 'function',
        function: { name: 'note_step', arguments: '{"step":"2","who":"Anna"}' },
      },
    ],
    toolWithToolCallList: [],
  },
  toolCallsObject: {
    type: 'tool-calls',
    toolCallList: [
      { id: 'call_2', type: 'function', function: { name: 'go_2', arguments: { destination: 'Booking 2' } } },
    ],
  },
  toolCallsBroken: {
    type: 'tool-calls',
    toolCallList: [{ id: 'call_3', type: 'function', function: { name: 'go_3', arguments: '{"a":' } }, null],
  },
  toolResult: {
    type: 'tool-calls-result',
    toolCallResult: { toolCallId: 'call_1', name: 'note_step', result: '{"outcome":"open"}' },
  },
  toolResultUnnamed: { type: 'tool-calls-result', toolCallResult: { toolCallId: 'call_2', result: 'ok' } },
  started: { type: 'assistant.started', newAssistant: assistant, timestamp: 3 },
  transferToMember: { type: 'transfer-update', toAssistant: { name: 'Booking 2' }, fromAssistant: assistant },
  transferToNumber: { type: 'transfer-update', destination: { type: 'number', number: '+33189480042' } },
  speechStarted: { type: 'speech-update', status: 'started', role: 'assistant', turn: 0 },
  speechStopped: { type: 'speech-update', status: 'stopped', role: 'user', turn: 1 },
  inProgress: { type: 'status-update', status: 'in-progress' },
  ended: { type: 'status-update', status: 'ended', endedReason: 'assistant-ended-call' },
  /** Made by the library itself when the room is left. */
  endedByLibrary: { type: 'status-update', status: 'ended', endedReason: 'customer-ended-call' },
  hang: { type: 'hang' },
} as const;

/** What `error` and `camera-error` carry: `serializeError` puts `message` before the fields of what Daily gave. */
export const ERRORS = {
  autoplay: {
    type: 'audio-start-failed',
    error: {
      message: "play() failed because the user didn't interact with the document first.",
      name: 'NotAllowedError',
    },
  },
  noiseCancellation: {
    type: 'audio-processing-setup-error',
    stage: 'audio-processing-setup',
    error: { message: 'Canceled', name: 'KrispInitError' },
  },
  meetingEnded: {
    type: 'daily-error',
    error: {
      message: { type: 'ejected', msg: 'Meeting has ended' },
      action: 'error',
      errorMsg: 'Meeting has ended',
      error: { type: 'ejected', msg: 'Meeting has ended' },
    },
  },
  connection: {
    type: 'daily-error',
    error: {
      message: { type: 'connection-error', msg: 'Connection lost' },
      action: 'error',
      errorMsg: 'Connection lost',
      error: { type: 'connection-error', msg: 'Connection lost' },
    },
  },
  reconnect: {
    type: 'reconnect-error',
    error: { message: 'network error', name: 'Error' },
    context: { isReconnect: true },
  },
  permission: {
    type: 'camera-error',
    error: {
      message: { type: 'permissions', blockedBy: 'user', blockedMedia: ['audio'] },
      action: 'camera-error',
      errorMsg: { errorMsg: 'not allowed', audioOk: false },
      error: { type: 'permissions', blockedBy: 'user', blockedMedia: ['audio'] },
    },
  },
  microphoneInUse: {
    type: 'camera-error',
    error: { action: 'camera-error', errorMsg: { errorMsg: 'in use' }, error: { type: 'mic-in-use' } },
  },
  noMicrophone: {
    type: 'camera-error',
    error: {
      action: 'camera-error',
      errorMsg: { errorMsg: 'not found' },
      error: { type: 'not-found', missingMedia: ['audio'] },
    },
  },
} as const;
