/** Typebot exports (versions 3 to 6) read into stations: a block is a station, its edges and items are ways. Pure and total. */

import type { InformationType } from '../flow/document.ts';
import type { Problem } from '../flow/problem.ts';
import { isJsonObject } from '../lib/json.ts';
import { firstText, listIn, objectIn, textIn, valueIn } from './foreign.ts';
import { fileProblem, pleaseCheck } from './problems.ts';
import type {
  Condition,
  Happening,
  LogicOperator,
  LogicRules,
  Reading,
  Station,
  Wanted,
  Way,
} from './station.ts';
import { readTool } from './vapi-tool.ts';
import { wantedFrom } from './wanted.ts';
import { titleOf } from './words.ts';

export function isTypebot(json: unknown): boolean {
  return Array.isArray(valueIn(json, 'groups')) && valueIn(json, 'nodes') === undefined;
}

/** What is looked up while blocks are read. */
interface Book {
  readonly variables: ReadonlyMap<string, string>;
  readonly edges: ReadonlyMap<string, { readonly to: string; readonly path: string }>;
  readonly blocks: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, string>;
  readonly problems: Problem[];
}

interface Block {
  readonly block: object;
  readonly key: string;
  readonly path: string;
  readonly next: string | null;
  readonly title: string;
  /** The name of its group, for what has no other name. */
  readonly group: string;
  readonly position: Station['position'];
  readonly before: object | null;
}

export function readTypebot(json: unknown): Reading {
  const problems: Problem[] = [];
  const blocks = listBlocks(json, problems);
  const book = createBook(json, blocks, problems);
  const merged = new Set(blocks.flatMap((one) => (isQuestionFor(one) ? [one.before] : [])));
  const stations = blocks.flatMap((one) => (merged.has(one.block) ? [passing(one)] : readBlock(one, book)));
  return {
    name: textIn(json, 'name'),
    instructions: '',
    stations,
    start: startOf(json, book) ?? stations[0]?.key ?? null,
    startChosen: false,
    languages: [],
    problems,
  };
}

function listBlocks(json: unknown, problems: Problem[]): Block[] {
  return listIn(json, 'groups').flatMap((group, groupIndex) => {
    const at = `$.groups[${groupIndex}]`;
    const listed = valueIn(group, 'blocks') === undefined ? 'steps' : 'blocks';
    const inside = listIn(group, listed).flatMap((block, index) => {
      if (isJsonObject(block))
        return [{ block, path: `${at}.${listed}[${index}]`, key: `block ${groupIndex} ${index}` }];
      problems.push(fileProblem('import/unreadable-part', `${at}.${listed}[${index}]`));
      return [];
    });
    const place = objectIn(group, 'graphCoordinates');
    const [x, y] = [valueIn(place, 'x'), valueIn(place, 'y')];
    // The first block that is heard has the group's name.
    const main = inside.findIndex(({ block }, at) => isHeard(block, inside[at + 1]?.block));
    return inside.map((one, index) => ({
      ...one,
      next: inside[index + 1]?.key ?? null,
      title: index === Math.max(0, main) ? titleOf(textIn(group, 'title')) : '',
      group: titleOf(textIn(group, 'title')),
      position:
        index === 0 && typeof x === 'number' && typeof y === 'number'
          ? { x: Math.round(x), y: Math.round(y) }
          : null,
      before: inside[index - 1]?.block ?? null,
    }));
  });
}

/** Whether a block becomes a step of its own: a bubble right before an input is its question. */
function isHeard(block: object, next: object | undefined): boolean {
  const type = textIn(block, 'type');
  return (
    isInput(type) ||
    /^(condition|webhook|http request)$/i.test(type) ||
    (type === 'text' && !(next && isInput(textIn(next, 'type'))))
  );
}

