/** A file is brought: what is said about it, and what becomes of it. */
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import '../../ui/testing/jsdom-gaps.ts';
import type { FlowDocument, FlowNode } from '../../flow/document.ts';
import { checkFlow } from '../../kinds/registry.ts';
import { templates } from '../../templates/registry.ts';
import { BringFileDialog } from './bring-file-dialog.tsx';

afterEach(cleanup);

const workflow = {
  name: 'Front desk',
  nodes: [
    { name: 'hello', type: 'say', exact: 'Hello, this is an automated assistant.' },
    { name: 'bye', type: 'hangup' },
  ],
  edges: [{ from: 'hello', to: 'bye' }],
};

async function bring(text: string, name = 'desk.json') {
  const onCreate = vi.fn<(document: FlowDocument) => void>();
  render(<BringFileDialog isPending={false} onCreate={onCreate} onClose={() => {}} />);
  const user = userEvent.setup();
  const input = document.querySelector<HTMLInputElement>('input[type="file"]')!;
  await user.upload(input, new File([text], name, { type: 'application/json' }));
  return { user, onCreate };
}

describe('a file that is brought', () => {
  it('says what it was and what to check, and opens with the list beside it', async () => {
    const { user, onCreate } = await bring(JSON.stringify(workflow));
    expect(await screen.findByText('“desk.json” was read.')).toBeTruthy();
    expect(screen.getByText(/^Vapi workflow: \d+ steps on the canvas\.$/)).toBeTruthy();
    const list = screen.getByRole('region', { name: /things? to check/ });
    const [first] = list.querySelectorAll('li');
    await user.click(screen.getByRole('button', { name: 'Open on the canvas' }));
    const made = onCreate.mock.calls[0]![0];
    expect(checkFlow(made).filter(({ severity }) => severity === 'error')).toEqual([]);
    const texts = (Object.values(made.nodes) as FlowNode[]).map(({ data }) => String(data.text ?? ''));
    expect(texts.some((text) => text.includes(first!.textContent!.split(' · ').at(-1)!))).toBe(true);
  });

  it('of our own comes back as it was, with nothing to check', async () => {
    const drawing = templates[0]!.build('en', { name: 'Desk' });
    const { user, onCreate } = await bring(JSON.stringify(drawing));
    expect(await screen.findByText(/^Flow of AlloKoli: /)).toBeTruthy();
    expect(screen.queryByRole('region', { name: /to check/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Open on the canvas' }));
    expect(onCreate.mock.calls[0]![0].nodes).toEqual(drawing.nodes);
  });

  it('that is large is read all the same where there is no worker', async () => {
    const drawing = templates[0]!.build('en', { name: 'Desk' });
    await bring(JSON.stringify(drawing) + ' '.repeat(60_000));
    expect(await screen.findByText(/^Flow of AlloKoli: /)).toBeTruthy();
  });

  it.each([
    ['no JSON', 'hello', 'The file is not JSON'],
    ['something else', '{"hello":"world"}', 'This is no file that can be imported'],
  ])('that is %s is refused with the reason, and another can be chosen', async (_, text, reason) => {
    await bring(text, 'letter.json');
    const refusal = await screen.findByRole('alert');
    expect(refusal.textContent).toContain('“letter.json” could not be taken in.');
    expect(refusal.textContent).toContain(reason);
    expect(screen.queryByRole('button', { name: 'Open on the canvas' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Choose another file' })).toBeTruthy();
  });
});
