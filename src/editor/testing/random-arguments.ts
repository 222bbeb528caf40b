/**
 * For tests: plausible arguments for every command, made from a drawing and drawn numbers. Most of them do something; some
 * speak of what is not there, as a late click does. Knows the commands by their ids only.
 */
import { blocks } from '../../blocks/registry.ts';
import {
  ANYTIME_RULES,
  type FlowDocument,
  type FlowEdge,
  type FlowNode,
  HOLIDAY_CALENDARS,
  INFORMATION_TYPES,
  type NodeId,
  VOICE_PRESETS,
} from '../../flow/document.ts';
import { exitsOf } from '../../flow/facts.ts';
import { isUsed } from '../../flow/information-use.ts';
import { kinds, registry } from '../../kinds/registry.ts';
import { richFlow } from '../../kinds/testing/rich-flow.ts';
import { templates } from '../../templates/registry.ts';
import { clipOf } from '../clipboard/clip.ts';
import { ALIGNMENTS } from '../commands/align-steps.ts';
import { findCommand } from '../commands/registry.ts';
import type { Draws } from './draws.ts';
import { fieldsOf, otherValue } from './random-fields.ts';

type Make = (document: FlowDocument, draws: Draws) => unknown;

const TEXTS = ['', 'Bonjour', '  Merci !  ', '{{name}}, à {{hour}}', 'x'.repeat(130), 'é"\\{{x}}'];

const nodesOf = ({ nodes }: FlowDocument) => Object.values<FlowNode>(nodes);
const nodeIn = (document: FlowDocument, draws: Draws) =>
  (draws.oneIn(20) ? undefined : draws.pick(nodesOf(document))?.id) ?? ('gone' as NodeId);
const hoursIn = (document: FlowDocument, draws: Draws) => draws.pick(Object.values(document.hours));

const edgeIn = (document: FlowDocument, draws: Draws) =>
  draws.pick(Object.values<FlowEdge>(document.edges))?.id ?? 'gone';

function exitIn(document: FlowDocument, draws: Draws) {
  const node = draws.pick(nodesOf(document));
  const exit = node && draws.pick(exitsOf(node, registry));
  return { node: node?.id ?? ('gone' as NodeId), exit: exit?.id ?? 'gone' };
}

function informationFor(document: FlowDocument, draws: Draws) {
  const known = draws.pick(Object.values(document.information));
  const id = draws.oneIn(3) || !known ? `info${draws.below(5)}` : known.id;
  const type = draws.pick(INFORMATION_TYPES)!;
  const name = draws.pick(TEXTS)!;
  return { id, name, type, ...(type === 'choice' ? { choices: ['a', 'b'].slice(draws.below(2)) } : {}) };
}

function changedHours(document: FlowDocument, draws: Draws) {
  const span = { from: 60 * draws.below(12), to: 60 * (12 + draws.below(12)) };
  return {
    name: draws.pick(TEXTS)!,
    week: Array.from({ length: 7 }, () => (draws.oneIn(2) ? [span] : [])),
    holidays: draws.pick(HOLIDAY_CALENDARS)!,
    exceptions: draws.oneIn(3) ? [{ date: '2026-12-24', spans: [span] }] : [],
    shared: draws.oneIn(3) ? 'shared-1' : (hoursIn(document, draws)?.shared ?? null),
  };
}

/** A clip of another drawing, or of this one. */
function clipFor(document: FlowDocument, draws: Draws) {
  const foreign = draws.oneIn(2);
  const source = foreign ? richFlow(draws.oneIn(2) ? 'en' : 'fr') : document;
  const nodes = new Set(draws.some(nodesOf(source), 6).map(({ id }) => id));
  return clipOf(source, nodes, registry, foreign ? 'other' : 'this');
}

