/**
 * Vapi's retired workflows, in the shapes of the API, the dashboard and the migration guide, read into stations.
 * One reader knows the properties of all three: files mix them. Pure and total.
 */
import type { Problem } from '../flow/problem.ts';
import { isJsonObject } from '../lib/json.ts';
import { readCondition } from './condition.ts';
import { firstText, listIn, objectIn, textIn, valueIn } from './foreign.ts';
import { fileProblem, pleaseCheck } from './problems.ts';
import type { Condition, Happening, Reading, Station, Wanted, Way } from './station.ts';
import { readTool } from './vapi-tool.ts';
import { wantedInList, wantedInSchema } from './wanted.ts';
import { titleOf } from './words.ts';

export type WorkflowSource = 'vapi-workflow-api' | 'vapi-workflow-dashboard' | 'vapi-workflow-guide';

export function isWorkflow(json: unknown): boolean {
  return (
    Array.isArray(valueIn(json, 'nodes')) &&
    (Array.isArray(valueIn(json, 'edges')) || valueIn(json, 'edges') === undefined)
  );
}

/** Which of the three shapes, by what only one of them has. */
export function workflowSource(json: unknown): WorkflowSource {
  const nodes = listIn(json, 'nodes');
  const edges = listIn(json, 'edges');
  const has = (key: string) => nodes.some((node) => valueIn(node, key) !== undefined);
  const types = new Set(nodes.map((node) => textIn(node, 'type')));
  const isGuide =
    has('systemPrompt') ||
    has('extractVariables') ||
    has('isGlobal') ||
    types.has('transferCall') ||
    types.has('endCall') ||
    edges.some((edge) => typeof valueIn(edge, 'condition') === 'string') ||
    (has('id') && !has('name'));
  const isDashboard =
    has('messagePlan') ||
    has('toolIds') ||
    has('exact') ||
    types.has('start') ||
    types.has('say') ||
    nodes.some((node) => valueIn(node, 'variableExtractionPlan', 'output') !== undefined) ||
    edges.some((edge) => textIn(edge, 'condition', 'type') === 'logic');
  if (isGuide && !isDashboard) return 'vapi-workflow-guide';
  const isApi = [...types].every((type) => type === 'conversation' || type === 'tool') && !isDashboard;
  return isApi ? 'vapi-workflow-api' : 'vapi-workflow-dashboard';
}

export function readWorkflow(json: unknown): Reading {
  const problems: Problem[] = [];
  const keys = new Map<string, string>();
  const stations: (Station & { readonly isStart: boolean; readonly extra: readonly Station[] })[] = [];
  listIn(json, 'nodes').forEach((node, index) => {
    const path = `$.nodes[${index}]`;
    if (!isJsonObject(node)) {
      problems.push(fileProblem('import/unreadable-part', path));
      return;
    }
    const names = [...new Set([textIn(node, 'id'), textIn(node, 'name')])].filter((name) => name !== '');
    const key = `station ${index}`;
    const known = names.filter((name) => keys.has(name));
    // Two steps may share a name when ids tell them apart.
    if (known.length > 0 && (known.length === names.length || known.includes(textIn(node, 'id'))))
      problems.push(
        fileProblem('import/duplicate-id', `${path}.${textIn(node, 'id') === known[0] ? 'id' : 'name'}`, {
          id: known[0]!.slice(0, 100),
        }),
      );
    for (const name of names) if (!keys.has(name)) keys.set(name, key);
    stations.push(readNode(node, key, path, problems));
  });
  const ways = readEdges(json, keys, problems);
  const led = new Set([...ways.values()].flat().map((way) => way.to));
  const told = stations.filter((station) => station.isStart);
  const start =
    told[0] ??
    stations.find((station) => station.anytime === null && !led.has(station.key)) ??
    stations.find((station) => station.anytime === null) ??
    stations[0];
  problems.push(...leftOutSettings(json));
  return {
    name: textIn(json, 'name'),
    instructions: textIn(json, 'globalPrompt'),
    stations: stations.flatMap(({ isStart: _, extra, ...station }) => [
      {
        ...station,
        ...(station.key === start?.key ? { anytime: null } : {}),
        ways: [...(ways.get(station.key) ?? []), ...station.ways],
      },
      ...extra,
    ]),
    start: start?.key ?? null,
    startChosen: told.length !== 1,
    languages: languagesOf(json),
    problems,
  };
}

