/** The limit: the same cards and links as plain elements without any library; only what is seen is in the page. */
import '../../src/editor/canvas/canvas.css';
import { linkPath } from '../../src/editor/canvas/link-path.ts';
import type { FlowDocument } from '../../src/flow/document.ts';
import { type BareCard, type BareLink, bareScene, endsOf, listen, type View } from './bare-scene.ts';
import { lookAt, middleOf, type Scene } from './scene.ts';

const SVG = 'http://www.w3.org/2000/svg';

export function showBareDom(root: HTMLElement, drawing: FlowDocument): Scene {
  const { cards, links } = bareScene(drawing);
  const target = middleOf(drawing);
  const view: View = lookAt(target, 1);
  root.innerHTML =
    '<div class="flow-canvas" style="position:absolute;inset:0;overflow:hidden"><div class="react-flow" style="position:absolute;inset:0"><div class="plane" style="position:absolute;transform-origin:0 0"><svg class="react-flow__edges" style="position:absolute;overflow:visible"></svg></div></div></div><input style="position:absolute;right:12px;top:12px" />';
  const plane = root.querySelector<HTMLElement>('.plane')!;
  const lines = root.querySelector('svg')!;
  const field = root.querySelector('input')!;
  const shownCards = new Map<BareCard, HTMLElement>();
  const shownLinks = new Map<BareLink, SVGPathElement>();

  function cull() {
    plane.style.transform = `translate(${view.x}px,${view.y}px) scale(${view.zoom})`;
    const [left, top] = [-view.x / view.zoom, -view.y / view.zoom];
    const [right, bottom] = [left + window.innerWidth / view.zoom, top + window.innerHeight / view.zoom];
    for (const card of cards) {
      const isSeen =
        card.x < right && card.x + card.width > left && card.y < bottom && card.y + card.height > top;
      const element = shownCards.get(card);
      if (isSeen && !element) {
        const made = cardElement(card);
        shownCards.set(card, made);
        plane.append(made);
      } else if (!isSeen && element) {
        element.remove();
        shownCards.delete(card);
      }
    }
    for (const link of links) {
      const { sourceX, sourceY, targetX, targetY } = endsOf(link);
      const isSeen =
        Math.min(sourceX, targetX) < right &&
        Math.max(sourceX, targetX) > left &&
        Math.min(sourceY, targetY) < bottom &&
        Math.max(sourceY, targetY) > top;
      const element = shownLinks.get(link);
      if (isSeen && !element) {
        const path = document.createElementNS(SVG, 'path');
        path.setAttribute('class', 'react-flow__edge-path');
        path.setAttribute('d', linkPath(endsOf(link)).path);
        shownLinks.set(link, path);
        lines.append(path);
      } else if (!isSeen && element) {
        element.remove();
        shownLinks.delete(link);
      }
    }
  }

  cull();
  listen(
    root,
    view,
    (event) => {
      const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-id]') : null;
      return cards.find(({ id }) => id === element?.dataset.id);
    },
    {
      panned: cull,
      moved(card) {
        const element = shownCards.get(card);
        if (element) element.style.transform = `translate(${card.x}px,${card.y}px)`;
        for (const link of card.links) shownLinks.get(link)?.setAttribute('d', linkPath(endsOf(link)).path);
      },
    },
  );
  field.addEventListener('input', () => {
    const body = plane.querySelector(`[data-id="${target.id}"] .step-body`);
    if (body) body.textContent = field.value;
  });
  return {
    target: target.id,
    ready: () => true,
    look(x, y, zoom) {
      Object.assign(view, {
        x: window.innerWidth / 2 - x * zoom,
        y: window.innerHeight / 2 - y * zoom,
        zoom,
      });
      cull();
    },
    place: () => ({ ...view }),
    async edit() {
      Object.assign(view, lookAt(target, 1));
      cull();
      field.focus();
    },
  };
}

function cardElement(card: BareCard): HTMLElement {
  const element = document.createElement('div');
  element.className = 'react-flow__node';
  element.dataset.id = card.id;
  element.style.cssText = `position:absolute;transform:translate(${card.x}px,${card.y}px)`;
  const dot = (side: string) =>
    `<div class="react-flow__handle react-flow__handle-${side} source connectable" data-wired="true"></div>`;
  const rows = card.exits.map(
    (exit) => `<li class="step-exit"><span class="truncate">${exit}</span>${dot('right')}</li>`,
  );
  element.innerHTML = `<div class="step-card" style="width:${card.width}px;height:${card.height}px">${dot('left')}<div class="step-head"><div class="flex items-center gap-2.5"><span class="step-tile" data-family="${card.family}"><svg viewBox="0 0 24 24"><path d="M4 4h16v12H7l-3 3z" fill="none" stroke="currentColor" stroke-width="2" /></svg></span><span class="step-title"></span></div><p class="step-body"></p></div><ul class="step-exits">${rows.join('')}</ul></div>`;
  element.querySelector('.step-title')!.textContent = card.title;
  element.querySelector('.step-body')!.textContent = card.text;
  return element;
}
