/** The link under the mouse: how long it stays marked, and what a moved view changes. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EdgeId, Point } from '../../flow/document.ts';
import { createDragAid } from './drag-aid.ts';
import { createLinkHover, GRACE, type LinkScreen } from './link-hover.ts';

const [a, b] = ['a', 'b'] as EdgeId[] as [EdgeId, EdgeId];
const TOOLS = { left: 100, top: 100, right: 128, bottom: 128 };
const BESIDE = { x: 140, y: 114 };
const AWAY = { x: 200, y: 114 };

function hovering(lineAt: (point: Point) => EdgeId | undefined = () => undefined) {
  const aid = createDragAid();
  const screen: LinkScreen = { lineAt, toolsOf: () => (aid.marked('hovered') ? TOOLS : undefined) };
  return { aid, hover: createLinkHover(aid, screen) };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the link that the mouse points at', () => {
  it('is let go a moment after the pointer left its line', () => {
    const { aid, hover } = hovering();
    hover.enter(a);
    hover.pointAt(AWAY);
    hover.leave();
    vi.advanceTimersByTime(GRACE - 1);
    expect(aid.markOf(a)).toBe('hovered');
    vi.advanceTimersByTime(1);
    expect(aid.markOf(a)).toBeUndefined();
  });

  it('is kept when the pointer comes back in time, and gives way to another at once', () => {
    const { aid, hover } = hovering();
    hover.enter(a);
    hover.leave();
    hover.enter(a);
    vi.advanceTimersByTime(2 * GRACE);
    expect(aid.markOf(a)).toBe('hovered');
    hover.leave();
    hover.enter(b);
    vi.advanceTimersByTime(2 * GRACE);
    expect([aid.markOf(a), aid.markOf(b)]).toEqual([undefined, 'hovered']);
  });

  it('is kept while the pointer rests beside what it offers', () => {
    const { aid, hover } = hovering();
    hover.enter(a);
    hover.pointAt(BESIDE);
    hover.leave();
    vi.advanceTimersByTime(10 * GRACE);
    expect(aid.markOf(a)).toBe('hovered');
    hover.pointAt(AWAY);
    vi.advanceTimersByTime(GRACE);
    expect(aid.markOf(a)).toBeUndefined();
  });

  it('is let go when the mouse leaves the canvas', () => {
    const { aid, hover } = hovering();
    hover.enter(a);
    hover.pointAt(undefined);
    hover.leave();
    vi.advanceTimersByTime(GRACE);
    expect(aid.markOf(a)).toBeUndefined();
  });

  it('is the one that comes to lie under a resting pointer when the view moves', () => {
    let under: EdgeId | undefined;
    const { aid, hover } = hovering(() => under);
    hover.viewMoved();
    hover.pointAt(AWAY);
    hover.viewMoved();
    expect(aid.marked('hovered')).toBeUndefined();
    under = b;
    hover.viewMoved();
    expect(aid.markOf(b)).toBe('hovered');
    under = undefined;
    hover.viewMoved();
    vi.advanceTimersByTime(GRACE);
    expect(aid.marked('hovered')).toBeUndefined();
  });
});