function createBook(json: unknown, list: readonly Block[], problems: Problem[]): Book {
  const variables = new Map(
    listIn(json, 'variables').map((variable): [string, string] => [
      textIn(variable, 'id'),
      textIn(variable, 'name'),
    ]),
  );
  const blocks = new Map<string, string>();
  for (const { block, key, path } of list) {
    const id = textIn(block, 'id');
    if (blocks.has(id) && id !== '')
      problems.push(fileProblem('import/duplicate-id', `${path}.id`, { id: id.slice(0, 100) }));
    else blocks.set(id, key);
  }
  const groups = new Map<string, string>();
  listIn(json, 'groups').forEach((group, index) => {
    const id = textIn(group, 'id');
    if (groups.has(id))
      problems.push(fileProblem('import/duplicate-id', `$.groups[${index}].id`, { id: id.slice(0, 100) }));
    else groups.set(id, list.find((one) => one.key.startsWith(`block ${index} `))?.key ?? '');
  });
  const edges = new Map<string, { to: string; path: string }>();
  listIn(json, 'edges').forEach((edge, index) => {
    const path = `$.edges[${index}].to`;
    const [block, group] = [textIn(edge, 'to', 'blockId'), textIn(edge, 'to', 'groupId')];
    const to = block === '' ? groups.get(group) : blocks.get(block);
    if (to === undefined)
      problems.push(fileProblem('import/dangling-link', path, { id: firstText(block, group).slice(0, 100) }));
    else if (to !== '') edges.set(textIn(edge, 'id'), { to, path });
  });
  return { variables, edges, blocks, groups, problems };
}

function startOf(json: unknown, book: Book): string | undefined {
  const event =
    listIn(json, 'events').find((one) => textIn(one, 'type') === 'start') ?? listIn(json, 'events')[0];
  return book.edges.get(textIn(event, 'outgoingEdgeId'))?.to;
}

/** A bubble right before an input is its question. */
function isQuestionFor({ block, before }: Block): boolean {
  return (
    before !== null &&
    isInput(textIn(block, 'type')) &&
    textIn(before, 'type') === 'text' &&
    plainWords(before) !== ''
  );
}

function passing(one: Block): Station {
  return {
    key: one.key,
    path: one.path,
    title: '',
    position: one.position,
    does: { type: 'pass' },
    ways: onward(one, null),
    anytime: null,
  };
}

function onward(one: Block, edge: { readonly to: string; readonly path: string } | null | undefined): Way[] {
  const to = edge?.to ?? one.next;
  return to === null || to === undefined
    ? []
    : [{ to, condition: { type: 'none' }, path: edge?.path ?? one.path }];
}

function readBlock(one: Block, book: Book): Station[] {
  const { block, key, path, title, position } = one;
  const type = textIn(block, 'type');
  const edge = book.edges.get(textIn(block, 'outgoingEdgeId'));
  const station = (does: Happening, ways: readonly Way[] = onward(one, edge)): Station => ({
    key,
    path,
    title,
    position,
    does,
    ways,
    anytime: null,
  });
  if (type === 'start') return [station({ type: 'pass' })];
  if (type === 'text') {
    const text = plainWords(block);
    return [station(text === '' ? { type: 'pass' } : { type: 'say', text, exactly: true })];
  }
  if (isInput(type)) return readInput(one, type, book, station);
  if (/^condition$/i.test(type)) return [station({ type: 'pass' }, conditionWays(one, book))];
  if (/^jump$/i.test(type)) {
    const to =
      book.blocks.get(textIn(block, 'options', 'blockId')) ??
      book.groups.get(textIn(block, 'options', 'groupId'));
    return [station({ type: 'pass' }, to ? [{ to, condition: { type: 'none' }, path }] : onward(one, edge))];
  }
  if (/^(webhook|http request)$/i.test(type)) return [station(requestOf(block, path, title, book))];
  book.problems.push(pleaseCheck('block-left-out', {}, path, firstText(type, title), 'warning'));
  return [station({ type: 'pass' })];
}

function isInput(type: string): boolean {
  return / input$/i.test(type) || /^(phone|file|rating|buttons)$/i.test(type);
}

const INPUT_TYPES: readonly (readonly [RegExp, InformationType])[] = [
  [/^email/i, 'email'],
  [/^(phone|phone number)/i, 'phone'],
  [/^(number|rating)/i, 'number'],
  [/^date/i, 'date'],
  [/^time/i, 'time'],
];

