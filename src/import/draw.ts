/**
 * Draws a reading: each station becomes a chain of steps, each way a link. What a file leaves open is closed with
 * neutral endings. Knows no file format.
 */
import type { ExitId, NodeId } from '../flow/document.ts';
import { discloses, spokenDisclosure } from '../kinds/answer/disclosure.ts';
import { answer } from '../kinds/answer/kind.ts';
import { hangUp } from '../kinds/hang-up/kind.ts';
import { say } from '../kinds/say/kind.ts';
import { transfer } from '../kinds/transfer/kind.ts';
import type { About, Draft } from './draft.ts';
import { drawAnytime } from './draw-anytime.ts';
import { drawRequest } from './draw-request.ts';
import { drawTalk } from './draw-talk.ts';
import { drawWays } from './draw-ways.ts';
import type { Reading, Station } from './station.ts';
import { sentencesOf, splitQuestion } from './words.ts';

/** An exit that waits for the next step of its chain. */
export interface Loose {
  readonly node: NodeId;
  readonly exit: ExitId;
}

/** The steps of one station, in order, and its exits that lead nowhere yet. */
export interface Chain {
  readonly station: Station;
  entry: NodeId | null;
  loose: Loose[];
  isTitled: boolean;
}

interface Pending {
  readonly loose: Loose;
  readonly to: string | null;
  readonly isGivingUp?: true;
}

export interface Canvas {
  readonly draft: Draft;
  readonly stations: ReadonlyMap<string, Station>;
  /** Title and place of the chain's next step; the station's title goes to one step, that which listens if there is one. */
  about(chain: Chain, isMain: boolean): About;
  /** Appends a step: what was loose leads to it, and its own exits are loose now. */
  append(chain: Chain, node: NodeId, exits: readonly ExitId[]): void;
  /** Links exits to a station, or to the neutral ending (null), once all are drawn. */
  lead(loose: readonly Loose[], to: string | null): void;
  /** For callers whom nothing fits: the person that the file offers at any time, else the neutral ending. */
  giveUp(loose: readonly Loose[]): void;
  /** Ends loose exits in a sentence of the file's own. */
  end(loose: readonly Loose[], closing: string, path: string): void;
}

/** Draws everything into the draft, and gives the step for callers whom nothing fits. `reading.start` must be a station. */
export function drawReading(draft: Draft, reading: Reading): (from: NodeId) => NodeId {
  const opened = openCall(draft, reading);
  const stations = new Map(opened.stations.map((station) => [station.key, station]));
  const entries = new Map<string, NodeId | null>();
  const pending: Pending[] = [];
  const canvas = createCanvas(draft, stations, pending);
  const greeting = draft.step(answer, opened.greeting, { path: opened.path });
  pending.push({ loose: { node: greeting, exit: 'next' }, to: opened.onward });
  for (const station of inOrder(opened.stations, reading.start))
    entries.set(station.key, drawStation(canvas, station));
  const ending = neutralEnding(draft);
  for (const station of opened.stations)
    if (station.anytime !== null)
      drawAnytime(draft, station, entryOf(station.key, entries, stations) ?? ending());
  const giveUp = (from: NodeId) => {
    const person = draft.alwaysLeadsTo('wants-human');
    return person === null || person === from ? ending() : person;
  };
  for (const { loose, to, isGivingUp } of pending) {
    const goal = to === null ? null : entryOf(to, entries, stations);
    const at = { node: loose.node, exit: loose.exit };
    if (goal === null) draft.check(isGivingUp ? 'gives-up' : 'ends-here', at, draft.pathOf(loose.node));
    draft.link(loose.node, loose.exit, goal ?? (isGivingUp ? giveUp(loose.node) : ending()));
  }
  return giveUp;
}

/** The start first, then as ways lead, then what no way leads to: so that numbers read like the drawing. */
function inOrder(stations: readonly Station[], start: string | null): Station[] {
  const byKey = new Map(stations.map((station) => [station.key, station]));
  const found = new Map<string, Station>();
  const waiting = start === null ? [] : [start];
  for (let key = waiting.shift(); key !== undefined; key = waiting.shift()) {
    const station = byKey.get(key);
    if (!station || found.has(key)) continue;
    found.set(key, station);
    waiting.push(...station.ways.map((way) => way.to));
  }
  for (const station of stations) if (!found.has(station.key)) found.set(station.key, station);
  return [...found.values()];
}

