/**
 * Generated drawings in which nothing is wrong: every kind of step, circles, sections, lane, recording. A seed gives the same
 * drawing for ever. Grown from its beginning: each new step takes an open way out of those before it.
 */
import { DEFAULT_ANYTIME } from '../../../flow/anytime/defaults.ts';
import {
  type Anytime,
  type AnytimeSetting,
  type CallLanguage,
  DEFAULT_SETTINGS,
  DOCUMENT_FORMAT,
  type FlowDocument,
  type NodeId,
} from '../../../flow/document.ts';
import { seededRandom } from '../../../vapi/sandbox/ports.ts';
import { checkFlow, registry } from '../../registry.ts';
import { linksOf, withConsent } from '../with-consent.ts';
import {
  type Chance,
  chanceOf,
  type Growing,
  HOURS,
  type Information,
  stepData,
  withoutMistakes,
} from './step-data.ts';
import { vocabularyOf } from './words.ts';

interface OpenExit {
  readonly from: string;
  readonly exit: string;
}

const MIDDLE = [
  'say',
  'ask',
  'ask',
  'understand',
  'decide',
  'decide',
  'inform',
  'book',
  'send',
  'connect',
  'transfer',
];

/** The first drawing of the seed and those after it that has no errors. Never more than a few are thrown away. */
export function soundFlow(seed: number): FlowDocument {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const document = grow(chanceOf(seededRandom(seed * 31 + attempt)));
    if (checkFlow(document).every(({ severity }) => severity !== 'error')) return document;
  }
  throw new Error(`No sound drawing for seed ${seed}`);
}

function grow(chance: Chance): FlowDocument {
  const language: CallLanguage = chance.one(['fr', 'en']);
  const words = vocabularyOf(language);
  const information: Record<string, Information> = {};
  const nodes: Record<string, unknown> = {};
  const edges: Record<string, unknown> = {};
  const open: OpenExit[] = [];
  const size = 2 + chance.upTo(9);
  const link = ({ from, exit }: OpenExit, to: string) => {
    edges[`${from}-${exit}`] = { id: `${from}-${exit}`, from, exit, to };
  };
  const add = (kind: string, index: number) => {
    const id = `n${index}`;
    const data = stepData(kind, { chance, words, language, information });
    const title = chance.oneIn(3) ? { title: words.noun() } : {};
    nodes[id] = { id, kind, ...title, position: { x: index * 320, y: 0 }, data };
    if (index > 0)
      link(open.splice(chance.oneIn(2) ? open.length - 1 : chance.upTo(open.length - 1), 1)[0]!, id);
    for (const { id: exit } of registry.get(kind)!.exits(data)) open.push({ from: id, exit });
    return id;
  };
  add('answer', 0);
  for (let index = 1; index < size && open.length > 0; index += 1)
    add(open.length > 2 && chance.oneIn(6) ? 'hang-up' : chance.one(MIDDLE), index);
  const last = add('hang-up', size);
  closeExits(open, last, nodes, chance, link);
  for (const node of Object.values(nodes) as { data: Record<string, unknown> }[])
    node.data = withoutMistakes(node.data, information);
  const document = {
    format: DOCUMENT_FORMAT,
    name: words.noun(),
    language,
    nodes,
    edges,
    information,
    hours: HOURS,
    settings: DEFAULT_SETTINGS,
    anytime: DEFAULT_ANYTIME,
  } as unknown as FlowDocument;
  return finish(document, { chance, words });
}

/** What is still open ends the call, or leads on, or back to a step that listens, itself perhaps; now and then nowhere. */
function closeExits(
  open: readonly OpenExit[],
  last: string,
  nodes: Readonly<Record<string, unknown>>,
  chance: Chance,
  link: (from: OpenExit, to: string) => void,
): void {
  const ids = Object.keys(nodes);
  const kindOf = (id: string) => registry.get((nodes[id] as { kind: string }).kind)!;
  for (const one of open) {
    const at = ids.indexOf(one.from);
    const later = ids.slice(at + 1);
    const before = ids.slice(1, at + 1).filter((id) => kindOf(id).family === 'listen');
    if (chance.oneIn(30)) continue;
    if (before.length > 0 && chance.oneIn(6)) link(one, chance.one(before));
    else link(one, chance.oneIn(2) && later.length > 0 ? chance.one(later) : last);
  }
}

/** Sections, notes, a lane and recording, each on some drawings only. */
function finish(drawn: FlowDocument, growing: Pick<Growing, 'chance' | 'words'>): FlowDocument {
  const { chance } = growing;
  const ids = Object.keys(drawn.nodes) as NodeId[];
  let document = drawn;
  if (chance.oneIn(3)) {
    const from = chance.upTo(ids.length - 1);
    document = inSection(document, ids.slice(from, from + 1 + chance.upTo(4)));
  }
  if (chance.oneIn(2)) document = { ...document, anytime: laneFor(document, growing) };
  if (chance.oneIn(5)) document = withConsent(document, chance.one(linksOf(document)));
  return document;
}

function inSection(document: FlowDocument, inside: readonly NodeId[]): FlowDocument {
  const id = 'part' as NodeId;
  const data = registry.get('section')!.create({ language: document.language });
  const nodes = Object.entries(document.nodes).map(([key, node]) => [
    key,
    inside.includes(node.id) ? { ...node, section: id } : node,
  ]);
  const section = { id, kind: 'section', position: { x: 0, y: 400 }, data };
  return { ...document, nodes: { ...Object.fromEntries(nodes), [id]: section } };
}

/** Rules that lead to any step but the first, or back; some in words of their own, which may hold an information. */
function laneFor(document: FlowDocument, { chance, words }: Pick<Growing, 'chance' | 'words'>): Anytime {
  const targets = (Object.keys(document.nodes) as NodeId[]).slice(1);
  const known = Object.keys(document.information);
  const rule = (enabled: boolean, leadsOneIn: number): AnytimeSetting => {
    const chip = known.length > 0 ? `{{${chance.one(known)}}}` : words.noun();
    const sentence = chance.oneIn(3) ? words.sentence('lane', chance.upTo(1), { chip }) : '';
    return { enabled, sentence, goTo: chance.oneIn(leadsOneIn) ? chance.one(targets) : null, phrases: [] };
  };
  return {
    ...DEFAULT_ANYTIME,
    'wants-human': rule(true, 2),
    emergency: rule(chance.oneIn(2), 4),
    robot: rule(true, 10),
    unclear: rule(!chance.oneIn(4), 4),
    language: rule(chance.oneIn(2), 4),
    angry: rule(chance.oneIn(2), 4),
  };
}
