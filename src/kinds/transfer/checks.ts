/** What can be wrong with a transfer: numbers, hours, and an order that a line would not keep. Pure. */
import type { FlowNode, HoursId } from '../../flow/document.ts';
import type { Check, CheckContext } from '../../flow/kind.ts';
import { toE164 } from '../../flow/phone-number.ts';
import type { Fix, Problem } from '../../flow/problem.ts';
import type { TransferData } from './kind.ts';
import { type Person, reachable } from './people.ts';
import { isEmergencyNumber, isPremiumNumber } from './special-number.ts';

type Node = FlowNode<TransferData>;

/** A check of each person by themselves; `fix` may mend what it finds. */
function ofPeople(
  code: string,
  severity: Problem['severity'],
  field: 'number' | 'hours',
  holds: (person: Person, index: number, node: Node, context: CheckContext) => boolean,
  fix?: (node: Node, index: number) => Fix,
): Check<TransferData> {
  const test = (node: Node, context: CheckContext) =>
    node.data.people.flatMap((person, index): Problem[] =>
      holds(person, index, node, context)
        ? [
            {
              code: `transfer/${code}`,
              severity,
              at: { node: node.id, field: `people.${index}.${field}` },
              params: { number: person.number, name: person.name.trim() || person.number },
              ...(fix ? { fix: fix(node, index) } : {}),
            },
          ]
        : [],
    );
  // Declared without `context`, a check is asked again only when its node has changed.
  return { code: `transfer/${code}`, test: field === 'hours' ? test : (node) => test(node, NOTHING) };
}

const NOTHING = {} as CheckContext;

const withoutPerson = (node: Node, index: number) =>
  edit(node, 'people', node.data.people.toSpliced(index, 1));
const atAnyTime = (node: Node, index: number) => edit(node, `people.${index}.hours`, '');

function edit(node: Node, path: string, value: unknown): Fix {
  return { command: 'edit-field', args: { node: node.id, path, value } as Fix['args'] };
}

const hasNumber = ({ number }: Person) => number.trim() !== '';

export const checks: readonly Check<TransferData>[] = [
  {
    code: 'transfer/no-number',
    test: (node) =>
      node.data.people.some(hasNumber)
        ? []
        : [
            {
              code: 'transfer/no-number',
              severity: 'error',
              at: { node: node.id, field: 'people.0.number' },
              params: {},
            },
          ],
  },
  ofPeople(
    'person-without-number',
    'warning',
    'number',
    (person, _, { data }) => !hasNumber(person) && data.people.some(hasNumber),
    withoutPerson,
  ),
  ofPeople(
    'bad-number',
    'error',
    'number',
    (person) => hasNumber(person) && !isEmergencyNumber(person.number) && toE164(person.number) === null,
  ),
  ofPeople('premium-number', 'warning', 'number', ({ number }) => isPremiumNumber(number)),
  ofPeople('emergency-number', 'error', 'number', ({ number }) => isEmergencyNumber(number)),
  ofPeople(
    'same-number',
    'warning',
    'number',
    (person, index, { data }) => {
      const dialled = toE164(person.number);
      // Somebody may have two rows with hours of their own.
      const isSame = (other: Person) =>
        toE164(other.number) === dialled && (other.hours || '') === (person.hours || '');
      return dialled !== null && data.people.slice(0, index).some(isSame);
    },
    withoutPerson,
  ),
  ofPeople(
    'hours-missing',
    'error',
    'hours',
    ({ hours }, _index, _node, { document }) => !!hours && !document.hours[hours as HoursId],
    atAnyTime,
  ),
  ofPeople(
    'never-on-duty',
    'warning',
    'hours',
    ({ hours }, _index, _node, { document }) => {
      const own = hours ? document.hours[hours as HoursId] : undefined;
      const days = own ? [...own.week, ...own.exceptions.map(({ spans }) => spans)] : [];
      return own !== undefined && !days.some((day) => day.some(({ from, to }) => from < to));
    },
    atAnyTime,
  ),
  {
    code: 'transfer/only-first-called',
    test: (node) => {
      const { people, tellWhy, waitForAnswer } = node.data;
      const always = reachable(people).filter(({ person }) => !person.hours);
      if (tellWhy || waitForAnswer || always.length < 2) return [];
      return [
        {
          code: 'transfer/only-first-called',
          severity: 'hint',
          at: { node: node.id, field: 'waitForAnswer' },
          params: { name: always[0]!.person.name.trim() || always[0]!.person.number },
          fix: edit(node, 'waitForAnswer', true),
        },
      ];
    },
  },
];
