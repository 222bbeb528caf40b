/** A drawing whose calls are recorded when the caller agrees, for tests. */
import type { FlowDocument, FlowEdge, Information, InformationId } from '../../flow/document.ts';
import { buildGraph } from '../../flow/graph.ts';
import { registry } from '../registry.ts';

export const CONSENT = 'may_record' as InformationId;
export const CONSENT_STEP = 'may-record';

const WORDS = {
  fr: { name: 'Accord pour l’enregistrement', question: 'Acceptez-vous que cet appel soit enregistré ?' },
  en: { name: 'Consent to recording', question: 'Do you agree that this call is recorded?' },
} as const;

/** Links that a call may take, the one behind the answering step first. */
export function linksOf(document: FlowDocument): FlowEdge[] {
  const graph = buildGraph(document, registry);
  const others = [...graph.reachable].filter((node) => node !== graph.entry);
  return [graph.entry!, ...others].flatMap((node) => graph.out(node));
}

/** The same drawing with recording on and the question put on a link: that behind the answering step, unless told. */
export function withConsent(document: FlowDocument, on = linksOf(document)[0]): FlowDocument {
  const words = WORDS[document.language];
  const information: Information = { id: CONSENT, name: words.name, type: 'yes-no' };
  const step = {
    id: CONSENT_STEP,
    kind: 'ask',
    position: { x: 0, y: 0 },
    data: {
      ...registry.get('ask')!.create({ language: document.language }),
      question: words.question,
      items: [{ information: CONSENT, optional: false }],
    },
  };
  const edges: Record<string, unknown> = { ...document.edges };
  if (on) {
    edges[on.id] = { ...on, to: CONSENT_STEP };
    for (const exit of ['got-it', 'would-not-say'])
      edges[`${CONSENT_STEP}-${exit}`] = {
        id: `${CONSENT_STEP}-${exit}`,
        from: CONSENT_STEP,
        exit,
        to: on.to,
      };
  }
  return {
    ...document,
    nodes: { ...document.nodes, [CONSENT_STEP]: step },
    edges,
    information: { ...document.information, [CONSENT]: information },
    settings: { ...document.settings, recording: true, consent: CONSENT },
  } as unknown as FlowDocument;
}
