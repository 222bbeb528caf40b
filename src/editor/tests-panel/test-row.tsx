/** One kept test: whether it passes; unfolded, what was expected, what was found, and what can be done with it. */
import {
  ChevronRight,
  CircleCheck,
  CircleDashed,
  CircleX,
  GitCompareArrows,
  MessagesSquare,
  Pencil,
  Play,
  Trash2,
  TriangleAlert,
} from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { StoredTest } from '../../data/test-cases.ts';
import { fingerprint } from '../../flow/fingerprint.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { judge, type Verdict } from '../../rehearsals/judge.ts';
import type { SimulatedRun } from '../../rehearsals/play.ts';
import type { SimulationPhase } from '../../rehearsals/simulate.ts';
import { hasChanged, isComparable, playedIn } from '../../rehearsals/test-result.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { useDocumentState, useEditor } from '../editor-context.ts';
import { testsMessages } from './messages.ts';
import { useExpectationText, useFoundText } from './names.ts';

export type TestState = 'holds' | 'fails' | 'never';

export function stateOf({ result }: StoredTest): TestState {
  return result === null ? 'never' : result.holds ? 'holds' : 'fails';
}

const MARKS = {
  holds: { Icon: CircleCheck, tone: 'text-success' },
  fails: { Icon: CircleX, tone: 'text-danger' },
  never: { Icon: CircleDashed, tone: 'text-muted' },
} as const;

export function StateMark({ state }: { readonly state: TestState }) {
  const t = useMessages(testsMessages);
  const { Icon, tone } = MARKS[state];
  return (
    <>
      <Icon aria-hidden className={`size-4 shrink-0 ${tone}`} />
      <span className="sr-only">{t.states[state]}</span>
    </>
  );
}

export interface TestRowProps {
  readonly stored: StoredTest;
  readonly isOpen: boolean;
  /** How far it is; null while it does not run. */
  readonly phase: SimulationPhase | null;
  /** An AI caller is chosen. */
  readonly isSimulated: boolean;
  /** Something else runs. */
  readonly isBusy: boolean;
  readonly onToggle: () => void;
  readonly onRun: () => void;
  readonly onEdit: () => void;
  readonly onCompare: () => void;
  readonly onRead: () => void;
  readonly onDelete: () => void;
}

export function TestRow(props: TestRowProps) {
  const { stored, isOpen, phase, isSimulated, isBusy, onToggle, onRun } = props;
  const t = useMessages(testsMessages);
  const { name } = stored.test;
  const about =
    phase !== null
      ? isSimulated && t.simulated.phases[phase]
      : stored.result?.last.simulated && t.simulated.mark;
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <li ref={row} className="border-b border-line last:border-b-0" data-state={stateOf(stored)}>
      <div className="flex items-center gap-1 pr-2 pl-1.5">
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={onToggle}
          className="press-motion flex min-h-10 min-w-0 flex-1 cursor-pointer items-center gap-2 rounded-md px-1.5 py-1.5 text-left hover:bg-hover pointer-coarse:min-h-11"
        >
          <ChevronRight
            aria-hidden
            className={classNames('press-motion size-3.5 shrink-0 text-muted', isOpen && 'rotate-90')}
          />
          {phase === null ? <StateMark state={stateOf(stored)} /> : <Spinner label={t.states.running} />}
          <span className="min-w-0 flex-1">
            <span className={classNames('block text-sm', !isOpen && 'line-clamp-2')}>{name}</span>
            {about && <span className="block text-xs text-muted">{about}</span>}
          </span>
        </button>
        <IconButton
          label={t.run(name)}
          icon={<Play />}
          size="small"
          placement="left"
          isDisabled={isBusy}
          onPress={onRun}
        />
      </div>
      {isOpen && <Unfolded {...props} />}
    </li>
  );
}

