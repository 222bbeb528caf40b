/**
 * What is to be checked about an import, as notes beside the drawing: there for whoever comes back to it, never part of a
 * call. Knows no sentence; pure.
 */
import type { FlowDocument, NodeId } from '../flow/document.ts';
import { LONGEST_NOTE, note } from '../kinds/note/kind.ts';

/** Room for a note left of the drawing. */
const ASIDE = 360;
const BELOW = 320;

/** The document with a note for as many lines as fit, and another below it. Without lines the same document. */
export function withChecklist(
  document: FlowDocument,
  heading: string,
  lines: readonly string[],
): FlowDocument {
  if (lines.length === 0) return document;
  const places = Object.values(document.nodes).map(({ position }) => position);
  const x = Math.min(...places.map((place) => place.x), ASIDE) - ASIDE;
  const y = Math.min(...places.map((place) => place.y), 0);
  const nodes = { ...document.nodes };
  textsOf(heading, lines).forEach((text, index) => {
    const id = freeId(nodes, `to-check-${index + 1}`);
    const data = { ...note.create({ language: document.language }), text };
    nodes[id] = { id, kind: note.id, position: { x, y: y + index * BELOW }, data };
  });
  return { ...document, nodes };
}

function textsOf(heading: string, lines: readonly string[]): string[] {
  const texts: string[] = [];
  let text = heading;
  for (const line of lines) {
    const next = `${text}\n• ${line}`;
    if (next.length <= LONGEST_NOTE) text = next;
    else {
      texts.push(text);
      text = `${heading}\n• ${line}`.slice(0, LONGEST_NOTE);
    }
  }
  return [...texts, text];
}

function freeId(nodes: FlowDocument['nodes'], wanted: string): NodeId {
  let id = wanted;
  while (Object.hasOwn(nodes, id)) id += '_';
  return id as NodeId;
}
