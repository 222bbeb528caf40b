/** Above a flow that was just made: hearing first, then what is left, each with its place, kept until it is put away. */
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { beginFirstSteps, firstStepsDone } from '../../data/first-steps.ts';
import { onlyNode } from '../store/selection.ts';
import { fillJsdomGaps, openEditor, show } from '../testing/open-editor.tsx';
import { FirstSteps } from './first-steps.tsx';

beforeAll(fillJsdomGaps);
beforeEach(() => localStorage.clear());
afterEach(cleanup);

it('shows nothing above a flow that is not new', () => {
  const { editor } = openEditor();
  expect(show(editor, <FirstSteps />).container.textContent).toBe('');
});

it('offers to talk and to listen, and then what is left to be done', async () => {
  const user = userEvent.setup();
  beginFirstSteps('f');
  const { editor, step } = openEditor();
  show(editor, <FirstSteps />);
  await user.click(screen.getByRole('button', { name: 'Listen to a call' }));
  expect(editor.panels.getState()).toMatchObject({ rehearsal: true, rehearsalTab: 'listen' });
  // The first template books nothing: there is no calendar to connect.
  expect(screen.queryByRole('button', { name: /Connect a calendar/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Set your opening hours' }));
  expect(onlyNode(editor.store.state.getState().selection)).toBe(step('decide').id);
  await user.click(screen.getByRole('button', { name: 'Choose a number' }));
  expect(editor.panels.getState().publication).toBe(true);
  screen.getByText('Everything is on its way.');
  expect([...firstStepsDone('f')!]).toEqual(['heard', 'hours', 'number']);
});

it('is still there when the flow is opened again, until it is put away', async () => {
  const user = userEvent.setup();
  beginFirstSteps('f');
  const first = show(openEditor().editor, <FirstSteps />);
  await user.click(screen.getByRole('button', { name: 'Talk to it' }));
  first.unmount();
  const second = show(openEditor().editor, <FirstSteps />);
  screen.getByText('Next, whenever you like:');
  await user.click(screen.getByRole('button', { name: 'Put away' }));
  expect(second.container.textContent).toBe('');
  expect(firstStepsDone('f')).toBeNull();
});
