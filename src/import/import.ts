/**
 * Files from elsewhere become drawings: Vapi workflows, assistants and squads, Typebot exports, our own exports.
 * Pure and total: never throws, whatever the text; what had to be guessed is told, nothing is made up.
 */
import { CALL_LANGUAGES, type CallLanguage, type FlowDocument } from '../flow/document.ts';
import type { Problem } from '../flow/problem.ts';
import { readFlow } from '../kinds/registry.ts';
import { arrange } from './arrange.ts';
import { createDraft, type Draft } from './draft.ts';
import { drawReading } from './draw.ts';
import { firstText, listIn, objectIn, valueIn } from './foreign.ts';
import { fileProblem } from './problems.ts';
import { isAssistant, isSquad, readAssistant, readSquad } from './read-assistant.ts';
import { isOwn, readOwn } from './read-own.ts';
import { isTypebot, readTypebot } from './read-typebot.ts';
import { isWorkflow, readWorkflow, type WorkflowSource, workflowSource } from './read-workflow.ts';
import { LIMITS, scanJson } from './scan.ts';
import { settle } from './settle.ts';
import type { Reading, Wanted } from './station.ts';
import { languageOf, NEUTRAL } from './words.ts';

export type ImportSource = 'allokoli' | WorkflowSource | 'vapi-assistant' | 'vapi-squad' | 'typebot';

export interface Imported {
  /** What the file is; null when it is nothing that is known here. */
  readonly source: ImportSource | null;
  /** Null when nothing could be taken in. */
  readonly document: FlowDocument | null;
  readonly problems: readonly Problem[];
}

export interface ImportOptions {
  /** The language spoken on the call; without it, that of the file's words. */
  readonly language?: CallLanguage;
}

/** Reads any text. Errors say why it was refused and where; warnings and hints say what to look at. */
export function importFlow(text: string, options: ImportOptions = {}): Imported {
  const source = typeof text === 'string' ? text.replace(/^\uFEFF/, '') : '';
  const scanned = scanJson(source);
  if (scanned.some((problem) => problem.code !== 'import/duplicate-id')) return refused(null, scanned);
  const json = unwrap(JSON.parse(source));
  if (isOwn(json)) return withScan(importOwn(json), scanned);
  const kind = sourceOf(json);
  if (kind === null) return refused(null, [...scanned, fileProblem('import/unknown-format', '$')]);
  const excess = tooMany(json);
  if (excess.length > 0) return refused(kind, [...scanned, ...excess]);
  const reading = READERS[kind](json);
  const collected = collectedIn(reading);
  if (collected.length > LIMITS.information)
    return refused(kind, [...scanned, tooMuch(collected.length, collected[LIMITS.information]!.path)]);
  return withScan({ source: kind, ...draw(reading, options) }, scanned);
}

const READERS: Readonly<Record<Exclude<ImportSource, 'allokoli'>, (json: unknown) => Reading>> = {
  'vapi-workflow-api': readWorkflow,
  'vapi-workflow-dashboard': readWorkflow,
  'vapi-workflow-guide': readWorkflow,
  'vapi-assistant': readAssistant,
  'vapi-squad': readSquad,
  typebot: readTypebot,
};

function refused(source: ImportSource | null, problems: readonly Problem[]): Imported {
  return { source, document: null, problems };
}

function withScan(imported: Imported, scanned: readonly Problem[]): Imported {
  return { ...imported, problems: [...scanned, ...imported.problems] };
}

/** The thing itself, when it is the only one in a list or stands under its name, as in API answers and call settings. */
function unwrap(json: unknown): unknown {
  if (Array.isArray(json)) return json.length === 1 ? unwrapObject(json[0]) : json;
  return unwrapObject(json);
}

function unwrapObject(json: unknown): unknown {
  if (
    valueIn(json, 'nodes') !== undefined ||
    valueIn(json, 'members') !== undefined ||
    valueIn(json, 'model') !== undefined
  )
    return json;
  for (const key of ['workflow', 'squad', 'assistant', 'typebot', 'document', 'data']) {
    const inside = objectIn(json, key);
    if (inside) return inside;
  }
  return json;
}

function sourceOf(json: unknown): Exclude<ImportSource, 'allokoli'> | null {
  if (isWorkflow(json)) return workflowSource(json);
  if (isSquad(json)) return 'vapi-squad';
  if (isTypebot(json)) return 'typebot';
  return isAssistant(json) ? 'vapi-assistant' : null;
}