function createCanvas(draft: Draft, stations: Canvas['stations'], pending: Pending[]): Canvas {
  return {
    draft,
    stations,
    about(chain, isMain) {
      const { station } = chain;
      const position = chain.entry === null ? station.position : null;
      const title = isMain && !chain.isTitled ? station.title : '';
      chain.isTitled ||= isMain;
      return { title, position, path: station.path };
    },
    append(chain, node, exits) {
      for (const loose of chain.loose) draft.link(loose.node, loose.exit, node);
      chain.entry ??= node;
      chain.loose = exits.map((exit) => ({ node, exit }));
    },
    lead(loose, to) {
      pending.push(...loose.map((one) => ({ loose: one, to })));
    },
    giveUp(loose) {
      pending.push(...loose.map((one) => ({ loose: one, to: null, isGivingUp: true as const })));
    },
    end(loose, closing, path) {
      if (loose.length === 0) return;
      const node = draft.step(hangUp, { closing: '', outcome: '' }, { path });
      draft.change(hangUp, node, {
        closing: draft.sentence(closing, 1000, { node, field: 'closing' }, path),
        outcome: '',
      });
      for (const one of loose) draft.link(one.node, one.exit, node);
    },
  };
}

/** Steps of a station and its ways. Null when it has none of its own and just leads on. */
function drawStation(canvas: Canvas, station: Station): NodeId | null {
  const { draft } = canvas;
  const chain: Chain = { station, entry: null, loose: [], isTitled: false };
  const about = { title: station.title, position: station.position, path: station.path };
  const { does } = station;
  switch (does.type) {
    case 'talk':
      drawTalk(canvas, chain, does);
      return chain.entry;
    case 'request':
      drawRequest(canvas, chain, does.request);
      return chain.entry;
    case 'transfer': {
      const node = draft.step(transfer, { message: '', people: [], tellWhy: false }, about);
      draft.change(transfer, node, { ...transferData(draft, node, does, station.path), tellWhy: false });
      canvas.append(chain, node, ['no-answer']);
      // A file does not say what happens when nobody answers, unless a way leads on from the transfer.
      canvas.lead(chain.loose, station.ways[0]?.to ?? null);
      return node;
    }
    case 'hang-up': {
      const node = draft.step(hangUp, { closing: '', outcome: '' }, about);
      const at = { node, field: 'closing' };
      const closing = draft.sentence(does.closing, 1000, at, station.path);
      if (closing === '') draft.check('closing-added', at, station.path, draft.words.closing);
      draft.change(hangUp, node, {
        closing: closing || draft.words.closing,
        outcome: draft.clipped(station.title, 80, { node, field: 'outcome' }, station.path),
      });
      return node;
    }
    case 'say':
    case 'lost': {
      if (does.type === 'lost' && does.label === '') {
        drawLess(canvas, chain);
        return chain.entry;
      }
      const node = draft.step(say, { text: '', exactly: true }, about);
      const at = { node, field: 'text' };
      if (does.type === 'say') {
        const text = draft.spoken(does.text, at, station.path);
        draft.change(say, node, { text, exactly: does.exactly });
      } else {
        // Its name or description is for people who draw: said aloud, it would claim what did not happen.
        draft.change(say, node, { text: draft.words.moment, exactly: true });
        draft.check('closing-added', at, station.path, draft.words.moment);
        draft.check('block-left-out', at, station.path, does.label, 'warning');
        draft.remark(does.label, node, station.path);
      }
      canvas.append(chain, node, ['next']);
      drawWays(canvas, chain, station.ways, {});
      return node;
    }
    case 'pass':
      drawLess(canvas, chain);
      return chain.entry;
  }
}

/** A station without words has no step: but several ways from it are a choice that somebody must put into words. */
function drawLess(canvas: Canvas, chain: Chain): void {
  if (chain.station.ways.length > 1) drawWays(canvas, chain, chain.station.ways, {});
}

function transferData(
  draft: Draft,
  node: NodeId,
  does: Extract<Station['does'], { type: 'transfer' }>,
  path: string,
) {
  const kept = does.people.slice(0, 5);
  if (does.people.length > kept.length)
    draft.check(
      'people-left-out',
      { node, field: 'people' },
      path,
      does.people
        .slice(5)
        .map((person) => person.number)
        .join(', '),
      'warning',
    );
  if (kept.length === 0) draft.check('no-number', { node, field: 'people.0.number' }, path, '', 'warning');
  const people = kept.map((person, index) => ({
    name: draft.clipped(
      person.name.replaceAll(/\{\{[^{}]*\}\}/g, ''),
      80,
      { node, field: `people.${index}.name` },
      path,
    ),
    number: person.number,
  }));
  const message = draft.sentence(does.message, 1000, { node, field: 'message' }, path);
  if (message === '') draft.check('closing-added', { node, field: 'message' }, path, draft.words.transfer);
  return {
    message: message || draft.words.transfer,
    people: people.length > 0 ? people : [{ name: '', number: '' }],
  };
}

