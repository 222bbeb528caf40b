/** Small assistants and tools that any Vapi takes, for the conformance suite. */

type Json = Readonly<Record<string, unknown>>;

const MODEL = { provider: 'openai', model: 'gpt-4.1-mini', temperature: 0 };

export function assistant(name: string, prompt: string, rest: Json = {}, tools: readonly unknown[] = []) {
  return {
    name,
    firstMessage: 'Hello from the suite.',
    model: { ...MODEL, messages: [{ role: 'system', content: prompt }], tools },
    transcriber: { provider: 'deepgram', model: 'nova-3', language: 'en' },
    voice: { provider: 'azure', voiceId: 'en-US-AriaNeural' },
    ...rest,
  };
}

export function handoff(name: string, to: string, description: string, parameters?: Json) {
  return {
    type: 'handoff',
    function: { name, description, ...(parameters ? { parameters } : {}) },
    destinations: [{ type: 'assistant', assistantName: to }],
    messages: [],
  };
}

/** A tool that computes at Vapi and needs no server. */
export function code(name: string, description: string, source: string, rest: Json = {}) {
  return {
    type: 'code',
    function: { name, description, parameters: { type: 'object', properties: {} } },
    code: source,
    messages: [],
    ...rest,
  };
}