function readNode(node: object, key: string, path: string, problems: Problem[]) {
  const name = firstText(textIn(node, 'name'), textIn(node, 'label'), textIn(node, 'id'));
  const type = textIn(node, 'type').toLowerCase();
  const plan = objectIn(node, 'globalNodePlan');
  const condition = firstText(
    textIn(plan, 'enterCondition'),
    textIn(node, 'enterCondition'),
    textIn(node, 'condition'),
  );
  const isGlobal = valueIn(plan, 'enabled') === true || valueIn(node, 'isGlobal') === true;
  const read = readHappening(node, type, path, name);
  problems.push(...read.problems);
  const isStart =
    valueIn(node, 'isStart') === true ||
    type === 'start' ||
    (textIn(node, 'id') === 'start' && type !== 'hangup');
  const extra = readInlineTools(node, key, path, problems);
  return {
    key,
    path,
    title: titleOf(name),
    position: pointIn(node),
    does: read.does,
    ways: extra.map(
      (station): Way => ({
        to: station.key,
        condition: { type: 'words', text: firstText(station.when, station.title) },
        path: station.path,
      }),
    ),
    // A start that could be entered from anywhere is a leftover of the dashboard's defaults.
    anytime: isGlobal && !isStart ? firstText(condition, titleOf(name)) : null,
    isStart,
    extra: extra.map(({ when: _, ...station }) => station),
  };
}

function readHappening(
  node: object,
  type: string,
  path: string,
  name: string,
): { does: Happening; problems: readonly Problem[] } {
  const first = firstText(textIn(node, 'firstMessage'), textIn(node, 'messagePlan', 'firstMessage'));
  const prompt = firstText(
    textIn(node, 'prompt'),
    textIn(node, 'systemPrompt'),
    ...listIn(node, 'messages').map((message) => textIn(message, 'content')),
    textIn(node, 'instruction'),
  );
  const exact = firstText(textIn(node, 'exact'), textIn(node, 'say', 'exact'), textIn(node, 'message'));
  if (type === 'say') {
    const words = firstText(exact, first);
    const free = firstText(prompt, textIn(node, 'say', 'prompt'), textIn(node, 'say'));
    return {
      does:
        words === '' && free === ''
          ? { type: 'lost', label: titleOf(name) }
          : { type: 'say', text: firstText(words, free), exactly: words !== '' },
      problems: [],
    };
  }
  if (type === 'tool') {
    const tool = objectIn(node, 'tool');
    if (tool) return readTool(tool, `${path}.tool`, titleOf(name));
    const isEnd =
      /hang ?up|end ?call|raccroch/i.test(name) ||
      /^(?:the )?(?:end|bye|good ?bye|fin|au revoir)(?: \d+)?$/i.test(titleOf(name));
    return {
      does: isEnd ? { type: 'hang-up', closing: '' } : { type: 'lost', label: titleOf(name) },
      problems: [pleaseCheck('tool-not-in-file', {}, `${path}.toolId`, name, 'warning')],
    };
  }
  if (/^(hangup|endcall|end|transfercall|transfer|apirequest)$/.test(type))
    return readTool(node, path, titleOf(name));
  const wanted = [
    ...wantedInList(
      listIn(node, 'variableExtractionPlan', 'output'),
      `${path}.variableExtractionPlan.output`,
    ),
    ...wantedInSchema(
      valueIn(node, 'variableExtractionPlan', 'schema'),
      `${path}.variableExtractionPlan.schema`,
    ),
    ...wantedInList(listIn(node, 'extractVariables'), `${path}.extractVariables`),
    ...wantedInList(listIn(node, 'variables'), `${path}.variables`),
    ...(type === 'gather' ? wantedInSchema(valueIn(node, 'output'), `${path}.output`) : []),
    ...(type === 'gather' ? wantedInList(listIn(node, 'output'), `${path}.output`) : []),
  ];
  const does: Happening =
    first === '' && prompt === '' && exact === '' && wanted.length === 0
      ? { type: 'pass' }
      : {
          type: 'talk',
          first: firstText(first, exact),
          prompt,
          whole: false,
          wanted: withAliases(wanted, listIn(node, 'variableExtractionPlan', 'aliases')),
        };
  return { does, problems: [] };
}

