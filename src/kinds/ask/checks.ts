/** What can be wrong with a question. Pure. */
import type { FlowNode, Information, InformationId } from '../../flow/document.ts';
import type { Check, CheckContext } from '../../flow/kind.ts';
import type { Problem } from '../../flow/problem.ts';
import type { AskData } from './kind.ts';
import { MANY_ITEMS, USUAL_RETRIES } from './limits.ts';

type Node = FlowNode<AskData>;

/** Types of which a part is easily misheard. */
const DELICATE: ReadonlySet<Information['type']> = new Set(['phone', 'email', 'date', 'time', 'number']);

export const checks: readonly Check<AskData>[] = [
  {
    code: 'ask/nothing-asked',
    test: (node) => (node.data.items.length === 0 ? [problem(node, 'nothing-asked', 'error', 'items')] : []),
  },
  {
    code: 'ask/no-question',
    test: (node) =>
      node.data.question.trim() === '' ? [problem(node, 'no-question', 'warning', 'question')] : [],
  },
  {
    code: 'ask/asked-twice',
    test: (node) => {
      const ids = node.data.items.map((item) => item.information);
      return ids.some((id, index) => ids.indexOf(id) !== index)
        ? [problem(node, 'asked-twice', 'warning', 'items')]
        : [];
    },
  },
  {
    code: 'ask/many-items',
    test: (node) =>
      node.data.items.length > MANY_ITEMS
        ? [problem(node, 'many-items', 'hint', 'items', { count: node.data.items.length })]
        : [],
  },
  {
    code: 'ask/same-choices',
    test: (node, context) =>
      listed(node, context).flatMap(({ index, information: { name, choices = [] } }) => {
        const plain = choices.map((choice) => choice.trim().toLowerCase());
        const twice = choices.find((_, at) => plain[at] !== '' && plain.indexOf(plain[at]!) < at);
        return twice === undefined
          ? []
          : [problem(node, 'same-choices', 'warning', `items.${index}`, { name, choice: twice.trim() })];
      }),
  },
  {
    code: 'ask/only-choice',
    test: (node, context) =>
      listed(node, context).flatMap(({ index, information: { name, choices = [] } }) =>
        choices.filter((choice) => choice.trim() !== '').length === 1
          ? [problem(node, 'only-choice', 'warning', `items.${index}`, { name })]
          : [],
      ),
  },
  {
    code: 'ask/reads-back-yes',
    test: (node, context) => {
      if (!node.data.readBack) return [];
      const items = asked(node, context, () => true);
      return items.length > 0 && items.every(({ information }) => information.type === 'yes-no')
        ? [safely(withEdit(problem(node, 'reads-back-yes', 'hint', 'readBack'), 'readBack', false))]
        : [];
    },
  },
  {
    code: 'ask/no-second-chance',
    test: (node, context) => {
      if (node.data.retries !== 0) return [];
      const delicate = asked(node, context, ({ type }) => DELICATE.has(type)).find(
        ({ index }) => !node.data.items[index]!.optional,
      );
      if (!delicate) return [];
      const found = problem(node, 'no-second-chance', 'hint', 'retries', { name: delicate.information.name });
      return [withEdit(found, 'retries', USUAL_RETRIES)];
    },
  },
];

interface Asked {
  readonly index: number;
  readonly information: Information;
}

const NOTHING: readonly Asked[] = [];

/** What is asked for and declared, of those types that are wanted. */
function asked(
  { data }: Node,
  { document }: CheckContext,
  isWanted: (information: Information) => boolean,
): readonly Asked[] {
  let found = NOTHING;
  for (let index = 0; index < data.items.length; index += 1) {
    const information = document.information[data.items[index]!.information as InformationId];
    if (information && isWanted(information)) found = [...found, { index, information }];
  }
  return found;
}

const isChoice = ({ type }: Information) => type === 'choice';
const listed = (node: Node, context: CheckContext) => asked(node, context, isChoice);

function problem(
  node: Node,
  code: string,
  severity: Problem['severity'],
  field: string,
  params: Problem['params'] = {},
): Problem {
  return { code: `ask/${code}`, severity, at: { node: node.id, field }, params };
}

function withEdit(found: Problem, path: string, value: boolean | number): Problem {
  return { ...found, fix: { command: 'edit-field', args: { node: found.at.node, path, value } } };
}

function safely(found: Problem): Problem {
  return found.fix ? { ...found, fix: { ...found.fix, safe: true } } : found;
}
