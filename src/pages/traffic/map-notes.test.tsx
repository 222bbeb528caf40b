/** What is noted above a step: hanging up is an alarm while somebody does, and told without one where nobody does any more. */
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { trafficOn } from '../../flow/traffic.ts';
import { formattersIn } from '../../i18n/format.ts';
import { registry } from '../../kinds/registry.ts';
import { templates } from '../../templates/registry.ts';
import { notesOf } from './map-notes.tsx';
import { messages } from './messages.ts';
import { StepRows } from './step-rows.tsx';

afterEach(cleanup);

it.each([
  [2, true],
  [0, false],
])('%i who hung up, where half did before: an alarm is %s', (hungUp, isAlarm) => {
  const document = templates[0]!.build('en', { name: 'Desk' });
  const [first] = trafficOn(document, registry, { calls: 0, steps: [], links: [] }).steps;
  const of = (hanging: number) => ({
    ...{
      node: first!.node,
      calls: 10,
      hungUp: hanging,
      failed: 0,
      silent: 0,
      tooLong: 0,
      timed: 0,
      spent: 0,
    },
  });
  const traffic = (hanging: number) =>
    trafficOn(document, registry, { calls: 10, steps: [of(hanging)], links: [] });
  const [now, before] = [traffic(hungUp), traffic(5)];
  render(
    <>
      {notesOf(now, before, messages.en, formattersIn('en')).steps.get(first!.node)}
      <StepRows document={document} traffic={now} before={before} current={undefined} onSelect={() => {}} />
    </>,
  );
  const said = messages.en.hungUp(hungUp);
  expect(screen.getByTitle(said).dataset.tone === 'danger').toBe(isAlarm);
  const row = screen.getByText(
    (_, element) => element?.tagName === 'P' && element.textContent!.startsWith(said),
  );
  expect(row.classList.contains('text-danger')).toBe(isAlarm);
});
