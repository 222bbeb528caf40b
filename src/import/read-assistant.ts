/**
 * Vapi assistants and squads read into stations: a member is a station, its handoffs are ways, its other tools stations
 * that it leads to. Prompts are kept whole: nothing is guessed from them. Pure and total.
 */
import type { Problem } from '../flow/problem.ts';
import { isJsonObject } from '../lib/json.ts';
import { firstText, listIn, objectIn, textIn, valueIn } from './foreign.ts';
import { fileProblem, pleaseCheck } from './problems.ts';
import { languagesOf, readToolStations } from './read-workflow.ts';
import type { Reading, Station, Wanted, Way } from './station.ts';
import { spoken } from './vapi-tool.ts';
import { wantedInSchema } from './wanted.ts';
import { titleOf } from './words.ts';

export function isAssistant(json: unknown): boolean {
  return objectIn(json, 'model') !== undefined || typeof valueIn(json, 'firstMessage') === 'string';
}

export function isSquad(json: unknown): boolean {
  return Array.isArray(valueIn(json, 'members'));
}

export function readAssistant(json: unknown): Reading {
  const reading = readMembers([{ assistant: json }], json, '$', '');
  return { ...reading, name: textIn(json, 'name') };
}

export function readSquad(json: unknown): Reading {
  return { ...readMembers(listIn(json, 'members'), json, '', '$.members'), name: textIn(json, 'name') };
}

function readMembers(members: readonly unknown[], json: unknown, whole: string, list: string): Reading {
  const problems: Problem[] = [];
  const keys = new Map<string, string>();
  const found = members.flatMap((member, index) => {
    const path = whole === '' ? `${list}[${index}]` : whole;
    if (!isJsonObject(member)) {
      problems.push(fileProblem('import/unreadable-part', path));
      return [];
    }
    const inFile = objectIn(member, 'assistant');
    const assistant = inFile ?? objectIn(member, 'assistantOverrides') ?? {};
    const names = [textIn(inFile, 'name'), textIn(inFile, 'id'), textIn(member, 'assistantId')].filter(
      (name) => name !== '',
    );
    if (!inFile)
      problems.push(pleaseCheck('assistant-not-in-file', {}, path, textIn(member, 'assistantId'), 'warning'));
    const key = `member ${index}`;
    for (const name of new Set(names)) {
      if (keys.has(name)) problems.push(fileProblem('import/duplicate-id', path, { id: name.slice(0, 100) }));
      else keys.set(name, key);
    }
    return [{ member, assistant, key, path, at: inFile && whole === '' ? `${path}.assistant` : path }];
  });
  const stations = found.flatMap((one) => readMember(one, keys, problems));
  const overrides = objectIn(json, 'membersOverrides') ?? objectIn(json, 'memberOverrides');
  const everywhere = readToolStations(
    listIn(overrides, 'tools:append'),
    'all',
    '$.membersOverrides["tools:append"]',
    problems,
  ).map(({ when, ...station }): Station => ({ ...station, anytime: when }));
  return {
    name: '',
    instructions: '',
    stations: [...stations, ...everywhere],
    start: stations[0]?.key ?? null,
    startChosen: false,
    languages: found.flatMap(({ assistant }) => languagesOf(assistant)),
    problems,
  };
}

interface Member {
  readonly member: object;
  readonly assistant: object;
  readonly key: string;
  readonly path: string;
  readonly at: string;
}

