/** How many ways of the flow were tried, and what tries the rest. */
import { Waypoints } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { Coverage, Taken } from '../../flow/coverage.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useKindNames } from '../../kinds/kind-words.ts';
import { Button } from '../../ui/button.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useEditor } from '../editor-context.ts';
import type { Rehearsal } from '../rehearse-panel/rehearsal.ts';
import { namesOf } from './keep-as-test.tsx';
import { testsMessages } from './messages.ts';
import type { Tests } from './tests.ts';
import { useCoverage, useRehearsed, useUntriedOnCanvas } from './use-coverage.ts';
import { freeName, wayName } from './way-name.ts';

interface CoveragePartProps {
  readonly tests: Tests;
  readonly rehearsal: Rehearsal;
}

export function CoveragePart({ tests, rehearsal }: CoveragePartProps) {
  const t = useMessages(testsMessages);
  const rehearsed = useRehearsed(rehearsal);
  const coverage = useCoverage(tests, rehearsed);
  const { impossible, running } = useStore(tests.state);
  const [isShown, setShown] = useState(true);
  const tryTheRest = useTryTheRest(tests, rehearsed);
  const text = useCoverageText()(coverage);
  useUntriedOnCanvas(coverage.untried, isShown);
  const isAll = isEverything(coverage);
  return (
    <section aria-label={t.coverage} className="shrink-0 border-b border-line px-4 py-3">
      <div className="flex min-h-8 items-center gap-3">
        <p className="min-w-0 flex-1 text-sm font-medium tabular-nums">{text}</p>
        {!isAll && (
          <Button
            size="small"
            icon={<Waypoints />}
            isDisabled={running !== null}
            onPress={() => void tryTheRest()}
          >
            {t.tryRest}
          </Button>
        )}
      </div>
      <Progress label={text} value={percentOf(coverage)} className="mt-2" />
      {isAll ? (
        <p className="mt-2 text-sm text-muted">{t.allTried}</p>
      ) : (
        coverage.untried.length > 0 && (
          <Switch className="mt-2.5 text-sm" label={t.onDrawing} isSelected={isShown} onChange={setShown} />
        )
      )}
      {impossible > 0 && <p className="mt-2 text-sm text-muted">{t.impossible(impossible)}</p>}
    </section>
  );
}

/** Named by their ways, in the language of the screen, each differently. */
export function useTryTheRest(tests: Tests, rehearsed: readonly Taken[]): () => Promise<void> {
  const { store } = useEditor();
  const names = useKindNames();
  return () => {
    const taken = namesOf(tests.state.getState().tests);
    return tests.tryTheRest([rehearsed], ({ way }) => {
      const name = freeName(wayName(store.state.getState().document, way, names), taken);
      taken.add(name);
      return name;
    });
  };
}

export function useCoverageText(): (coverage: Coverage) => string {
  const t = useMessages(testsMessages);
  const format = useFormat();
  return ({ ways, exits }) =>
    ways.all === null
      ? t.manyWays(format.number(exits.tried), format.number(exits.all))
      : t.ways(format.number(ways.tried), format.number(Number(ways.all)));
}

export function isEverything({ ways, exits }: Coverage): boolean {
  return ways.all === null ? exits.tried >= exits.all : BigInt(ways.tried) >= ways.all;
}

function percentOf({ ways, exits }: Coverage): number {
  const [tried, all] = ways.all === null ? [exits.tried, exits.all] : [ways.tried, Number(ways.all)];
  return all === 0 ? 100 : (100 * tried) / all;
}
