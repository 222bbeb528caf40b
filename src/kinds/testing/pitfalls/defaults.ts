/** Pitfalls 21, 23, 28, 30 to 37, 48, 51: what Vapi does by itself when it is not told otherwise. */
import { expect } from 'vitest';
import { outcomeOf } from '../../../publish/projector.ts';
import { drawFlow, playFlow } from '../play-flow.ts';
import { addTool, assistantsOf, at, firstTool, type Json, keysNamed, type Row, toolsOf } from './row.ts';

/** The hooks that Vapi knows; others are dropped without a word. */
const HOOKS = [
  'call.ending',
  'assistant.speech.interrupted',
  'customer.speech.interrupted',
  'customer.speech.timeout',
  'call.timeElapsed',
];
/** Vapi ends a silent call after this long unless told otherwise. */
const SILENCE_SECONDS = 30;

export const defaultRows: readonly Row[] = [
  {
    number: 21,
    name: 'English by default: fillers, transcriber, words that interrupt',
    find: ({ squad, document }) => {
      const silent = toolsOf(squad).flatMap(({ at: path, tool }) =>
        tool.messages === undefined ? [path] : [],
      );
      const members = assistantsOf(squad).flatMap(
        ({ name, transcriber, stopSpeakingPlan, startSpeakingPlan }) => {
          const language = (transcriber as Json | undefined)?.language;
          const isTold =
            typeof language === 'string' &&
            language.startsWith(document.language) &&
            (stopSpeakingPlan?.acknowledgementPhrases?.length ?? 0) > 0 &&
            (stopSpeakingPlan?.interruptionPhrases?.length ?? 0) > 0 &&
            !JSON.stringify(startSpeakingPlan ?? {}).includes('livekit');
          return isTold ? [] : [name];
        },
      );
      return [...silent, ...members];
    },
    damage: (squad) => {
      delete firstTool(squad, 'transferCall').messages;
    },
  },
  {
    number: 23,
    name: 'no first message: callers hear silence',
    find: ({ squad }) => {
      const [first, ...others] = assistantsOf(squad);
      const speaks =
        first!.firstMessageMode === 'assistant-speaks-first' && (first!.firstMessage ?? '').trim() !== '';
      const silent = others.flatMap(({ name, firstMessageMode }) =>
        firstMessageMode === undefined || firstMessageMode === 'assistant-waits-for-user' ? [name] : [],
      );
      return [...(speaks ? [] : [first!.name]), ...silent];
    },
    damage: (squad) => {
      at(squad, 'members.0.assistant').firstMessage = '';
    },
  },
  {
    number: 28,
    name: 'a transfer without mode, or whose fallback hangs up by itself',
    find: ({ squad }) =>
      toolsOf(squad, 'transferCall').flatMap(({ at: path, tool }) =>
        tool.destinations.every(
          ({ transferPlan }) =>
            transferPlan !== undefined &&
            /^(blind-transfer|warm-transfer-[a-z-]+)$/.test(transferPlan.mode ?? '') &&
            (transferPlan.fallbackPlan === undefined || transferPlan.fallbackPlan.endCallEnabled === false),
        )
          ? []
          : [path],
      ),
    damage: (squad) => {
      (firstTool(squad, 'transferCall').destinations as Json[])[0]!.transferPlan = {
        fallbackPlan: { message: 'x' },
      };
    },
  },
  {
    number: 30,
    name: '"the assistant forwarded the call" read as "a person was reached"',
    prove: () => {
      expect(outcomeOf('assistant-forwarded-call')).toBe('transferred');
      expect(outcomeOf('call.forwarding.operator-busy')).not.toBe('completed');
      expect(outcomeOf('call.in-progress.error-transfer-failed')).toBe('failed');
    },
  },
  {
    number: 31,
    name: 'a rehearsal that promises a transfer which only telephones can do',
    prove: async () => {
      const document = drawFlow('en', {
        answer: {
          kind: 'answer',
          data: { greeting: 'Hello.', disclosure: 'I am an automated assistant.', assistantName: '' },
          to: { next: 'desk' },
        },
        desk: {
          kind: 'transfer',
          data: { ...(await sampleTransfer()) },
          to: { 'no-answer': 'bye' },
        },
        bye: { kind: 'hang-up', data: { closing: 'Goodbye.', outcome: '' } },
      });
      const { visited } = await playFlow(document, ['I want to speak to somebody']);
      expect(visited).toEqual(['answer', 'desk', 'bye']);
    },
  },
  {
    number: 32,
    name: 'calls cut after ten minutes, or of a length that Vapi’s workers refuse',
    find: ({ squad }) =>
      assistantsOf(squad).flatMap(({ name, maxDurationSeconds: seconds }) =>
        seconds !== undefined && seconds >= 10 && seconds < 900 ? [] : [name],
      ),
    damage: (squad) => {
      at(squad, 'members.1.assistant').maxDurationSeconds = 900;
    },
  },
  {
    number: 33,
    name: 'phrases that end the call wherever they occur in what the assistant says',
    find: ({ squad }) => keysNamed(squad, 'endCallPhrases'),
    damage: (squad) => {
      at(squad, 'members.0.assistant').endCallPhrases = ['au revoir'];
    },
  },
  {
    number: 34,
    name: 'two policies for silence, or a reminder after the call has ended',
    find: ({ squad }) => [
      ...keysNamed(squad, 'messagePlan'),
      ...assistantsOf(squad).flatMap(({ name, hooks = [] }) =>
        hooks.every(
          (hook) =>
            hook.on !== 'customer.speech.timeout' ||
            (hook.options?.timeoutSeconds ?? 0) * (hook.options?.triggerMaxCount ?? 3) < SILENCE_SECONDS,
        )
          ? []
          : [name],
      ),
    ],
    damage: (squad) => {
      at(squad, 'members.0.assistant.hooks.0.options').triggerMaxCount = 10;
    },
  },
  {
    number: 35,
    name: 'a hook with a name that Vapi does not know, dropped without a word',
    find: ({ squad }) =>
      assistantsOf(squad).flatMap(({ name, hooks = [] }) =>
        hooks.every(({ on }) => HOOKS.includes(on)) ? [] : [name],
      ),
    damage: (squad) => {
      at(squad, 'members.0.assistant.hooks.0').on = 'customer.speech.timeouts';
    },
  },
  {
    number: 36,
    name: 'a sentence at the end of the call by the hook that cannot speak',
    find: ({ squad }) =>
      assistantsOf(squad).flatMap(({ name, hooks = [] }) =>
        hooks.some(
          (hook) => (hook.on as string) === 'call.ending' && JSON.stringify(hook.do).includes('"say"'),
        )
          ? [name]
          : [],
      ),
    damage: (squad) => {
      at(squad, 'members.0.assistant.hooks.0').on = 'call.ending';
    },
  },
  {
    number: 37,
    name: 'the tool that sends tones taken for the plan that hears them',
    find: ({ squad }) => [
      ...toolsOf(squad).flatMap(({ at: path, tool }) => ((tool.type as string) === 'dtmf' ? [path] : [])),
      ...keysNamed(squad, 'keypadInputPlan'),
    ],
    damage: (squad) => addTool(squad, 0, { type: 'dtmf' }),
  },
  {
    number: 48,
    name: 'properties of old examples that are gone, or do nothing',
    find: ({ squad }) => [
      ...keysNamed(
        squad,
        'functions',
        'knowledgeBaseId',
        'serverUrl',
        'serverUrlSecret',
        'endCallFunctionEnabled',
        'forwardingPhoneNumber',
      ),
      // It remains to switch off what would run otherwise.
      ...assistantsOf(squad).flatMap(({ name, analysisPlan }) =>
        Object.values(analysisPlan ?? {}).every((plan) => plan?.enabled === false) ? [] : [name],
      ),
    ],
    damage: (squad) => {
      at(squad, 'members.0.assistant').endCallFunctionEnabled = true;
    },
  },
  {
    number: 51,
    name: 'plans of the Enterprise contract that do nothing on others',
    find: ({ squad }) => keysNamed(squad, 'compliancePlan', 'hipaaEnabled', 'recordingConsentPlan'),
    damage: (squad) => {
      at(squad, 'members.0.assistant').compliancePlan = { recordingConsentPlan: { type: 'verbal' } };
    },
  },
];

async function sampleTransfer(): Promise<object> {
  const { transfer } = await import('../../transfer/kind.ts');
  return {
    ...transfer.create({ language: 'en' }),
    people: [{ ...transfer.create({ language: 'en' }).people[0], name: 'Desk', number: '+442079460018' }],
  };
}
