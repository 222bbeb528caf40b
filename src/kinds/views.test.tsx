/** Every kind has a view, words in both languages for its exits, and a form that can be drawn for every example. */
import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { emptyDocument, type FlowNode, type NodeId } from '../flow/document.ts';
import { SCREEN_LANGUAGES } from '../i18n/messages.ts';
import { formOf } from './forms.tsx';
import type { KindForm } from './kind-view.ts';
import { kindNamesIn } from './kind-words.ts';
import { kinds } from './registry.ts';
import { viewOf } from './views.tsx';
import { wordsOf } from './whole-words.ts';

afterEach(cleanup);

const document = emptyDocument('Test', 'en');
const form: KindForm = {
  node: 'n' as NodeId,
  document,
  isReadOnly: false,
  error: () => undefined,
  type: () => {},
  set: () => {},
  edit: () => {},
  setInformation: () => {},
  newInformation: (name, type) => ({ id: 'x' as never, name, type }),
  newId: () => 'id',
  steps: () => [],
  nameOf: (step) => step.id,
  setSection: () => {},
};

describe.each(kinds.map((kind) => [kind.id, kind] as const))('%s', (id, kind) => {
  const view = viewOf(id);
  const Form = formOf(id);

  it.each(SCREEN_LANGUAGES)('names itself and its exits (%s)', (language) => {
    const words = wordsOf(id, { language, keys: false });
    expect(words?.name).toMatch(/\S/);
    expect(words?.hint).toMatch(/\S/);
    const names = kindNamesIn({ language, keys: false });
    for (const data of Object.values(kind.examples)) {
      const node: FlowNode = { id: 'n' as NodeId, kind: id, position: { x: 0, y: 0 }, data: data as never };
      for (const exit of kind.exits(data as never)) {
        expect(names.exit(node, exit)).toMatch(/\S/);
        if (exit.label === undefined) expect(Object.keys(words ?? {})).toContain(`exit.${exit.id}`);
      }
    }
  });

  it.each(Object.entries(kind.examples))('draws the card and the form of the example "%s"', (_, data) => {
    if (!view || !Form) throw new Error(`${id} has no view.tsx or no form.tsx`);
    const { container } = render(
      <>
        <p>
          <view.Body data={data} document={document} />
        </p>
        <Form data={data} form={form} />
      </>,
    );
    expect(container.textContent).toMatch(/\S/);
    expect(container.textContent).not.toContain('{{');
    for (const field of container.querySelectorAll('input, textarea')) {
      const label =
        field.getAttribute('aria-label') ?? field.getAttribute('aria-labelledby') ?? field.closest('label');
      expect(label, field.outerHTML).toBeTruthy();
    }
  });

  it.each(Object.entries(kind.examples))('explains every field of the example "%s"', (_, data) => {
    if (!Form) throw new Error(`${id} has no form.tsx`);
    const { container } = render(<Form data={data} form={form} />);
    const controls = container.querySelectorAll(
      'input:not([type="hidden"]), textarea, [contenteditable="true"]',
    );
    for (const control of controls) {
      const isExplained =
        control.hasAttribute('aria-describedby') ||
        control.closest('fieldset[aria-describedby], [role="radiogroup"]') !== null ||
        // A switch or a box to tick carries its sentence in its label.
        (control.closest('label')?.querySelector('.text-xs')?.textContent ?? '') !== '';
      expect(isExplained, control.outerHTML).toBe(true);
    }
  });
});
