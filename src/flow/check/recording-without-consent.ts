/** Calls are to be recorded, and it is not sure that callers are asked for their consent (design promise 6). */
import { asksConsent, consentOf } from '../consent.ts';
import type { InformationId, NodeId } from '../document.ts';
import type { Fix, Problem } from '../problem.ts';
import type { Drawing, DrawingCheck, Step } from './drawing.ts';

const NAMED = /enregistr|\brecord/i;

export const recordingWithoutConsent: DrawingCheck = (drawing) => {
  const { document, graph, registry, steps } = drawing;
  if (!document.settings.recording || graph.entry === null) return [];
  const consent = consentOf(document);
  const asking = steps.filter(
    ({ isReached, node }) => isReached && consent !== null && asksConsent(node, registry, consent),
  );
  if (consent === null || asking.length === 0) return [nobodyAgrees(drawing, consent)];
  return [...notAlwaysAsked(drawing, asking), ...notNamed(drawing, asking)];
};

function nobodyAgrees({ document, graph, steps }: Drawing, consent: InformationId | null): Problem {
  const [exit] = steps.find(({ id }) => id === graph.entry)?.facts?.exits ?? [];
  const fix: Fix = exit
    ? {
        command: 'insert-block',
        args: { block: 'recording-consent', from: { node: graph.entry, exit: exit.id } },
      }
    : { command: 'edit-settings', args: { settings: { recording: false } } };
  const problem = { severity: 'error', at: {}, fix } as const;
  return consent === null
    ? { ...problem, code: 'recording-without-consent', params: {} }
    : {
        ...problem,
        code: 'consent-never-asked',
        at: { information: consent },
        params: { information: document.information[consent]!.name },
      };
}

/** The first end that is reached past the question; a rule of the lane leads past any question, and is no way of the drawing. */
function notAlwaysAsked({ graph, steps }: Drawing, asking: readonly Step[]): Problem[] {
  const questions = new Set(asking.map(({ id }) => id));
  const seen = new Set<NodeId>(questions.has(graph.entry!) ? [] : [graph.entry!]);
  for (const node of seen) for (const { to } of graph.out(node)) if (!questions.has(to)) seen.add(to);
  const end = steps.find(({ id, facts }) => seen.has(id) && facts?.exits.length === 0);
  return end
    ? [{ code: 'consent-not-always-asked', severity: 'warning', at: { node: end.id }, params: {} }]
    : [];
}

/** A question that does not say what it is about: neither itself nor what is said just before. */
function notNamed({ graph, steps }: Drawing, asking: readonly Step[]): Problem[] {
  const named = new Set(
    steps.filter(({ facts }) => facts?.sentences.some(({ text }) => NAMED.test(text))).map(({ id }) => id),
  );
  return asking
    .filter(({ id }) => !named.has(id) && !graph.into(id).some(({ from }) => named.has(from)))
    .map(({ id }) => ({ code: 'consent-not-named', severity: 'warning', at: { node: id }, params: {} }));
}
