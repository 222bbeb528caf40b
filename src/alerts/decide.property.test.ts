/** Alerts over weeks of things that come and go: what is told, and how often. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Condition, Phase } from './alert.ts';
import { type Change, DAY, decide, type KnownAlert, QUIET } from './decide.ts';

const STEP = 10 * 60_000;

interface Notice {
  readonly phase: Phase;
  readonly key: string;
  readonly at: number;
}

/** The database, as far as deciding goes. */
function bookkeeper() {
  let alerts: KnownAlert[] = [];
  let made = 0;
  const notices: Notice[] = [];
  const apply = (change: Change, at: number) => {
    const tell = (phase: Phase, { kind, subject }: Pick<Condition, 'kind' | 'subject'>) =>
      notices.push({ phase, key: `${kind} ${subject}`, at });
    if (change.type === 'begin') {
      const { condition, isBack } = change;
      made += 1;
      alerts.push({
        ...condition,
        id: String(made),
        isBack,
        calmSince: null,
        overAt: null,
        noticedAt: at,
      });
      return tell('began', condition);
    }
    alerts = alerts.map((alert) => {
      if (alert.id !== change.id) return alert;
      if (change.type === 'calm') return { ...alert, calmSince: at };
      if (change.type === 'end') {
        tell('ended', alert);
        return { ...alert, overAt: at, noticedAt: at };
      }
      if (change.notice) tell(change.notice, alert);
      const noticedAt = change.notice ? at : alert.noticedAt;
      return { ...alert, ...change.condition, calmSince: null, noticedAt };
    });
    return undefined;
  };
  return {
    notices,
    known: (at: number) => alerts.filter(({ overAt }) => overAt === null || at - overAt < DAY),
    apply,
  };
}

/** Stretches of time in which something is so, or not: level 0 is not. */
const life = fc.array(
  fc.record({ steps: fc.integer({ min: 1, max: 200 }), levels: fc.tuple(level(), level()) }),
  { minLength: 1, maxLength: 12 },
);
function level() {
  return fc.constantFrom(0, 0, 1, 2);
}

const conditionAt = (subject: string, its: number): Condition[] =>
  its === 0 ? [] : [{ kind: 'silent-number', subject, level: its, told: { reason: 'blocked' } }];

function live(stretches: readonly { readonly steps: number; readonly levels: readonly number[] }[]) {
  const books = bookkeeper();
  let now = 0;
  for (const { steps, levels } of stretches)
    for (let step = 0; step < steps; step += 1) {
      now += STEP;
      const conditions = levels.flatMap((its, index) => conditionAt(String(index), its));
      for (const change of decide(conditions, books.known(now), now)) books.apply(change, now);
      // The same facts once more change nothing.
      expect(decide(conditions, books.known(now), now)).toEqual([]);
    }
  return { ...books, now };
}

it('tells each beginning and each end once, in turn, and nothing twice a day', () => {
  fc.assert(
    fc.property(life, (stretches) => {
      const { notices } = live(stretches);
      for (const key of new Set(notices.map((notice) => notice.key))) {
        const own = notices.filter((notice) => notice.key === key);
        let isOn = false;
        for (const [index, { phase, at }] of own.entries()) {
          expect(phase === 'began').toBe(!isOn);
          isOn = phase !== 'ended';
          const within = (same: Phase) =>
            own.slice(0, index).filter((each) => each.phase === same && at - each.at < DAY).length;
          if (phase === 'still') expect(at - (own[index - 1]?.at ?? 0)).toBeGreaterThanOrEqual(DAY);
          if (phase === 'worse') expect(within('worse')).toBeLessThanOrEqual(1);
          if (phase === 'began') expect(within('began')).toBeLessThanOrEqual(1);
        }
      }
    }),
    { numRuns: 60 },
  );
});

it('agrees with what is so once it stays so', () => {
  fc.assert(
    fc.property(life, level(), (stretches, last) => {
      const books = live([...stretches, { steps: (DAY + QUIET) / STEP + 2, levels: [last, 0] }]);
      const open = books.known(books.now).filter(({ overAt }) => overAt === null);
      expect(open.map(({ subject }) => subject)).toEqual(last === 0 ? [] : ['0']);
    }),
    { numRuns: 30 },
  );
});

it('one that comes and goes is told twice, and then stays on until it was quiet for a day', () => {
  const flicker = Array.from({ length: 40 }, (_, index) => ({ steps: 3, levels: [index % 2, 0] }));
  const { notices } = live(flicker);
  expect(notices.map(({ phase }) => phase)).toEqual(['began', 'ended', 'began']);
});
