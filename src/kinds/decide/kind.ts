/** Check a rule: computed, never guessed by a language model (promise 2). Pure. */
import * as z from 'zod/mini';
import { informationSchema } from '../../flow/compile/information-schema.ts';
import type { FlowDocument, HoursId, InformationId, Surroundings } from '../../flow/document.ts';
import { holidayCode, holidayLiquid, openingCode, openingLiquid } from '../../flow/hours.ts';
import { type Condition, defineKind, type Exit, type Fragment, type LowerContext } from '../../flow/kind.ts';
import type { Problem } from '../../flow/problem.ts';
import type { CodeTool, JsonSchema } from '../../vapi/contract/tool.ts';
import { decideCase, decisionCode } from './judge.ts';
import {
  answerOf,
  type CalendarRule,
  decisionCase,
  type Operator,
  OTHERWISE,
  type Rule,
  wordOf,
} from './rule.ts';

const schema = z.strictObject({ cases: z.array(decisionCase).check(z.minLength(1), z.maxLength(6)) });
export type DecideData = z.infer<typeof schema>;

export const decide = defineKind<'decide', DecideData>({
  id: 'decide',
  family: 'decide',
  schema,
  create: ({ hours }) => ({
    cases: [{ id: 'yes', name: '', match: 'all', rules: hours ? [{ type: 'open', hours, is: true }] : [] }],
  }),
  exits: (data) => [
    ...data.cases.map(
      (row): Exit => ({
        id: row.id,
        role: 'case',
        because: 'rule-held',
        ...(row.name.trim() === '' ? {} : { label: row.name }),
      }),
    ),
    { id: OTHERWISE, role: 'case', because: 'rule-failed' },
  ],
  sentences: () => [],
  collects: () => [],
  uses: (data) => compared(data).map((id) => id as InformationId),
  hours: (data) =>
    data.cases.flatMap(({ rules }) =>
      rules.flatMap((one) => (one.type === 'compare' ? [] : [one.hours as HoursId])),
    ),
  conditions: (data, document) =>
    data.cases.map((row) => ({
      exit: row.id,
      match: row.match,
      tests: row.rules.map((one) => testOf(one, document)),
    })),
  held(data, exit, document) {
    const row = data.cases.find(({ id }) => id === exit);
    if (row) return { match: row.match, tests: row.rules.map((one) => testOf(one, document)) };
    // What did not hold is told where one word says it.
    const rules = data.cases.flatMap((one) => one.rules);
    const [rule] = rules;
    if (exit !== OTHERWISE || rules.length !== 1 || !rule || rule.type === 'compare') return undefined;
    return { match: 'all', tests: [testOf({ ...rule, is: !rule.is }, document)] };
  },
  checks: [
    {
      code: 'decide/no-rule',
      test: (node) =>
        node.data.cases.flatMap((row, index) =>
          row.rules.length === 0 ? [problem(node.id, 'no-rule', `cases.${index}.rules`)] : [],
        ),
    },
    {
      code: 'decide/hours-missing',
      test: (node, { document }) =>
        node.data.cases.flatMap((row, index) =>
          row.rules.some((one) => one.type !== 'compare' && !document.hours[one.hours as HoursId])
            ? [problem(node.id, 'hours-missing', `cases.${index}.rules`)]
            : [],
        ),
    },
    {
      code: 'decide/no-holidays',
      test: (node, { document }) =>
        node.data.cases.flatMap((row, index) => {
          const without = row.rules.flatMap((one) => {
            const hours = one.type === 'holiday' ? document.hours[one.hours as HoursId] : undefined;
            return hours?.holidays === 'none' && hours.exceptions.length === 0 ? [hours.name] : [];
          });
          return without.slice(0, 1).map(
            (hours): Problem => ({
              ...problem(node.id, 'no-holidays', `cases.${index}.rules`),
              severity: 'warning',
              params: { hours },
            }),
          );
        }),
    },
    {
      code: 'decide/no-value',
      test: (node) =>
        node.data.cases.flatMap((row, index) =>
          row.rules.some(
            (one) => one.type === 'compare' && one.operator !== 'given' && one.value.trim() === '',
          )
            ? [problem(node.id, 'no-value', `cases.${index}.rules`)]
            : [],
        ),
    },
    {
      code: 'decide/wrong-type',
      test: (node, { document }) =>
        node.data.cases.flatMap((row, at) =>
          row.rules.flatMap((one, index) =>
            wrongType(one, document).map(
              ({ information, operator }): Problem => ({
                ...problem(node.id, 'wrong-type', `cases.${at}.rules.${index}`),
                severity: 'warning',
                params: { information },
                ...(operator
                  ? {
                      fix: {
                        command: 'edit-field',
                        args: { node: node.id, path: `cases.${at}.rules.${index}.operator`, value: operator },
                      },
                    }
                  : {}),
              }),
            ),
          ),
        ),
    },
  ],
  lower: (node, context) =>
    compared(node.data).length === 0 ? lowerKnown(node.data, context) : lowerFresh(node.data, context),
  simulate: (node, _event, { document, information, now }) => {
    const exit = decideCase(node.data.cases, document, { now, information });
    const name = node.data.cases.find((row) => row.id === exit)?.name ?? '';
    return {
      said: [],
      result: {
        type: 'left',
        exit,
        because: { code: exit === OTHERWISE ? 'rule-failed' : 'rule-held', params: { case: name } },
      },
    };
  },
  examples: {
    open: {
      cases: [{ id: 'yes', name: '', match: 'all', rules: [{ type: 'open', hours: 'main', is: true }] }],
    },
    holiday: {
      cases: [{ id: 'yes', name: '', match: 'all', rules: [{ type: 'holiday', hours: 'main', is: true }] }],
    },
    'big-table': {
      cases: [
        {
          id: 'yes',
          name: '',
          match: 'all',
          rules: [{ type: 'compare', information: 'guests', operator: 'more-than', value: '8' }],
        },
      ],
    },
    'no-rule': { cases: [{ id: 'yes', name: '', match: 'all', rules: [] }] },
  },
});