function Unfolded({ stored, isBusy, onEdit, onCompare, onRead, onDelete }: TestRowProps) {
  const { isReadOnly } = useEditor();
  const t = useMessages(testsMessages);
  const document = useDocumentState((state) => state.document);
  const { test, result, callId } = stored;
  const verdicts: readonly Verdict[] = result ? judge(test, document, playedIn(result.last)) : [];
  const isStale = result !== null && result.last.drawing !== fingerprint(document);
  return (
    <div className="pr-3 pb-3 pl-8.5">
      {result !== null && (isStale || hasChanged(result)) && (
        <p className="mb-2 flex flex-wrap gap-1.5">
          {isStale && (
            <span title={t.staleHint}>
              <Badge tone="warning">{t.stale}</Badge>
            </span>
          )}
          {hasChanged(result) && <Badge tone="accent">{t.otherAnswers}</Badge>}
        </p>
      )}
      <p className="text-xs font-medium text-muted">{t.expected}</p>
      {test.expectations.length === 0 && <p className="mt-1 text-sm text-muted">{t.nothingExpected}</p>}
      <ul className="mt-1 flex flex-col gap-1.5">
        {test.expectations.map((expectation, index) => (
          <VerdictLine
            // biome-ignore lint/suspicious/noArrayIndexKey: two of them may be alike, and none moves
            key={index}
            verdict={verdicts[index] ?? { expectation, holds: false, found: null, isGone: false }}
            isJudged={verdicts[index] !== undefined}
          />
        ))}
        {result?.last.simulated && <GoalLine run={result.last.simulated} isSandbox={result.last.isSandbox} />}
      </ul>
      {callId !== null && <p className="mt-2 text-xs text-muted">{t.fromCall}</p>}
      <div className="mt-2.5 flex flex-wrap gap-1.5">
        {result && (
          <Button size="small" icon={<MessagesSquare />} onPress={onRead}>
            {t.conversation}
          </Button>
        )}
        {result && isComparable(result) && (
          <Button size="small" icon={<GitCompareArrows />} onPress={onCompare}>
            {t.compare}
          </Button>
        )}
        {!isReadOnly && (
          <>
            <Button size="small" icon={<Pencil />} isDisabled={isBusy} onPress={onEdit}>
              {t.edit}
            </Button>
            <Button size="small" variant="ghost" icon={<Trash2 />} isDisabled={isBusy} onPress={onDelete}>
              {t.delete}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

interface GoalLineProps {
  readonly run: SimulatedRun;
  readonly isSandbox: boolean;
}

/** What the one who listened at Vapi found. It decides nothing: a test may want a caller to be turned away. */
function GoalLine({ run: { goal }, isSandbox }: GoalLineProps) {
  const { simulated: t } = useMessages(testsMessages);
  const { Icon, tone } = GOALS[`${goal}`];
  return (
    <li className="flex items-start gap-2 text-sm" data-goal={`${goal}`}>
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${tone}`} />
      <span className="min-w-0 flex-1 break-words">
        <span className="block">{t.goals[`${goal}`]}</span>
        <span className="block text-xs text-muted">{isSandbox ? t.goalHere : t.goalHint}</span>
      </span>
    </li>
  );
}

const GOALS = {
  true: { Icon: CircleCheck, tone: 'text-success' },
  false: { Icon: TriangleAlert, tone: 'text-warning' },
  null: { Icon: CircleDashed, tone: 'text-muted' },
} as const;

interface VerdictLineProps {
  readonly verdict: Verdict;
  /** False while the test was never run. */
  readonly isJudged: boolean;
}

function VerdictLine({ verdict, isJudged }: VerdictLineProps) {
  const expectationText = useExpectationText();
  const foundText = useFoundText();
  const doesHold = verdict.holds && !verdict.isGone;
  return (
    <li className="flex items-start gap-2 text-sm">
      <span className="mt-0.5 flex">
        <StateMark state={!isJudged ? 'never' : doesHold ? 'holds' : 'fails'} />
      </span>
      <span className="min-w-0 flex-1 break-words">
        {expectationText(verdict.expectation)}
        {isJudged && !doesHold && <span className="block text-danger">{foundText(verdict)}</span>}
      </span>
    </li>
  );
}
