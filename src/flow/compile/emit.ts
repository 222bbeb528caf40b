/**
 * Emit pass: one Vapi assistant from a linked member. Writes out everything that Vapi would default to English or
 * to "on" (design §6; reliability facts 5 and 6). Pure.
 */
import type { AssistantBody } from '../../vapi/contract/assistant.ts';
import type { HandoffTool, JsonSchema, TransferDestination, VapiTool } from '../../vapi/contract/tool.ts';
import type { ScriptStep } from '../../vapi/script/script.ts';
import type { FlowDocument, InformationId } from '../document.ts';
import type { Fragment } from '../kind.ts';
import { spokenText } from '../text.ts';
import type { Guard } from './group.ts';
import { informationSchema } from './information-schema.ts';
import type { Handoff } from './link.ts';
import { SPEECH, type Speech } from './speech.ts';
import { type CompileTarget, PREVIEW_SECONDS } from './target.ts';

export interface EmitInput {
  readonly document: FlowDocument;
  readonly target: CompileTarget;
  readonly name: string;
  readonly key: string;
  readonly prompt: string;
  /** Null for a member that takes a call over. */
  readonly firstMessage: string | null;
  readonly tools: readonly VapiTool[];
  readonly collects: readonly InformationId[];
  /** What is said when nobody speaks; null: nothing, and Vapi ends the call after its own time. */
  readonly reminders: readonly string[] | null;
}

export function emitAssistant(input: EmitInput): AssistantBody {
  const { document, target } = input;
  const speech = SPEECH[document.language];
  const first = input.firstMessage;
  return {
    name: input.name,
    firstMessage: first ?? '',
    firstMessageMode:
      first === null ? 'assistant-speaks-first-with-model-generated-message' : 'assistant-speaks-first',
    // The disclosure is in it: it is heard to its end.
    firstMessageInterruptionsEnabled: false,
    transcriber: { provider: 'deepgram', model: 'nova-3', language: document.language },
    voice: { provider: 'azure', voiceId: speech.voices[document.settings.voice] },
    model: {
      provider: 'openai',
      model: 'gpt-4.1',
      temperature: 0.2,
      maxTokens: 300,
      messages: [{ role: 'system', content: input.prompt }],
      tools: [...input.tools],
    },
    maxDurationSeconds: target.mode === 'preview' ? PREVIEW_SECONDS : document.settings.maximumSeconds,
    backgroundSound: 'off',
    ...(input.reminders ? { hooks: silenceHooks(input.reminders, speech) } : {}),
    startSpeakingPlan: {
      waitSeconds: 0.5,
      transcriptionEndpointingPlan: {
        onPunctuationSeconds: 0.1,
        onNoPunctuationSeconds: 1.2,
        onNumberSeconds: 0.8,
      },
    },
    stopSpeakingPlan: {
      numWords: 2,
      voiceSeconds: 0.2,
      backoffSeconds: 1,
      acknowledgementPhrases: [...speech.acknowledgements],
      interruptionPhrases: [...speech.interruptions],
    },
    artifactPlan: artifactPlan(input, speech),
    monitorPlan: {
      listenEnabled: false,
      listenAuthenticationEnabled: true,
      controlEnabled: false,
      controlAuthenticationEnabled: true,
    },
    analysisPlan: {
      summaryPlan: { enabled: false },
      structuredDataPlan: { enabled: false },
      successEvaluationPlan: { enabled: false },
    },
    ...(target.server ? { server: target.server } : {}),
    serverMessages: target.server ? ['status-update', 'assistant.started', 'end-of-call-report'] : [],
    clientMessages: [
      'status-update',
      'transcript',
      'tool-calls',
      'speech-update',
      'assistant.started',
      'transfer-update',
    ],
    metadata: { app: 'allokoli', ...target.metadata, member: input.key },
  };
}

/** Reminders, then a goodbye: one silence policy only (vapi-facts §12.34). */
function silenceHooks(reminders: readonly string[], speech: Speech): NonNullable<AssistantBody['hooks']> {
  const hook = (name: string, timeoutSeconds: number, triggerMaxCount: number, exact: readonly string[]) => ({
    on: 'customer.speech.timeout' as const,
    name,
    options: { timeoutSeconds, triggerMaxCount, triggerResetMode: 'onUserSpeech' as const },
    do: [{ type: 'say' as const, exact: [...exact] }],
  });
  const goodbye = hook('goodbye', 25, 1, [speech.silenceGoodbye]);
  return [
    hook('reminder', 8, 2, reminders),
    { ...goodbye, do: [...goodbye.do, { type: 'tool', tool: endCallTool('') }] },
  ];
}

function artifactPlan(input: EmitInput, speech: Speech): AssistantBody['artifactPlan'] {
  const { document, target } = input;
  const keepsWords = !target.secrecy;
  const properties = Object.fromEntries(
    (Object.keys(document.information) as InformationId[])
      .sort()
      .map((id) => [id, informationSchema(document, id)]),
  );
  const record = {
    name: speech.record,
    type: 'ai' as const,
    description: speech.recordDescription,
    schema: { type: 'object' as const, properties },
  };
  return {
    recordingEnabled: keepsWords && document.settings.recording && target.mode === 'publish',
    videoRecordingEnabled: false,
    loggingEnabled: false,
    pcapEnabled: false,
    fullMessageHistoryEnabled: true,
    transcriptPlan: { enabled: keepsWords },
    // Read out of the conversation after the call: a copy of what was said.
    ...(keepsWords && Object.keys(properties).length > 0 ? { structuredOutputs: [record] } : {}),
  };
}