function readInput(
  one: Block,
  type: string,
  book: Book,
  station: (does: Happening, ways?: readonly Way[]) => Station,
): Station[] {
  const { block, path } = one;
  const question = isQuestionFor(one) ? plainWords(one.before!) : '';
  const id = firstText(
    textIn(block, 'options', 'variableId'),
    textIn(block, 'options', 'responseVariableId'),
  );
  const variable = book.variables.get(id) ?? '';
  if (/choice|buttons|cards/i.test(type)) return readChoice(one, variable, question, book, station);
  if (/^(payment|file)/i.test(type)) {
    book.problems.push(pleaseCheck('block-left-out', {}, path, type, 'warning'));
    return question === ''
      ? [station({ type: 'pass' })]
      : [station({ type: 'say', text: question, exactly: true })];
  }
  const told = INPUT_TYPES.find(([name]) => name.test(type))?.[1];
  const name = firstText(variable, one.group, type.replace(/ input$/i, ''));
  const wanted = {
    ...wantedFrom(name, told === undefined ? {} : { type: told }, path),
    ...(variable === '' ? { name: `answer ${one.key}`, idFrom: name } : {}),
  };
  return [station(talk(question, [wanted]))];
}

function talk(question: string, wanted: readonly Wanted[]): Happening {
  // A bubble before an input is a question whatever its last sign.
  const first = question === '' || /\?/.test(question) ? question : '';
  return { type: 'talk', first, prompt: first === '' ? question : '', whole: false, wanted };
}

/** Buttons: a wish to understand; when a variable keeps the answer, a closed question and rules on it. */
function readChoice(
  one: Block,
  variable: string,
  question: string,
  book: Book,
  station: (does: Happening, ways?: readonly Way[]) => Station,
): Station[] {
  const items = listIn(one.block, 'items').flatMap((item, index) => {
    const label = firstText(textIn(item, 'content'), textIn(item, 'title'), textIn(item, 'value'));
    return label === ''
      ? []
      : [
          {
            label,
            edge: book.edges.get(textIn(item, 'outgoingEdgeId')),
            path: `${one.path}.items[${index}]`,
          },
        ];
  });
  const edge = book.edges.get(textIn(one.block, 'outgoingEdgeId'));
  const free = onward(one, edge);
  if (items.length === 0) return [station({ type: 'pass' }, free)];
  if (items.length === 1) {
    book.problems.push(pleaseCheck('block-left-out', {}, one.path, items[0]!.label));
    const way = items[0]!.edge
      ? [{ to: items[0]!.edge.to, condition: { type: 'none' } as Condition, path: one.path }]
      : free;
    return [
      question === ''
        ? station({ type: 'pass' }, way)
        : station({ type: 'say', text: question, exactly: true }, way),
    ];
  }
  const ways = items.flatMap((item): Way[] =>
    item.edge ? [{ to: item.edge.to, condition: { type: 'words', text: item.label }, path: item.path }] : [],
  );
  if (ways.length > 0 && variable === '') {
    // Buttons without a link of their own go where the block goes.
    const others = items.flatMap((item): Way[] =>
      item.edge || !free[0]
        ? []
        : [{ to: free[0].to, condition: { type: 'words', text: item.label }, path: item.path }],
    );
    return [station(talk(question, []), [...ways, ...others])];
  }
  const name = firstText(variable, one.group, 'choice');
  const wanted: Wanted = {
    ...wantedFrom(name, { enum: items.map((item) => item.label) }, one.path),
    ...(variable === '' ? { name: `answer ${one.key}`, idFrom: name } : {}),
  };
  const rules = items.flatMap((item): Way[] =>
    item.edge
      ? [
          {
            to: item.edge.to,
            path: item.path,
            condition: ruleOf(
              'all',
              [{ name: wanted.name, operator: 'is', value: item.label.slice(0, 200) }],
              item.label,
            ),
          },
        ]
      : [],
  );
  return [station(talk(question, [wanted]), [...rules, ...free])];
}

function ruleOf(match: 'all' | 'any', rules: LogicRules['rules'], text: string): Condition {
  return { type: 'logic', text, cases: [{ match, rules, rounded: false }] };
}

