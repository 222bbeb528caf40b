/** A new account: its trade, two short answers, and a flow that does what callers should be able to do; templates found by words. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accessibilityFaults, renderApp } from '../../app/testing/render-app.tsx';
import { type FakeBackend, keepSession, PERSON, startFakeBackend } from '../../data/testing/fake-backend.ts';
import type { FlowDocument } from '../../flow/document.ts';
import { templates } from '../../templates/registry.ts';
import { sampleOf } from './template-sample.ts';
import { findableWords, isMeant } from './template-search.ts';
import { TRADES } from './trades.ts';

let backend: FakeBackend;
beforeEach(() => {
  localStorage.clear();
  keepSession();
  backend = startFakeBackend({
    workspaces: [{ id: 'w', name: 'Cabinet Martin' }],
    members: [{ workspace_id: 'w', user_id: PERSON.id, role: 'owner', created_at: '2026-01-02T12:00:00Z' }],
    flows: [],
  });
});
afterEach(() => {
  cleanup();
  backend.stop();
});

test('every trade has a template', () => {
  for (const { template } of TRADES) expect(templates.map(({ id }) => id)).toContain(template);
});

test('the trade, a name and what callers should be able to do make the flow', async () => {
  const user = userEvent.setup();
  renderApp('/flows', 'fr');
  await user.click(await screen.findByRole('button', { name: /Médecin, santé/ }));
  const name = await screen.findByRole('textbox', { name: /Quel est le nom/ });
  expect((name as HTMLInputElement).value).toBe('Cabinet du docteur Martin');
  await user.clear(name);
  await user.type(name, 'Cabinet Durand');
  expect(await accessibilityFaults()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'une ordonnance ou des résultats' }));
  await user.click(screen.getByRole('button', { name: 'parler à quelqu’un' }));
  await user.click(screen.getByRole('button', { name: 'Créer le scénario' }));
  await waitFor(() => expect(backend.tables.flows).toHaveLength(1));
  const made = backend.tables.flows?.[0] as { id: string; name: string; document: FlowDocument };
  expect(made).toMatchObject({ name: 'Cabinet Durand', document: { language: 'fr' } });
  expect(made.document.nodes).not.toHaveProperty('papers');
  expect(JSON.stringify(made.document.nodes)).toContain('parler à quelqu’un');
});

test('at least one wish must be chosen', async () => {
  const user = userEvent.setup();
  renderApp('/flows');
  await user.click(await screen.findByRole('button', { name: /^Restaurant/ }));
  const wishes = await screen.findByRole('toolbar', { name: 'What should callers be able to do?' });
  for (const chip of within(wishes).getAllByRole('button', { pressed: true })) await user.click(chip);
  await user.click(screen.getByRole('button', { name: 'Create the flow' }));
  expect((await screen.findByRole('alert')).textContent).toBe('Choose at least one.');
  expect(backend.tables.flows).toHaveLength(0);
});

describe('the search', () => {
  const found = (query: string) =>
    templates.filter((template) => isMeant(findableWords(template, []), query)).map(({ id }) => id);
  test.each([
    ['medecin', 'medical-appointment'],
    ['Dentists', 'medical-appointment'],
    ['ORDONNANCE', 'medical-appointment'],
    ['plombier', 'after-hours-emergency'],
    ['réserver une table', 'restaurant-reservation'],
    ['colis', 'order-status'],
  ])('%s finds %s, in either language, with or without accents', (query, id) => {
    expect(found(query)).toContain(id);
    expect(found(query).length).toBeLessThan(templates.length);
  });
  test('nothing asked for is everything, nonsense is nothing', () => {
    expect(found(' ')).toHaveLength(templates.length);
    expect(found('xylophone')).toEqual([]);
  });
});

test.each(
  templates.flatMap((template) =>
    (['fr', 'en'] as const).map((language) => [template.id, language, template] as const),
  ),
)('%s in %s has a sample conversation between two', (_, language, template) => {
  const drawing = template.build(language, { name: 'Martin' });
  const sample = sampleOf(template, drawing, language)!;
  expect(new Set(sample.lines.map(({ by }) => by))).toEqual(new Set(['assistant', 'caller']));
  expect(sample.lines[0]!.text).toContain('Martin');
  expect(sample.time.seconds).toBeGreaterThan(20);
  expect(sample.time.seconds).toBeLessThan(180);
});
