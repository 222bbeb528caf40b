/** The limit far away: the same picture painted straight onto a canvas, anew at each step. */
import type { FlowDocument } from '../../src/flow/document.ts';
import { bareScene, endsOf, listen, type View } from './bare-scene.ts';
import { middleOf, type Scene } from './scene.ts';

export function showBareCanvas(root: HTMLElement, drawing: FlowDocument): Scene {
  const { cards, links } = bareScene(drawing);
  const view: View = { x: 0, y: 0, zoom: 1 };
  const canvas = document.createElement('canvas');
  canvas.width = window.innerWidth * devicePixelRatio;
  canvas.height = window.innerHeight * devicePixelRatio;
  canvas.style.cssText = 'position:absolute;inset:0;width:100%;height:100%';
  root.append(canvas);
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(`--color-${name}`);
  const families = new Map(
    [...new Set(cards.map(({ family }) => family))].map((one) => [one, colour(`family-${one}`)]),
  );
  const [edge, fill, line] = [colour('edge'), colour('card'), colour('line')];
  const context = canvas.getContext('2d')!;
  let isAsked = false;

  function paint() {
    isAsked = false;
    const { x, y, zoom } = view;
    const ratio = devicePixelRatio;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, window.innerWidth, window.innerHeight);
    context.setTransform(zoom * ratio, 0, 0, zoom * ratio, x * ratio, y * ratio);
    const [left, top] = [-x / zoom, -y / zoom];
    const [right, bottom] = [left + window.innerWidth / zoom, top + window.innerHeight / zoom];
    context.strokeStyle = edge;
    context.lineWidth = 1 / zoom;
    context.beginPath();
    for (const link of links) {
      const { sourceX, sourceY, targetX, targetY } = endsOf(link);
      if (Math.max(sourceX, targetX) < left || Math.min(sourceX, targetX) > right) continue;
      if (Math.max(sourceY, targetY) < top || Math.min(sourceY, targetY) > bottom) continue;
      context.moveTo(sourceX, sourceY);
      context.bezierCurveTo(sourceX + 60, sourceY, targetX - 60, targetY, targetX, targetY);
    }
    context.stroke();
    context.strokeStyle = line;
    for (const card of cards) {
      if (card.x > right || card.x + card.width < left || card.y > bottom || card.y + card.height < top)
        continue;
      context.fillStyle = fill;
      context.beginPath();
      context.roundRect(card.x, card.y, card.width, card.height, 12);
      context.fill();
      context.stroke();
      context.fillStyle = families.get(card.family) ?? fill;
      context.beginPath();
      context.roundRect(card.x + 16, card.y + 20, 56, 56, 14);
      context.fill();
    }
  }
  const ask = () => {
    if (!isAsked) requestAnimationFrame(paint);
    isAsked = true;
  };
  ask();
  listen(root, view, () => undefined, { moved: ask, panned: ask });
  return {
    target: middleOf(drawing).id,
    ready: () => true,
    look(x, y, zoom) {
      Object.assign(view, {
        x: window.innerWidth / 2 - x * zoom,
        y: window.innerHeight / 2 - y * zoom,
        zoom,
      });
      ask();
    },
    place: () => ({ ...view }),
    edit: async () => {},
  };
}