function readMember(
  { member, assistant, key, path, at }: Member,
  keys: ReadonlyMap<string, string>,
  problems: Problem[],
): Station[] {
  const tools = [
    ...listIn(assistant, 'model', 'tools'),
    ...listIn(assistant, 'tools:append'),
    ...listIn(member, 'assistantOverrides', 'tools:append'),
  ];
  const handoffs = tools.filter((tool) => textIn(tool, 'type') === 'handoff');
  const others = tools.filter((tool) => textIn(tool, 'type') !== 'handoff');
  for (const id of listIn(assistant, 'model', 'toolIds'))
    problems.push(pleaseCheck('tool-not-in-file', {}, `${at}.model.toolIds`, textIn(id), 'warning'));
  const wanted = new Map<string, Wanted>();
  const announcements: Station[] = [];
  const ways = [
    ...handoffs.flatMap((tool) => readHandoff(tool, at, keys, wanted, problems)),
    ...listIn(member, 'assistantDestinations').flatMap((destination, index) => {
      const place = `${path}.assistantDestinations[${index}]`;
      const found = readDestination(destination, '', place, keys, wanted, problems);
      return found.map((way) => announced(way, textIn(destination, 'message'), announcements));
    }),
  ];
  const extra = readToolStations(others, key, `${at}.model.tools`, problems);
  const closing = textIn(assistant, 'endCallMessage');
  const stations = extra.map(
    ({ when: _, ...station }): Station =>
      station.does.type === 'hang-up' && station.does.closing === ''
        ? { ...station, does: { type: 'hang-up', closing } }
        : station,
  );
  const prompt = [
    textIn(assistant, 'model', 'systemPrompt'),
    ...listIn(assistant, 'model', 'messages').flatMap((message) =>
      textIn(message, 'role') === 'system' ? [textIn(message, 'content')] : [],
    ),
  ]
    .filter((text) => text !== '')
    .join('\n');
  const first = textIn(assistant, 'firstMessage');
  return [
    {
      key,
      path: at,
      title: titleOf(textIn(assistant, 'name')),
      position: null,
      does:
        first === '' && prompt === '' && wanted.size === 0
          ? { type: 'pass' }
          : { type: 'talk', first, prompt, whole: true, wanted: [...wanted.values()] },
      ways: [
        ...ways,
        ...extra.map(
          (tool): Way => ({ to: tool.key, condition: { type: 'words', text: tool.when }, path: tool.path }),
        ),
      ],
      anytime: null,
    },
    ...announcements,
    ...stations,
  ];
}

/** A way on which something is said before the next member speaks: through a station of its own. */
function announced(way: Way, message: string, announcements: Station[]): Way {
  if (message === '') return way;
  const key = `${way.path} message`;
  announcements.push({
    key,
    path: `${way.path}.message`,
    title: '',
    position: null,
    does: { type: 'say', text: message, exactly: true },
    ways: [{ to: way.to, condition: { type: 'none' }, path: way.path }],
    anytime: null,
  });
  return { ...way, to: key };
}

function readHandoff(
  tool: unknown,
  at: string,
  keys: ReadonlyMap<string, string>,
  wanted: Map<string, Wanted>,
  problems: Problem[],
): Way[] {
  const path = `${at}.model.tools`;
  for (const one of wantedInSchema(valueIn(tool, 'function', 'parameters'), `${path}.function.parameters`))
    if (one.name !== 'destination') wanted.set(one.name, one);
  const destinations = listIn(tool, 'destinations');
  // The tool's own description says when to hand over; with several destinations theirs tell them apart.
  const described = destinations.length === 1 ? textIn(tool, 'function', 'description') : '';
  const said = spoken(tool, 'request-start');
  if (said !== '') problems.push(pleaseCheck('tool-left-out', {}, `${path}.messages`, said));
  return destinations.flatMap((destination) =>
    readDestination(destination, described, path, keys, wanted, problems),
  );
}

function readDestination(
  destination: unknown,
  described: string,
  path: string,
  keys: ReadonlyMap<string, string>,
  wanted: Map<string, Wanted>,
  problems: Problem[],
): Way[] {
  for (const one of wantedInSchema(
    valueIn(destination, 'variableExtractionPlan', 'schema'),
    `${path}.variableExtractionPlan.schema`,
  ))
    wanted.set(one.name, one);
  const name = firstText(
    textIn(destination, 'assistantName'),
    textIn(destination, 'assistantId'),
    textIn(destination, 'assistant', 'name'),
    textIn(destination, 'entryAssistantName'),
    textIn(destination, 'type'),
  );
  const to = keys.get(name);
  if (to === undefined) {
    problems.push(fileProblem('import/dangling-link', path, { id: name.slice(0, 100) }));
    return [];
  }
  const text = firstText(described, textIn(destination, 'description'), titleOf(name));
  return [{ to, condition: { type: 'words', text }, path }];
}
