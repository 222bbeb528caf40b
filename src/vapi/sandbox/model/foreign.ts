/**
 * The fallback for prompts that are not ours: recognises which tool the caller's wish calls for, asks for its
 * required parameters one at a time, and otherwise acknowledges. Knows no steps.
 */
import type { JsonSchema } from '../../contract/tool.ts';
import type { Item, ScriptLanguage, ValueType } from '../../script/script.ts';
import { argumentsFor } from './arguments.ts';
import { askItems } from './ask.ts';
import { chooseAmong } from './choose.ts';
import { LINES } from './lines.ts';
import type { ModelTool, ModelView } from './model.ts';
import { call, listen, type Play, say } from './play.ts';
import { todayIn } from './today.ts';
import { fold, wordsOf } from './words.ts';

export function* playForeign(view: ModelView): Play {
  const language = languageOf(view.prompt);
  const lines = LINES[language];
  if (!view.greeted && view.messages[0]?.role !== 'user') yield* say(lines.open);
  while (true) {
    const said = yield* listen();
    const tool = toolFor(said, view.tools);
    if (tool) yield* operate(tool, { language, now: todayIn(view.prompt) ?? view.now });
    else yield* say(lines.acknowledge);
  }
}

function* operate(tool: ModelTool, hearing: { language: ScriptLanguage; now: number }): Play {
  const items = Object.entries(tool.parameters.properties)
    .filter(([key, schema]) => tool.parameters.required?.includes(key) && schema.enum?.length !== 1)
    .map(([key, schema]) => itemOf(key, schema));
  const none = { step: 0 };
  const values =
    items.length === 0
      ? {}
      : yield* askItems(
          { do: 'ask', question: '', items, readBack: false, to: none, refused: none },
          hearing,
          null,
        );
  if (values === null) return yield* say(LINES[hearing.language].acknowledge);
  const result = yield* call(tool.name, argumentsFor(tool, { values, stated: {} }));
  if (tool.type !== 'endCall') yield* say(LINES[hearing.language].done(/^[{[]/.test(result) ? '' : result));
}

const GOODBYE = /\b(au revoir|bonne journee|goodbye|bye|good night|bonne soiree)\b/;

function toolFor(said: string, tools: readonly ModelTool[]): ModelTool | undefined {
  if (GOODBYE.test(fold(said))) return tools.find((tool) => tool.type === 'endCall');
  const offered = tools.filter((tool) => tool.type !== 'endCall');
  const index = chooseAmong(
    said,
    offered.map((tool) => ({
      label: `${tool.name.replaceAll(/[_-]/g, ' ')} ${tool.description}`,
      examples: [],
    })),
  );
  return index === null ? undefined : offered[index];
}

const TYPE_WORDS: readonly (readonly [ValueType, RegExp])[] = [
  ['email', /mail|courriel/],
  ['phone', /phone|telephone|portable|mobile/],
  ['date', /\bdate|\bday\b|jour/],
  ['time', /\btime|heure|horaire/],
  ['name', /\bname|\bnom\b|prenom/],
  ['address', /address|adresse/],
];

function itemOf(key: string, schema: JsonSchema): Item {
  const spaced = key
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  const label = schema.description?.split(/[.(,;]/)[0]?.trim() || spaced;
  return {
    key,
    label,
    type: typeOf(schema, fold(`${spaced} ${label}`)),
    choices: schema.enum ?? [],
    optional: false,
  };
}

function typeOf(schema: JsonSchema, words: string): ValueType {
  if (schema.enum && schema.enum.length > 1) return 'choice';
  if (schema.type === 'boolean') return 'yes-no';
  if (schema.type === 'number' || schema.type === 'integer') return 'number';
  if (schema.format === 'email' || schema.format === 'date' || schema.format === 'time') return schema.format;
  return TYPE_WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'text';
}

const FRENCH = new Set([
  'le',
  'la',
  'les',
  'des',
  'une',
  'est',
  'vous',
  'tu',
  'pour',
  'avec',
  'dans',
  'et',
  'du',
  'que',
]);
const ENGLISH = new Set([
  'the',
  'a',
  'is',
  'are',
  'you',
  'for',
  'with',
  'in',
  'and',
  'of',
  'to',
  'that',
  'your',
]);

function languageOf(prompt: string): ScriptLanguage {
  const words = wordsOf(prompt);
  const count = (list: ReadonlySet<string>) => words.filter((word) => list.has(word)).length;
  return count(FRENCH) > count(ENGLISH) ? 'fr' : 'en';
}