/** Other names that a plan gives to what it extracts, `{ key, value: "{{user.name}}" }`. */
function withAliases(wanted: readonly Wanted[], aliases: readonly unknown[]): Wanted[] {
  return wanted.map((one) => {
    const keys = aliases.flatMap((alias) => {
      const from = /^\{\{\s*([\w.]+)/.exec(textIn(alias, 'value'))?.[1];
      return from === one.name || (from !== undefined && one.aliases.includes(from))
        ? [textIn(alias, 'key')]
        : [];
    });
    return { ...one, aliases: [...one.aliases, ...keys.filter((key) => key !== '')] };
  });
}

/** Tools that a conversation may call: stations of their own, led to by what they are for. */
function readInlineTools(node: object, key: string, path: string, problems: Problem[]) {
  if (textIn(node, 'type').toLowerCase() === 'tool') return [];
  for (const id of listIn(node, 'toolIds'))
    problems.push(pleaseCheck('tool-not-in-file', {}, `${path}.toolIds`, textIn(id), 'warning'));
  return readToolStations(listIn(node, 'tools'), key, `${path}.tools`, problems);
}

/** Tools as stations with the words for when they are used; those of no use here are flagged and left out. */
export function readToolStations(
  tools: readonly unknown[],
  key: string,
  path: string,
  problems: Problem[],
): (Station & { readonly when: string })[] {
  return tools.flatMap((tool, index) => {
    const here = `${path}[${index}]`;
    const name = firstText(textIn(tool, 'function', 'name'), textIn(tool, 'name'));
    const read = readTool(tool, here, titleOf(name));
    problems.push(...read.problems);
    if (read.does.type === 'lost') {
      problems.push(pleaseCheck('tool-left-out', {}, here, firstText(name, textIn(tool, 'type')), 'warning'));
      return [];
    }
    const when = firstText(
      textIn(tool, 'function', 'description'),
      textIn(tool, 'description'),
      ...listIn(tool, 'destinations').map((destination) => textIn(destination, 'description')),
      titleOf(name),
      titleOf(textIn(tool, 'type')),
    );
    return [
      {
        key: `${key} tool ${index}`,
        path: here,
        title: titleOf(name),
        position: null,
        does: read.does,
        ways: [],
        anytime: null,
        when,
      },
    ];
  });
}

function readEdges(
  json: unknown,
  keys: ReadonlyMap<string, string>,
  problems: Problem[],
): Map<string, Way[]> {
  const ways = new Map<string, Way[]>();
  listIn(json, 'edges').forEach((edge, index) => {
    const path = `$.edges[${index}]`;
    const ends = (['from', 'to'] as const).map((end) => {
      const field = valueIn(edge, end) === undefined ? (end === 'from' ? 'source' : 'target') : end;
      const name = textIn(edge, field);
      const key = keys.get(name);
      if (key === undefined)
        problems.push(fileProblem('import/dangling-link', `${path}.${field}`, { id: name.slice(0, 100) }));
      return key;
    });
    const [from, to] = ends;
    if (from === undefined || to === undefined) return;
    const condition = readCondition(
      firstDefined(valueIn(edge, 'condition'), valueIn(edge, 'data', 'condition'), valueIn(edge, 'label')),
    );
    const here = ways.get(from) ?? [];
    // The same link drawn twice is one way.
    const isDrawn = here.some((way) => way.to === to && sameCondition(way.condition, condition));
    if (!isDrawn) ways.set(from, [...here, { to, condition, path }]);
  });
  return ways;
}

function sameCondition(one: Condition, other: Condition): boolean {
  const textOf = (condition: Condition) => (condition.type === 'none' ? '' : condition.text);
  return one.type === other.type && textOf(one).toLowerCase() === textOf(other).toLowerCase();
}

function firstDefined(...values: readonly unknown[]): unknown {
  return values.find((value) => value !== undefined && value !== null);
}

function pointIn(node: unknown) {
  const place = objectIn(node, 'metadata', 'position') ?? objectIn(node, 'position');
  const [x, y] = [valueIn(place, 'x'), valueIn(place, 'y')];
  return typeof x === 'number' && typeof y === 'number' ? { x: Math.round(x), y: Math.round(y) } : null;
}

/** What a whole workflow sets and a flow has elsewhere, or nowhere. */
function leftOutSettings(json: unknown): Problem[] {
  const prompt = textIn(json, 'globalPrompt');
  const settings = [
    'model',
    'voice',
    'transcriber',
    'server',
    'credentials',
    'credentialIds',
    'hooks',
    'analysisPlan',
    'artifactPlan',
  ].filter((key) => valueIn(json, key) !== undefined && valueIn(json, key) !== null);
  return [
    ...(prompt === '' ? [] : [pleaseCheck('instructions-left-out', {}, '$.globalPrompt', prompt, 'warning')]),
    ...(settings.length === 0 ? [] : [pleaseCheck('settings-left-out', {}, '$', settings.join(', '))]),
  ];
}

/** Language codes in voices and transcribers of the whole and of its nodes. */
export function languagesOf(json: unknown): string[] {
  return [json, ...listIn(json, 'nodes')].flatMap((part) =>
    [
      textIn(part, 'transcriber', 'language'),
      textIn(part, 'voice', 'language'),
      textIn(part, 'voice', 'voiceId'),
    ].filter((code) => /^(fr|en)([-_]|$)/i.test(code)),
  );
}
