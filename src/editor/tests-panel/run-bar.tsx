/** Runs all tests, tells how far that has come, and stops it. */
import { Play, Square } from 'lucide-react';
import { useStore } from 'zustand';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Progress } from '../../ui/progress.tsx';
import { testsMessages } from './messages.ts';
import type { Running, Tests } from './tests.ts';

export function RunBar({ tests }: { readonly tests: Tests }) {
  const t = useMessages(testsMessages);
  const kept = useStore(tests.state, (state) => state.tests);
  const running = useStore(tests.state, (state) => state.running);
  const caller = useStore(tests.state, (state) => state.caller);
  if (running) return <RunProgress running={running} onStop={tests.stop} />;
  if (kept.length === 0) return null;
  const holding = kept.filter(({ result }) => result?.holds).length;
  return (
    <div className="flex min-h-12 shrink-0 items-center gap-3 px-4 py-2">
      <p className="min-w-0 flex-1 text-sm text-muted tabular-nums">{t.summary(holding, kept.length)}</p>
      <Button
        size="small"
        variant="primary"
        icon={<Play />}
        onPress={() => void tests.run(undefined, caller)}
      >
        {t.runAll}
      </Button>
    </div>
  );
}

export function RunProgress({ running, onStop }: { readonly running: Running; readonly onStop: () => void }) {
  const t = useMessages(testsMessages);
  const { what, done, all } = running;
  const text =
    all === 0
      ? t.preparing
      : what === 'ways'
        ? t.trying(Math.min(done + 1, all), all)
        : t.running(Math.min(done + 1, all), all);
  return (
    <div className="flex min-h-12 shrink-0 items-center gap-3 px-4 py-2">
      <div className="min-w-0 flex-1">
        <p className="text-sm tabular-nums" role="status">
          {text}
        </p>
        <Progress label={text} {...(all === 0 ? {} : { value: (100 * done) / all })} className="mt-1.5" />
      </div>
      <Button size="small" icon={<Square />} onPress={onStop}>
        {t.stop}
      </Button>
    </div>
  );
}