/** Comparisons that only some types of information can satisfy, and what would be meant for the others. */
const NUMERIC: readonly Operator[] = ['more-than', 'less-than'];
const TEMPORAL: readonly Operator[] = ['after', 'before'];

/** The name of an information that the comparison does not fit, and the operator that would; nothing when all is well. */
function testOf(
  one: Rule,
  { hours, information }: Pick<FlowDocument, 'hours' | 'information'>,
): Condition['tests'][number] {
  if (one.type !== 'compare')
    return { word: wordOf(one), values: [hours[one.hours as HoursId]?.name ?? '?'] };
  const { name = '?', type } = information[one.information as InformationId] ?? {};
  const answer = answerOf(one, type);
  return answer
    ? { word: `answers.${answer}`, values: [name] }
    : { word: `operators.${one.operator}`, values: [name, one.value] };
}

function wrongType(
  one: Rule,
  document: Surroundings,
): { information: string; operator: Operator | undefined }[] {
  const information =
    one.type === 'compare' ? document.information[one.information as InformationId] : undefined;
  if (one.type !== 'compare' || !information) return [];
  const isNumber = information.type === 'number';
  const isMoment = information.type === 'date' || information.type === 'time';
  const numeric = NUMERIC.indexOf(one.operator);
  const temporal = TEMPORAL.indexOf(one.operator);
  if (numeric >= 0 && !isNumber)
    return [{ information: information.name, operator: isMoment ? TEMPORAL[numeric] : undefined }];
  if (temporal >= 0 && !isMoment)
    return [{ information: information.name, operator: isNumber ? NUMERIC[temporal] : undefined }];
  return [];
}

/** Information that the rules look at, each once. */
function compared(data: DecideData): string[] {
  return [
    ...new Set(
      data.cases.flatMap((row) =>
        row.rules.flatMap((one) => (one.type === 'compare' ? [one.information] : [])),
      ),
    ),
  ];
}

/** The calendar is known before the model sees the prompt: Liquid decides. */
function lowerKnown(data: DecideData, { document, toolName }: LowerContext): Fragment {
  const facts = new Map<string, { readonly variable: string; readonly rule: CalendarRule }>();
  const name = (one: CalendarRule) => {
    const key = `${one.type} ${one.hours}`;
    const variable = `${toolName('open').replaceAll('-', '_')}_${facts.size}`;
    const fact = facts.get(key) ?? { variable, rule: one };
    facts.set(key, fact);
    return fact.variable;
  };
  const cases = data.cases.flatMap((row) => {
    const tests = row.rules.flatMap((one) =>
      one.type !== 'compare' ? [`${name(one)} == "${one.is ? 'yes' : 'no'}"`] : [],
    );
    // Liquid reads right to left without brackets; one joining word a case needs none.
    return tests.length === 0
      ? []
      : [{ liquid: tests.join(row.match === 'all' ? ' and ' : ' or '), to: row.id }];
  });
  const prepare = [...facts.values()].map(({ variable, rule: { type, hours: id } }) => {
    const hours = document.hours[id as HoursId];
    if (!hours) return `{% assign ${variable} = "unknown" %}`;
    return type === 'open' ? openingLiquid(hours, variable) : holidayLiquid(hours, variable);
  });
  if (cases.length === 0) return { instruction: { do: 'go', to: OTHERWISE }, tools: [] };
  return { instruction: { do: 'when', prepare: prepare.join(''), cases, otherwise: OTHERWISE }, tools: [] };
}

/** Information of this very conversation: a code tool computes the outcome and stores it for the vetoes. */
function lowerFresh(data: DecideData, { document, language, toolName }: LowerContext): Fragment {
  const name = toolName('rule');
  const variable = name.replaceAll('-', '_');
  const uses = compared(data);
  const properties: Record<string, JsonSchema> = {};
  for (const id of uses) properties[id] = informationSchema(document, id as InformationId);
  const tool: CodeTool = {
    type: 'code',
    function: {
      name,
      description:
        language === 'fr'
          ? 'Calcule la suite à donner d’après les informations obtenues. Le résultat fait foi ; ne jamais le deviner.'
          : 'Computes how to go on from the information obtained. Its result is binding; never guess it.',
      parameters: { type: 'object', properties, required: uses },
    },
    code: decisionCode(data.cases, ({ type, hours: id }) => {
      const hours = document.hours[id as HoursId];
      if (!hours) return 'null';
      return type === 'open' ? openingCode(hours) : holidayCode(hours);
    }),
    timeoutSeconds: 5,
    variableExtractionPlan: { aliases: [{ key: variable, value: '{{$.outcome}}' }] },
    messages: [{ type: 'request-start', content: '' }],
  };
  const outcomes = [...data.cases.filter((row) => row.rules.length > 0).map((row) => row.id), OTHERWISE];
  return {
    instruction: {
      do: 'compute',
      tool: name,
      uses,
      outcomes: outcomes.map((outcome) => ({ outcome, to: outcome })),
    },
    tools: [tool],
    outcomeVariable: variable,
  };
}

function problem(node: Problem['at']['node'], code: string, field: string): Problem {
  return { code: `decide/${code}`, severity: 'error', at: { ...(node ? { node } : {}), field }, params: {} };
}
