/**
 * The tools by which fixed words are spoken and values of the conversation are stored: both run at Vapi and need nothing of
 * ours. Knows neither steps nor kinds. Pure.
 */
import type { CodeTool, JsonSchema } from '../../vapi/contract/tool.ts';
import type { CallLanguage, FlowDocument, InformationId } from '../document.ts';
import { informationSchema } from './information-schema.ts';
import { SPEECH } from './speech.ts';

/** Characters of one tool message (vapi-facts §2.7). */
export const LONGEST_WORDS = 1000;

/**
 * Says the words (Liquid) to their end, then tells the model that they have been said. `title` names the step, null for a
 * rule valid at any time. `kept`: the tool that stores what the words hold; until it has been called this one is refused.
 * The words are not quoted: a model that reads them repeats them (vapi-facts §12.24).
 */
export function speakTool(
  name: string,
  words: string,
  title: string | null,
  language: CallLanguage,
  kept: string | undefined,
): CodeTool {
  const speech = SPEECH[language];
  return {
    type: 'code',
    function: {
      name,
      description: speech.speaks(title).slice(0, 900),
      parameters: { type: 'object', properties: {} },
    },
    code: `return ${JSON.stringify(speech.spoken)};`,
    timeoutSeconds: 5,
    messages: [{ type: 'request-start', content: words, blocking: true }],
    ...(kept === undefined
      ? {}
      : {
          rejectionPlan: {
            conditions: [
              { type: 'liquid', liquid: `{% if ${kept} == "yes" %}false{% else %}true{% endif %}` },
            ],
          },
        }),
  };
}

/** Stores values of the conversation as variables, and under its own name that it has been called. */
export function keepTool(name: string, uses: readonly InformationId[], document: FlowDocument): CodeTool {
  const properties: Record<string, JsonSchema> = {};
  for (const id of uses) properties[id] = informationSchema(document, id);
  return {
    type: 'code',
    function: {
      name,
      description: SPEECH[document.language].keeps,
      parameters: { type: 'object', properties },
    },
    code: [
      'var values={};',
      `${JSON.stringify(uses)}.forEach(function(k){var v=args[k];values[k]=v===undefined||v===null?"":String(v)});`,
      'return {kept:"yes",values:values};',
    ].join(''),
    timeoutSeconds: 5,
    variableExtractionPlan: {
      aliases: [
        ...uses.map((id) => ({ key: id, value: `{{$.values.${id}}}` })),
        { key: name, value: '{{$.kept}}' },
      ],
    },
    messages: [{ type: 'request-start', content: '' }],
  };
}

/** The words in pieces that fit into one message, cut after sentences, else between words, never inside Liquid. Pure. */
export function piecesOf(words: string): string[] {
  const pieces: string[] = [];
  let rest = words.trim();
  while (rest.length > LONGEST_WORDS) {
    const at = cutOf(rest);
    pieces.push(rest.slice(0, at).trim());
    rest = rest.slice(at).trim();
  }
  return rest === '' ? pieces : [...pieces, rest];
}

function cutOf(words: string): number {
  const room = words.slice(0, LONGEST_WORDS);
  const open = room.lastIndexOf('{{');
  const whole = open > room.lastIndexOf('}}') ? room.slice(0, open) : room;
  const sentence = Math.max(...['. ', '! ', '? '].map((mark) => whole.lastIndexOf(mark)));
  const space = whole.lastIndexOf(' ', whole.length - 1);
  if (sentence > 0) return sentence + 1;
  return space > 0 ? space : Math.max(1, whole.length);
}
