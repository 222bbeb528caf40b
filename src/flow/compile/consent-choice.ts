/**
 * The choice behind the question whether the call may be recorded: computed from the answer, never guessed. A step of the
 * recording pass (`recording.ts`); it stands in no drawing. Pure.
 */
import * as z from 'zod';
import type { CodeTool } from '../../vapi/contract/tool.ts';
import type { InformationId } from '../document.ts';
import { defineKind } from '../kind.ts';
import { informationSchema } from './information-schema.ts';
import { SPEECH } from './speech.ts';

const outcome = z.enum(['agreed', 'not-agreed']);
export type ConsentOutcome = z.infer<typeof outcome>;

/** Under `leaves` the call goes on in the next world, under `stays` in this one. */
const schema = z.strictObject({ consent: z.string(), leaves: outcome, stays: outcome });
type ChoiceData = z.infer<typeof schema>;

export const consentChoice = defineKind<'recording-consent', ChoiceData>({
  id: 'recording-consent',
  family: 'decide',
  schema,
  create: () => ({ consent: '', leaves: 'agreed', stays: 'not-agreed' }),
  // Grouping keeps the last way out inside the member.
  exits: ({ leaves, stays }) =>
    [leaves, stays].map((id) => ({
      id,
      role: 'case',
      because: id === 'agreed' ? 'rule-held' : 'rule-failed',
    })),
  sentences: () => [],
  collects: () => [],
  uses: ({ consent }) => [consent as InformationId],
  checks: [],
  lower: ({ data: { consent, leaves, stays } }, { document, language, toolName }) => {
    const name = toolName('consent');
    const variable = name.replaceAll('-', '_');
    const properties = { [consent]: informationSchema(document, consent as InformationId) };
    const tool: CodeTool = {
      type: 'code',
      function: {
        name,
        description: SPEECH[language].consent,
        parameters: { type: 'object', properties, required: [consent] },
      },
      code: choiceCode(consent),
      timeoutSeconds: 5,
      variableExtractionPlan: { aliases: [{ key: variable, value: '{{$.outcome}}' }] },
      messages: [{ type: 'request-start', content: '' }],
    };
    return {
      instruction: {
        do: 'compute',
        tool: name,
        uses: [consent],
        outcomes: [leaves, stays].map((one) => ({ outcome: one, to: one })),
        // A tool that does not answer leaves the call unrecorded. Out of a recorded member only its answer leads.
        ...(stays === 'not-agreed' ? { failed: stays } : {}),
      },
      tools: [tool],
      outcomeVariable: variable,
    };
  },
  simulate: ({ data }) => ({
    said: [],
    result: { type: 'left', exit: data.stays, because: { code: 'rule-failed', params: {} } },
  }),
  examples: {},
});

/** JavaScript for a Vapi code tool: anything but a clear yes is no consent. */
function choiceCode(consent: string): string {
  return [
    `const said=String(args[${JSON.stringify(consent)}]).trim().toLowerCase();`,
    'return {outcome:["yes","oui","true"].includes(said)?"agreed":"not-agreed"};',
  ].join('');
}