function tooMany(json: unknown): Problem[] {
  const groups = listIn(json, 'groups');
  const blocks = groups.flatMap((group) => [...listIn(group, 'blocks'), ...listIn(group, 'steps')]);
  const items = blocks.flatMap((block) => listIn(block, 'items'));
  const nodes = valueIn(json, 'nodes');
  const listed = isOwn(json)
    ? Object.keys(objectIn(json, 'nodes') ?? {}).length
    : Array.isArray(nodes)
      ? nodes.length
      : 0;
  const linked = Math.max(
    Object.keys(objectIn(json, 'edges') ?? {}).length,
    listIn(json, 'edges').length,
    items.length,
  );
  const known = isOwn(json)
    ? Object.keys(objectIn(json, 'information') ?? {}).length
    : listIn(json, 'nodes').reduce<number>((sum, node) => sum + listedIn(node), 0);
  const tools = listIn(json, 'members').flatMap((member) => listIn(member, 'assistant', 'model', 'tools'));
  const steps: readonly (readonly [string, number])[] = [
    ['$.nodes', listed],
    ['$.groups', Math.max(groups.length, blocks.length)],
    ['$.members', listIn(json, 'members').length + tools.length],
    ['$.model.tools', listIn(json, 'model', 'tools').length],
  ];
  return [
    ...steps
      .filter(([, count]) => count > LIMITS.steps)
      .map(([path, count]) => fileProblem('import/too-many-steps', path, { limit: LIMITS.steps, count })),
    ...(known > LIMITS.information ? [tooMuch(known, isOwn(json) ? '$.information' : '$.nodes')] : []),
    ...(linked > LIMITS.links
      ? [fileProblem('import/too-many-links', '$.edges', { limit: LIMITS.links, count: linked })]
      : []),
  ];
}

/** What a step of a workflow lists to be collected: counted before any of it is read. */
function listedIn(node: unknown): number {
  const plan = objectIn(node, 'variableExtractionPlan');
  const lists = [listIn(plan, 'output'), listIn(node, 'extractVariables'), listIn(node, 'variables')];
  const properties = Object.keys(objectIn(plan, 'schema', 'properties') ?? {});
  return lists.reduce((sum, list) => sum + list.length, properties.length);
}

function tooMuch(count: number, path: string): Problem {
  return fileProblem('import/too-much-information', path, { limit: LIMITS.information, count });
}

function importOwn(json: unknown): Imported {
  const excess = tooMany(json);
  return excess.length > 0 ? refused('allokoli', excess) : { source: 'allokoli', ...readOwn(json) };
}

function draw(
  reading: Reading,
  options: ImportOptions,
): { document: FlowDocument | null; problems: readonly Problem[] } {
  if (reading.stations.length === 0 || reading.start === null)
    return { document: null, problems: [...reading.problems, fileProblem('import/no-steps', '$')] };
  const told = CALL_LANGUAGES.find((language) => language === options.language);
  const language = told ?? languageIn(reading);
  const draft = createDraft(firstText(reading.name, NEUTRAL[language].name), language);
  if (told === undefined) draft.check('language', {}, '$', language);
  if (reading.name === '') draft.check('name-added', {}, '$', NEUTRAL[language].name);
  declareInformation(draft, reading);
  const giveUp = drawReading(draft, reading);
  if (reading.instructions !== '') draft.remark(reading.instructions, null, '$.globalPrompt');
  if (reading.startChosen)
    draft.check(
      'start-chosen',
      {},
      reading.stations.find((station) => station.key === reading.start)?.path ?? '$',
      '',
      'warning',
    );
  settle(draft, giveUp);
  const document = arrange(draft.build(), draft.notes());
  // Invariant: what is drawn here is a flow that reads without loss; should it not be, nobody gets half of it.
  const read = readFlow(document);
  return {
    document: read.problems.length === 0 ? document : null,
    problems: [
      ...reading.problems.map((problem) => located(problem, draft)),
      ...draft.problems,
      ...read.problems,
    ],
  };
}

/** What was found in the file before it was drawn belongs to the step that came of its place. */
function located(problem: Problem, draft: Draft): Problem {
  const path = String(problem.params.path ?? '');
  if (Object.keys(problem.at).length > 0 || path === '') return problem;
  const inside = draft
    .nodes()
    .filter(({ id }) => draft.pathOf(id) !== '$' && isWithin(path, draft.pathOf(id)));
  const node = inside.sort((a, b) => draft.pathOf(b.id).length - draft.pathOf(a.id).length)[0];
  return node ? { ...problem, at: { node: node.id } } : problem;
}

function isWithin(path: string, whole: string): boolean {
  return path === whole || path.startsWith(`${whole}.`) || path.startsWith(`${whole}[`);
}

/** Everything that the file collects is known before a sentence is drawn: sentences and rules refer to it. */
function declareInformation(draft: Draft, reading: Reading): void {
  for (const wanted of collectedIn(reading)) draft.collect(wanted);
}

function collectedIn(reading: Reading): readonly Wanted[] {
  return reading.stations.flatMap(({ does }) => {
    if (does.type === 'talk') return does.wanted;
    return does.type === 'request' ? does.request.answers.map(({ wanted }) => wanted) : [];
  });
}

/** The language of the settings, else that of most words. */
function languageIn(reading: Reading): CallLanguage {
  const codes = new Set(reading.languages.map((code) => code.slice(0, 2).toLowerCase()));
  const words = reading.stations
    .map(({ does, title, ways }) => {
      const said =
        does.type === 'talk' ? `${does.first} ${does.prompt}` : does.type === 'say' ? does.text : '';
      return `${said} ${title} ${ways.map((way) => (way.condition.type === 'none' ? '' : way.condition.text)).join(' ')}`;
    })
    .join(' ');
  if (codes.size === 1 && codes.has('fr')) return 'fr';
  return languageOf(words) ?? (codes.has('fr') && !codes.has('en') ? 'fr' : 'en');
}
