/** What the bare forms share: cards, links and their geometry, taken from the product's own pure parts. */
import { cardGeometry, ENTRY_Y, exitY } from '../../src/editor/canvas/card-geometry.ts';
import type { FlowDocument, FlowEdge, FlowNode, NodeId } from '../../src/flow/document.ts';
import { exitsOf } from '../../src/flow/facts.ts';
import { registry } from '../../src/kinds/registry.ts';

export interface BareCard {
  readonly id: NodeId;
  x: number;
  y: number;
  readonly width: number;
  readonly height: number;
  title: string;
  readonly text: string;
  readonly family: string;
  readonly exits: readonly string[];
  readonly links: BareLink[];
}

export interface BareLink {
  readonly from: BareCard;
  readonly to: BareCard;
  readonly row: number;
}

export function bareScene(document: FlowDocument): { cards: BareCard[]; links: BareLink[] } {
  const cards = Object.values<FlowNode>(document.nodes).map((node): BareCard => {
    const { width, height } = cardGeometry(node, true);
    const kind = registry.get(node.kind);
    return {
      id: node.id,
      ...node.position,
      width,
      height,
      title: node.title ?? node.kind,
      text: kind?.sentences(node.data)[0]?.text ?? '',
      family: kind?.family ?? 'aid',
      exits: exitsOf(node, registry).map(({ id }) => id),
      links: [],
    };
  });
  const byId = new Map(cards.map((card) => [card.id, card]));
  const links = Object.values<FlowEdge>(document.edges).flatMap((edge): BareLink[] => {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
    return from && to ? [{ from, to, row: Math.max(0, from.exits.indexOf(edge.exit)) }] : [];
  });
  for (const link of links) {
    link.from.links.push(link);
    link.to.links.push(link);
  }
  return { cards, links };
}

export function endsOf({ from, to, row }: BareLink) {
  return {
    sourceX: from.x + from.width,
    sourceY: from.y + exitY(row),
    targetX: to.x,
    targetY: to.y + ENTRY_Y,
  };
}

export interface View {
  x: number;
  y: number;
  zoom: number;
}

/** Presses and moves: a card is dragged, the rest is panned. */
export function listen(
  surface: HTMLElement,
  view: View,
  cardAt: (event: PointerEvent) => BareCard | undefined,
  done: { moved(card: BareCard): void; panned(): void },
): void {
  let held: BareCard | undefined;
  let last: { x: number; y: number } | undefined;
  surface.addEventListener('pointerdown', (event) => {
    held = cardAt(event);
    last = { x: event.clientX, y: event.clientY };
    surface.setPointerCapture(event.pointerId);
  });
  surface.addEventListener('pointermove', (event) => {
    if (!last) return;
    const [dx, dy] = [event.clientX - last.x, event.clientY - last.y];
    last = { x: event.clientX, y: event.clientY };
    if (held) {
      held.x += dx / view.zoom;
      held.y += dy / view.zoom;
      done.moved(held);
    } else {
      view.x += dx;
      view.y += dy;
      done.panned();
    }
  });
  surface.addEventListener('pointerup', () => {
    held = undefined;
    last = undefined;
  });
}