/** The step where a station begins, through those that have none of their own. */
function entryOf(
  key: string,
  entries: ReadonlyMap<string, NodeId | null>,
  stations: ReadonlyMap<string, Station>,
): NodeId | null {
  const seen = new Set<string>();
  for (
    let at: string | undefined = key;
    at !== undefined && !seen.has(at);
    at = stations.get(at)?.ways[0]?.to
  ) {
    seen.add(at);
    const entry = entries.get(at);
    if (entry) return entry;
  }
  return null;
}

/** One shared ending, made when it is first needed. */
function neutralEnding(draft: Draft): () => NodeId {
  let made: NodeId | undefined;
  return () => {
    if (made === undefined) {
      made = draft.step(hangUp, { closing: draft.words.closing, outcome: '' }, { path: '$' });
      draft.check('closing-added', { node: made, field: 'closing' }, '$', draft.words.closing);
    }
    return made;
  };
}

/** The greeting, taken from the words with which the file begins, and the stations without it. */
function openCall(draft: Draft, reading: Reading) {
  const byKey = new Map(reading.stations.map((station) => [station.key, station]));
  const start = reading.start === null ? undefined : byKey.get(reading.start);
  const first = start && firstSpeaker(start, byKey);
  const words =
    first?.does.type === 'talk'
      ? first.does.first
      : first?.does.type === 'say' && first.does.exactly
        ? first.does.text
        : '';
  // A sentence that the call comes back to stays where it is: the greeting goes past it.
  const isAgain =
    first?.does.type === 'say' &&
    reading.stations.flatMap((one) => one.ways).filter((way) => way.to === first.key).length >
      (first === start ? 0 : 1);
  const onward = isAgain && first.ways.length === 1 ? first.ways[0]!.to : reading.start;
  const { statement, question } = isAgain ? { statement: words, question: '' } : splitQuestion(words);
  const node = 'n1' as NodeId;
  const path = first?.path ?? '$';
  const standard = spokenDisclosure(draft.language);
  const sentences = sentencesOf(statement);
  const disclosing = sentences.filter((sentence) => discloses(sentence, draft.language)).join(' ');
  const greeting = draft.sentence(
    sentences.filter((sentence) => !disclosing.includes(sentence)).join(' '),
    1000,
    { node, field: 'greeting' },
    path,
  );
  const disclosure =
    disclosing === '' ? standard : draft.sentence(disclosing, 500, { node, field: 'disclosure' }, path);
  draft.check(
    disclosing === '' ? 'disclosure-added' : 'disclosure-moved',
    { node, field: 'disclosure' },
    path,
    disclosure,
  );
  if (greeting === '') draft.check('greeting-added', { node, field: 'greeting' }, path, draft.words.greeting);
  const stations = reading.stations.map((station) =>
    station === first && !isAgain ? withoutGreeting(station, question) : station,
  );
  return {
    greeting: {
      greeting: greeting || draft.words.greeting,
      disclosure: discloses(disclosure, draft.language) ? disclosure : standard,
      assistantName: '',
    },
    path,
    stations,
    onward,
  };
}

/** The station whose words are heard first: the start, or what it passes on to alone. */
function firstSpeaker(start: Station, byKey: ReadonlyMap<string, Station>): Station | undefined {
  let station: Station | undefined = start;
  const seen = new Set<Station>();
  while (station?.does.type === 'pass' && station.ways.length === 1 && !seen.has(station)) {
    seen.add(station);
    station = byKey.get(station.ways[0]!.to);
  }
  return station;
}

function withoutGreeting(station: Station, question: string): Station {
  const { does } = station;
  if (does.type === 'say')
    return { ...station, does: question === '' ? { type: 'pass' } : { ...does, text: question } };
  if (does.type !== 'talk') return station;
  const rest = { ...does, first: question };
  const isEmpty = question === '' && does.prompt === '' && does.wanted.length === 0;
  return { ...station, does: isEmpty ? { type: 'pass' } : rest };
}
