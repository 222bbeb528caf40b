import { describe, expect, it } from 'vitest';
import type { FlowNode } from '../flow/document.ts';
import { checkFlow, readFlow, registry } from '../kinds/registry.ts';
import { templates } from '../templates/registry.ts';
import { withChecklist } from './checklist.ts';

const drawing = templates[0]!.build('en', { name: 'Desk' });
const added = (lines: readonly string[]) => {
  const document = withChecklist(drawing, 'To check:', lines);
  const notes = (Object.values(document.nodes) as FlowNode[]).filter(({ id }) => !(id in drawing.nodes));
  return { document, notes };
};

describe('the list of what is to be checked', () => {
  it('is nothing when there is nothing to check', () => {
    expect(withChecklist(drawing, 'To check:', [])).toBe(drawing);
  });

  it('stands left of the drawing, and is no part of the call', () => {
    const { document, notes } = added(['The language.', 'A greeting.']);
    expect(notes.map(({ data }) => data.text)).toEqual(['To check:\n• The language.\n• A greeting.']);
    const leftmost = Math.min(...Object.values(drawing.nodes).map(({ position }) => position.x));
    expect(notes[0]!.position.x).toBeLessThan(leftmost);
    expect(registry.get(notes[0]!.kind)!.family).toBe('aid');
    expect(checkFlow(document)).toEqual(checkFlow(drawing));
  });

  it('goes on in another note, and can always be read back', () => {
    const { document, notes } = added(Array.from({ length: 90 }, (_, index) => `${index} ${'x'.repeat(95)}`));
    expect(notes.length).toBeGreaterThan(3);
    expect(notes.map(({ data }) => data.text).join('\n')).toContain('• 89 ');
    expect(readFlow(document).problems).toEqual([]);
    expect(readFlow(added(['y'.repeat(5000)]).document).problems).toEqual([]);
  });
});