const OPERATORS: Readonly<Record<string, readonly LogicOperator[]>> = {
  'Equal to': ['is'],
  'Not equal': ['is-not'],
  Contains: ['contains'],
  'Greater than': ['more-than'],
  'Greater or equal to': ['more-than', 'is'],
  'Less than': ['less-than'],
  'Less or equal to': ['less-than', 'is'],
  'Is set': ['given'],
};

function conditionWays(one: Block, book: Book): Way[] {
  const items = listIn(one.block, 'items').flatMap((item, index): Way[] => {
    const edge =
      book.edges.get(textIn(item, 'outgoingEdgeId')) ??
      (one.next === null ? undefined : { to: one.next, path: one.path });
    if (!edge) return [];
    const content = objectIn(item, 'content') ?? item;
    const match = textIn(content, 'logicalOperator') === 'OR' ? 'any' : 'all';
    const comparisons = listIn(content, 'comparisons').map((comparison) => ({
      name: book.variables.get(textIn(comparison, 'variableId')) ?? '',
      sign: textIn(comparison, 'comparisonOperator'),
      value: textIn(comparison, 'value').slice(0, 200),
    }));
    const text = comparisons
      .map(({ name, sign, value }) => `${name} ${sign.toLowerCase()} ${value}`.trim())
      .join(', ');
    const read = comparisons.map(({ sign }) => (Object.hasOwn(OPERATORS, sign) ? OPERATORS[sign]! : []));
    // "At least" is two rules joined by or: only where nothing else is joined by and.
    const fits =
      comparisons.length > 0 &&
      read.every(
        (operators) =>
          operators.length === 1 || (operators.length === 2 && (match === 'any' || comparisons.length === 1)),
      );
    const isAny = match === 'any' || read.some((operators) => operators.length > 1);
    const rules = comparisons.flatMap(({ name, value }, at) =>
      read[at]!.map((operator) => ({ name, operator, value })),
    );
    const known =
      fits && rules.length <= 8 && comparisons.every(({ name, value }) => name !== '' && !/\{\{/.test(value));
    const condition: Condition = known
      ? ruleOf(isAny ? 'any' : 'all', rules, text)
      : { type: 'logic', text: firstText(text, one.group, 'condition'), cases: [] };
    return [{ to: edge.to, condition, path: `${one.path}.items[${index}]` }];
  });
  return [...items, ...onward(one, book.edges.get(textIn(one.block, 'outgoingEdgeId')))];
}

function requestOf(block: object, path: string, title: string, book: Book): Happening {
  const options = objectIn(block, 'options') ?? {};
  const hook = objectIn(options, 'webhook') ?? options;
  const output = listIn(options, 'responseVariableMapping').map((mapping) => ({
    key: textIn(mapping, 'bodyPath').replace(/^(data|\$)\./, ''),
    target: book.variables.get(textIn(mapping, 'variableId')) ?? '',
  }));
  const body = jsonBody(textIn(hook, 'body'));
  const read = readTool(
    {
      type: 'apiRequest',
      method: textIn(hook, 'method'),
      url: textIn(hook, 'url'),
      headers: valueIn(hook, 'headers'),
      body,
      output,
    },
    path,
    title,
  );
  book.problems.push(...read.problems);
  return read.does;
}

function jsonBody(text: string): unknown {
  try {
    const body: unknown = JSON.parse(text);
    return isJsonObject(body)
      ? Object.entries(body).map(([key, value]) => ({ key, value: textIn(value) }))
      : [];
  } catch {
    return [];
  }
}

/** The words of rich text; blocks within blocks end a line. */
function plainWords(block: unknown): string {
  const content = objectIn(block, 'content');
  const rich = listIn(content, 'richText')
    .map(wordsOf)
    .filter((line) => line.trim() !== '')
    .join('\n');
  return firstText(rich, textIn(content, 'plainText'), textIn(content, 'text'))
    .replaceAll('\u0000', '')
    .trim();
}

function wordsOf(part: unknown): string {
  const text = valueIn(part, 'text');
  return typeof text === 'string' ? text : listIn(part, 'children').map(wordsOf).join('');
}