export const RANDOM_ARGUMENTS: Readonly<Record<string, Make>> = {
  'add-step': (document, draws) => ({
    kind: draws.oneIn(20) ? 'unknown' : draws.pick(kinds)!.id,
    position: draws.point(),
    ...(draws.oneIn(2) ? { from: exitIn(document, draws) } : {}),
  }),
  'align-steps': (_, draws) => ({ to: draws.pick(ALIGNMENTS)! }),
  connect: (document, draws) => ({ ...exitIn(document, draws), to: nodeIn(document, draws) }),
  cut: () => null,
  'delete-selection': () => null,
  'delete-steps': (document, draws) => ({ nodes: draws.some(nodesOf(document), 4).map(({ id }) => id) }),
  disconnect: (document, draws) => ({ edge: edgeIn(document, draws) }),
  'distribute-steps': (_, draws) => ({ along: draws.oneIn(2) ? 'x' : 'y' }),
  duplicate: () => null,
  'edit-anytime': (_, draws) => ({
    rule: draws.pick(ANYTIME_RULES)!,
    setting: {
      enabled: draws.oneIn(2),
      ...(draws.oneIn(2) ? { sentence: draws.pick(TEXTS)! } : {}),
      ...(draws.oneIn(3) ? { phrases: draws.some(TEXTS, 3) } : {}),
    },
    typing: draws.oneIn(2),
  }),
  'edit-field': (document, draws) => {
    const node = draws.pick(nodesOf(document));
    const field = node && draws.pick(fieldsOf(node.data));
    return {
      node: node?.id ?? 'gone',
      path: field?.path ?? 'text',
      value: otherValue(field?.value, draws),
      typing: draws.oneIn(2),
    };
  },
  'edit-hours': (document, draws) => ({
    hours: hoursIn(document, draws)?.id ?? 'gone',
    changes: changedHours(document, draws),
  }),
  'edit-settings': (_, draws) => ({
    ...(draws.oneIn(2) ? { name: draws.pick(TEXTS)! } : {}),
    ...(draws.oneIn(2) ? { language: draws.oneIn(2) ? 'en' : 'fr' } : {}),
    settings: {
      voice: draws.pick(VOICE_PRESETS)!,
      recording: draws.oneIn(2),
      maximumSeconds: 60 + draws.below(800),
    },
  }),
  'edit-step': (document, draws) => {
    const node = draws.pick(nodesOf(document));
    const fields = draws.some(node ? fieldsOf(node.data) : [], 2);
    const hours = draws.oneIn(6)
      ? [{ id: 'new', timeZone: 'Europe/Paris', ...changedHours(document, draws) }]
      : [];
    return {
      node: node?.id ?? 'gone',
      changes: fields.map(({ path, value }) => ({ path, value: otherValue(value, draws) })),
      information: draws.oneIn(4) ? [informationFor(document, draws)] : [],
      forget: draws.some(Object.keys(document.information), 1),
      hours,
      ...(draws.oneIn(2) && fields[0] ? { typing: fields[0].path } : {}),
    };
  },
  'fix-problems': (document, draws) => ({
    fixes: draws
      .some(['forget-information', 'rename-step', 'edit-field', 'disconnect'], 3)
      .map((id) => ({ command: findCommand(id), args: RANDOM_ARGUMENTS[id]!(document, draws) })),
  }),
  'forget-information': (document, draws) => ({
    information:
      draws.pick(
        Object.values(document.information).filter(
          ({ id }) => draws.oneIn(4) || !isUsed(document, registry, id),
        ),
      )?.id ?? 'gone',
  }),
  'insert-block': (document, draws) => ({
    block: draws.pick(blocks)!.id,
    ...(draws.oneIn(2) ? { at: draws.point() } : {}),
    ...(draws.oneIn(2) ? { from: exitIn(document, draws) } : {}),
    hasRuntime: draws.oneIn(2),
  }),
  'insert-step': (document, draws) => ({
    edge: edgeIn(document, draws),
    kind: draws.oneIn(20) ? 'unknown' : draws.pick(kinds)!.id,
    ...(draws.oneIn(2) ? { wanted: draws.point() } : {}),
  }),
  'make-section': () => null,
  'move-steps': (document, draws) => ({
    positions: Object.fromEntries(draws.some(nodesOf(document), 5).map(({ id }) => [id, draws.point()])),
    nudge: draws.oneIn(3),
  }),
  paste: (document, draws) => ({
    clip: clipFor(document, draws),
    flow: 'this',
    around: draws.oneIn(2) ? draws.point() : null,
    sharedHours: [],
  }),
  'put-on-link': (document, draws) => {
    const ends = new Set(Object.values<FlowEdge>(document.edges).flatMap(({ from, to }) => [from, to]));
    const loose = nodesOf(document).filter(({ id }) => !ends.has(id));
    return {
      node: draws.pick(loose)?.id ?? nodeIn(document, draws),
      edge: edgeIn(document, draws),
      ...(draws.oneIn(2) ? { wanted: draws.point() } : {}),
    };
  },
  'refresh-hours': (document, draws) => {
    const hours = hoursIn(document, draws);
    return { hours: hours ? [{ ...hours, ...changedHours(document, draws) }] : [] };
  },
  'rename-step': (document, draws) => ({ node: nodeIn(document, draws), title: draws.pick(TEXTS)! }),
  'restore-draft': (_, draws) => ({
    document: draws.pick(templates)!.build(draws.oneIn(2) ? 'en' : 'fr', { name: 'Draft' }),
  }),
  'set-information': (document, draws) => ({
    information: informationFor(document, draws),
    typing: draws.oneIn(2),
  }),
  'set-section': (document, draws) => {
    const sections = nodesOf(document).filter(({ kind }) => kind.startsWith('sect'));
    return {
      nodes: draws.some(nodesOf(document), 3).map(({ id }) => id),
      section: draws.oneIn(3) ? null : (draws.pick(sections)?.id ?? nodeIn(document, draws)),
    };
  },
  'tidy-layout': ({ nodes }, draws) => {
    if (draws.oneIn(2)) return null;
    const places = Object.values<FlowNode>(nodes);
    return {
      points: Object.fromEntries(places.map(({ id }) => [id, draws.point()])),
      from: Object.fromEntries(
        places.map(({ id, position }) => [id, draws.oneIn(4) ? draws.point() : position]),
      ),
    };
  },
  'tidy-selection': () => null,
};
