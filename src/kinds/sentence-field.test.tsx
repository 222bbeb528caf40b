/** Information in a sentence: asked for by a brace or a button, chosen or made by keyboard alone. */
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { emptyDocument, type FlowDocument, type InformationId } from '../flow/document.ts';
import { typeText } from '../ui/testing/type-text.ts';
import type { StepEdit } from './kind-view.ts';
import { SentenceField } from './sentence-field.tsx';

beforeAll(() => {
  // What browsers have and jsdom has not; it measures no text.
  vi.stubGlobal('CSS', { escape: (text: string) => text, supports: () => false });
  Element.prototype.scrollIntoView = () => {};
  Range.prototype.getBoundingClientRect = () => document.body.getBoundingClientRect();
});
afterEach(cleanup);

const guest = { id: 'guest' as InformationId, name: 'Guest', type: 'name' as const };

function Field({ start, onEdit }: { readonly start: string; readonly onEdit?: (edit: StepEdit) => void }) {
  const [text, setText] = useState(start);
  const [information, setInformation] = useState({ [guest.id]: guest } as FlowDocument['information']);
  return (
    <>
      <SentenceField
        label="Sentence"
        path="text"
        value={text}
        form={{
          document: { ...emptyDocument('', 'en'), information },
          isReadOnly: false,
          error: () => undefined,
          type: (_, value) => setText(value),
          edit(edit) {
            onEdit?.(edit);
            for (const one of edit.information ?? []) setInformation((all) => ({ ...all, [one.id]: one }));
            setText(String(edit.changes[0]?.value));
          },
          newInformation: (name, type) => ({ id: name.toLowerCase() as InformationId, name, type }),
        }}
      />
      <output>{text}</output>
    </>
  );
}
const stored = () => screen.getByRole('status').textContent;

describe('a brace in a sentence', () => {
  it('is not written: it offers the information that there is, with its type', async () => {
    render(<Field start="Hello" />);
    typeText(screen.getByRole('textbox', { name: 'Sentence' }), '{');
    const option = await screen.findByRole('option', { name: /^Guest/ });
    expect(option.textContent).toContain('a name');
    await userEvent.keyboard('gue{Enter}');
    await waitFor(() => expect(stored()).toBe('Hello {{guest}}'));
  });

  it('makes a new one, with the type that its name speaks of, saved with the sentence', async () => {
    const onEdit = vi.fn();
    render(<Field start="" onEdit={onEdit} />);
    typeText(screen.getByRole('textbox', { name: 'Sentence' }), '{');
    await screen.findByRole('option', { name: /^Guest/ });
    await userEvent.keyboard('Mobile');
    await userEvent.click(screen.getByRole('option', { name: /^Create “Mobile”.*phone number/ }));
    await waitFor(() => expect(stored()).toBe('{{mobile}}'));
    expect(onEdit.mock.calls[0]![0].information).toEqual([{ id: 'mobile', name: 'Mobile', type: 'phone' }]);
  });

  it('is given up by Escape, and leaves the sentence as it was', async () => {
    render(<Field start="Hello" />);
    typeText(screen.getByRole('textbox', { name: 'Sentence' }), '{');
    await screen.findByRole('option', { name: /^Guest/ });
    await userEvent.keyboard('{Escape}');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('option')).toBeNull());
    expect(stored()).toBe('Hello');
  });
});
