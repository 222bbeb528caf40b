/** What an address asks to be opened is opened once, and goes from the address. */
import { cleanup, render, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { createMemoryHistory } from '../router/history.ts';
import { Router } from '../router/router.tsx';
import type { Editor } from './editor-context.ts';
import { openEditor } from './testing/open-editor.tsx';
import { useAsked } from './use-asked.ts';

afterEach(cleanup);

function Asked({ editor }: { readonly editor: Editor }) {
  useAsked(editor);
  return null;
}

it.each([
  ['?publish', false, { publication: true, tour: null }],
  ['?tour', false, { publication: false, tour: 0 }],
  ['?publish', true, { publication: false, tour: null }],
])('%s, read-only: %s', async (search, isReadOnly, expected) => {
  const editor = { ...openEditor().editor, isReadOnly };
  const history = createMemoryHistory(`/flows/f${search}`);
  render(
    <Router history={history}>
      <Asked editor={editor} />
    </Router>,
  );
  await waitFor(() => expect(history.location()).toMatchObject({ pathname: '/flows/f', search: '' }));
  expect(editor.panels.getState()).toMatchObject(expected);
});
