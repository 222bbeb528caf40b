/** Any two drawings of a flow: what is different in sentences, and both drawings beside each other. */
import { ArrowLeft, ArrowLeftRight, GitCompareArrows } from 'lucide-react';
import { useMemo, useState } from 'react';
import { MarkPill, TwoMaps } from '../../editor/canvas/two-maps.tsx';
import { diffDocuments } from '../../flow/diff/diff-documents.ts';
import { type DrawingMark, drawingMarks } from '../../flow/diff/drawing-marks.ts';
import type { FlowDocument } from '../../flow/document.ts';
import { changeSentences, summariseChanges } from '../../flow-words/sentences.ts';
import { useLanguageState } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { drawnKinds, readDrawing } from '../../kinds/drawn.ts';
import { wordsOf } from '../../kinds/whole-words.ts';
import { useParams, useSearchParams } from '../../router/router.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Link } from '../../ui/link.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { NotFound, PageFailure } from '../page-failure.tsx';
import { ChangeList } from './change-list.tsx';
import { messages } from './messages.ts';
import { asideSide, DRAFT, type Side, type Sides, useSideDocument, useSideNames, useSides } from './sides.ts';

export function ComparePage() {
  const { id } = useParams();
  const t = useMessages(messages);
  return id === undefined ? (
    <NotFound />
  ) : (
    <>
      <title>{`${t.compareTitle} · AlloKoli`}</title>
      <Compare key={id} flowId={id} />
    </>
  );
}

function Compare({ flowId }: { readonly flowId: string }) {
  const t = useMessages(messages);
  const [asked, ask] = useSearchParams();
  const { sides, error, again } = useSides(flowId);
  const newest = sides?.versions[0]?.number;
  const before = asked.get('before') ?? (newest === undefined ? DRAFT : String(newest));
  const after = asked.get('after') ?? DRAFT;
  const choose = (one: Side, other: Side) => ask({ before: one, after: other }, { replace: true });
  if (error !== null) return <PageFailure error={error} onRetry={again} />;
  return (
    <div className="flex h-full flex-col max-xl:overflow-y-auto">
      <header className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-card px-5 py-2.5">
        <Link
          href={`/flows/${flowId}/versions`}
          quiet
          className="inline-flex min-h-6 items-center gap-1.5 text-sm text-muted pointer-coarse:min-h-11"
        >
          <ArrowLeft aria-hidden className="size-4" />
          {t.toVersions}
        </Link>
        <h1 className="mr-auto text-md font-semibold">{t.compareTitle}</h1>
        {sides && sides.versions.length + sides.aside.length > 0 && (
          <Choice sides={sides} before={before} after={after} onChange={choose} />
        )}
      </header>
      {sides === undefined ? (
        <Skeleton className="m-5 h-80" />
      ) : sides.versions.length + sides.aside.length === 0 ? (
        <EmptyState icon={<GitCompareArrows />} title={t.nothingToCompare}>
          {t.nothingToCompareText}
        </EmptyState>
      ) : (
        <Both sides={sides} before={before} after={after} />
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly sides: Sides;
  readonly before: Side;
  readonly after: Side;
  readonly onChange: (before: Side, after: Side) => void;
}

function Choice({ sides, before, after, onChange }: ChoiceProps) {
  const t = useMessages(messages);
  const nameOf = useSideNames(sides);
  const options = [
    DRAFT,
    ...sides.versions.map(({ number }) => String(number)),
    ...sides.aside.map(({ id }) => asideSide(id)),
  ].map((id) => ({ id, label: nameOf(id) }));
  return (
    <div className="flex min-w-0 items-center gap-2 max-sm:w-full [&>div]:min-w-0 [&>div]:sm:w-44 [&>div]:max-sm:flex-1">
      <Select
        label={t.from}
        labelHidden
        options={options}
        value={before}
        onChange={(one) => onChange(one, after)}
      />
      <IconButton label={t.swap} icon={<ArrowLeftRight />} onPress={() => onChange(after, before)} />
      <Select
        label={t.to}
        labelHidden
        options={options}
        value={after}
        onChange={(other) => onChange(before, other)}
      />
    </div>
  );
}

type BothProps = Omit<ChoiceProps, 'onChange'>;

function Both({ sides, before, after }: BothProps) {
  const one = useSideDocument(sides, before);
  const other = useSideDocument(sides, after);
  const documents = useMemo(
    () =>
      one.document === undefined || other.document === undefined
        ? undefined
        : ([readDrawing(one.document).document, readDrawing(other.document).document] as const),
    [one.document, other.document],
  );
  const error = one.error ?? other.error;
  if (error) return <PageFailure error={error} onRetry={() => location.reload()} />;
  const exists = (side: Side) =>
    side === DRAFT ||
    sides.versions.some(({ number }) => String(number) === side) ||
    sides.aside.some(({ id }) => asideSide(id) === side);
  if (!exists(before) || !exists(after)) return <NotFound />;
  if (!documents) return <Skeleton className="m-5 h-80" />;
  return <Differences sides={sides} before={before} after={after} documents={documents} />;
}

function Differences({
  sides,
  before,
  after,
  documents: [was, is],
}: BothProps & { readonly documents: readonly [FlowDocument, FlowDocument] }) {
  const t = useMessages(messages);
  const nameOf = useSideNames(sides);
  const language = useLanguageState();
  const [step, setStep] = useState<string | null>(null);
  const found = useMemo(() => {
    const changes = diffDocuments(was, is, drawnKinds);
    const context = {
      before: was,
      after: is,
      registry: drawnKinds,
      ...language,
      wordsOf: (kind: string) => wordsOf(kind, language),
    };
    return {
      changes,
      sentences: changeSentences(changes, context),
      summary: summariseChanges(changes, context),
      marks: drawingMarks(was, is, changes),
    };
  }, [was, is, language]);
  const isKnown = (node: string) => Object.hasOwn(was.nodes, node) || Object.hasOwn(is.nodes, node);
  return (
    <div className="flex min-h-0 flex-1 flex-col xl:flex-row">
      <aside className="flex shrink-0 flex-col gap-4 border-line bg-card px-5 py-5 max-xl:border-b xl:w-100 xl:overflow-y-auto xl:border-r">
        <Legend />
        <ChangeList
          changes={found.changes}
          sentences={found.sentences}
          summary={found.changes.length === 0 ? t.same : found.summary}
          step={step}
          canShow={isKnown}
          onShow={setStep}
        />
      </aside>
      <section aria-label={t.drawings} className="flex min-h-0 min-w-0 flex-1 flex-col">
        <TwoMaps
          before={{ name: nameOf(before), document: was, marks: found.marks.before }}
          after={{ name: nameOf(after), document: is, marks: found.marks.after }}
          words={t.marks}
          step={step}
          onSelect={setStep}
        />
      </section>
    </div>
  );
}

const MARKS: readonly DrawingMark[] = ['added', 'changed', 'removed'];

function Legend() {
  const t = useMessages(messages);
  return (
    <ul className="flex flex-wrap gap-2">
      {MARKS.map((mark) => (
        <li key={mark}>
          <MarkPill mark={mark} word={t.marks[mark]} />
        </li>
      ))}
    </ul>
  );
}