/** Ends the call; with a closing it is spoken to its end first, word for word. */
export function endCallTool(closing: string): VapiTool {
  return {
    type: 'endCall',
    messages: [{ type: 'request-start', content: closing, ...(closing === '' ? {} : { blocking: true }) }],
  };
}

/** The tool with words that are spoken to their end before it acts; as it is without any. */
export function saying<Tool extends VapiTool>(words: string | undefined, tool: Tool): Tool {
  if (words === undefined) return tool;
  return { ...tool, messages: [{ type: 'request-start', content: words, blocking: true }] };
}

/** What tools speak by themselves has no model to fill brackets in. */
export function speakDefaults(tool: VapiTool, document: FlowDocument): VapiTool {
  const messages = tool.messages?.map((message) => ({
    ...message,
    content: spokenText(message.content, document),
  }));
  const spoken = { ...tool, ...(messages ? { messages } : {}) };
  if (spoken.type !== 'transferCall') return spoken;
  const destinations = spoken.destinations.map((one) =>
    one.message === undefined ? one : { ...one, message: spokenText(one.message, document) },
  );
  return { ...spoken, destinations };
}

/** Vetoes a tool under every outcome that should have left the member; a rule not computed yet forbids nothing. */
export function guardTool<Tool extends VapiTool>(tool: Tool, guards: readonly Guard[]): Tool {
  if (guards.length === 0 || tool.rejectionPlan) return tool;
  const tests = guards.map(({ variable, leaving }, index) => {
    const left = leaving.map((outcome) => `${variable} == "${outcome}"`).join(' or ');
    return `{% ${index === 0 ? 'if' : 'elsif'} ${left} %}true`;
  });
  const liquid = `${tests.join('')}{% else %}false{% endif %}`;
  return { ...tool, rejectionPlan: { conditions: [{ type: 'liquid', liquid }] } };
}

/** All people of a member in one tool: two tools of this type would collide (vapi-facts §3). */
export function transferTool(fragments: readonly Fragment[]): VapiTool | null {
  const byNumber = new Map<string, TransferDestination>();
  for (const destination of fragments.flatMap((fragment) => fragment.transferTo ?? [])) {
    const before = byNumber.get(destination.number);
    // A number has one way of being called; with several drawn, the one that does not lose the caller.
    if (!before || (isBlind(before) && !isBlind(destination))) byNumber.set(destination.number, destination);
  }
  if (byNumber.size === 0) return null;
  return {
    type: 'transferCall',
    destinations: [...byNumber.values()],
    messages: [{ type: 'request-start', content: '' }],
  };
}

function isBlind({ transferPlan }: TransferDestination): boolean {
  return transferPlan?.mode === 'blind-transfer';
}

export interface HandoffDestination {
  readonly memberName: string;
  /** Set when the member can be entered at several steps: the variable and the step number. */
  readonly entry?: { readonly variable: string; readonly step: number };
}

/** A silent way to another member, with what has been gathered so far (vapi-facts §2.2, §2.3). */
export function handoffTool(
  handoff: Pick<Handoff, 'tool' | 'wish' | 'vetoUnless'>,
  destination: HandoffDestination,
  document: FlowDocument,
  gathered: readonly InformationId[],
  surelyKnown: { has(id: InformationId): boolean },
): HandoffTool {
  const speech = SPEECH[document.language];
  const constant = (value: string): JsonSchema => ({
    type: 'string',
    enum: [value],
    description: speech.destination,
  });
  const properties: Record<string, JsonSchema> = { destination: constant(destination.memberName) };
  if (destination.entry) properties[destination.entry.variable] = constant(String(destination.entry.step));
  for (const id of gathered) properties[id] = informationSchema(document, id);
  const required = [
    'destination',
    ...(destination.entry ? [destination.entry.variable] : []),
    ...gathered.filter((id) => surelyKnown.has(id)),
  ];
  const veto = handoff.vetoUnless;
  return {
    type: 'handoff',
    function: {
      name: handoff.tool,
      description: speech.handoff(handoff.wish).slice(0, 900),
      parameters: { type: 'object', properties, required },
    },
    destinations: [
      {
        type: 'assistant',
        assistantName: destination.memberName,
        contextEngineeringPlan: { type: 'userAndAssistantMessages' },
      },
    ],
    messages: [],
    ...(veto
      ? {
          rejectionPlan: {
            conditions: [
              {
                type: 'liquid',
                liquid: `{% if ${veto.variable} == "${veto.outcome}" %}false{% else %}true{% endif %}`,
              },
            ],
          },
        }
      : {}),
  };
}

/** Preview builds: reports each new step, so that the drawing can light it (vapi-facts §7.4). */
export function progressTool(name: string, steps: readonly ScriptStep[], document: FlowDocument): VapiTool {
  const speech = SPEECH[document.language];
  const properties: Record<string, JsonSchema> = {
    step: { type: 'string', enum: steps.map((step) => String(step.number)), description: speech.stepNumber },
  };
  for (const id of (Object.keys(document.information) as InformationId[]).sort())
    properties[id] = informationSchema(document, id);
  return {
    type: 'function',
    async: true,
    function: {
      name,
      description: speech.progress,
      parameters: { type: 'object', properties, required: ['step'] },
    },
    messages: [{ type: 'request-start', content: '' }],
  };
}
