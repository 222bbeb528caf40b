/** What callers will notice: in plain words, what differs from the version that answers now; and both drawings, to compare. */
import { useQuery } from '@tanstack/react-query';
import { Check, GitCompareArrows, Info, PencilLine } from 'lucide-react';
import { useMemo } from 'react';
import { versionQuery } from '../../data/call-queries.ts';
import { diffDocuments } from '../../flow/diff/diff-documents.ts';
import { changeSentences } from '../../flow-words/sentences.ts';
import { useLanguageState } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { readDrawing } from '../../kinds/drawn.ts';
import { wordsOf } from '../../kinds/whole-words.ts';
import type { PlanAnswer } from '../../publish/wire.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useDocumentState, useEditor } from '../editor-context.ts';
import { publishMessages } from './messages.ts';
import { Part } from './part.tsx';
import { PlanLine } from './plan-line.tsx';

/** More than this is looked at beside each other. */
const MOST = 6;

export function ChangesPart({ version }: { readonly version: PlanAnswer['version'] }) {
  const t = useMessages(publishMessages);
  return (
    <Part title={t.changes(version.number)}>
      {version.before === null ? (
        <ul>
          <PlanLine icon={<Info className="text-accent" />}>{t.firstVersion}</PlanLine>
        </ul>
      ) : (
        <Changes before={version.before} />
      )}
    </Part>
  );
}

function Changes({ before }: { readonly before: NonNullable<PlanAnswer['version']['before']> }) {
  const t = useMessages(publishMessages);
  const { flowId } = useEditor();
  const sentences = useSentences(before.id);
  if (sentences === undefined) return <Skeleton className="h-12" />;
  const told = sentences === null ? [] : sentences.slice(0, MOST);
  return (
    <>
      <ul className="flex flex-col gap-2">
        {told.map((sentence) => (
          <PlanLine key={sentence} icon={<PencilLine className="text-accent" />}>
            {sentence}
          </PlanLine>
        ))}
        {sentences?.length === 0 && (
          <PlanLine icon={<Check className="text-success" />}>{t.noChanges(before.number)}</PlanLine>
        )}
      </ul>
      <p className="mt-2 flex flex-wrap items-center gap-3 text-sm text-muted">
        {sentences !== null && sentences.length > MOST && t.moreChanges(sentences.length - MOST)}
        {sentences?.length !== 0 && (
          <ButtonLink
            size="small"
            icon={<GitCompareArrows />}
            href={`/flows/${flowId}/compare?before=${before.number}&after=draft`}
          >
            {t.compareWith(before.number)}
          </ButtonLink>
        )}
      </p>
    </>
  );
}

/** Undefined while the version comes, null when it does not. */
function useSentences(versionId: string): readonly string[] | null | undefined {
  const { store } = useEditor();
  const after = useDocumentState(({ document }) => document);
  const language = useLanguageState();
  const version = useQuery(versionQuery(versionId));
  const stored = version.data?.document;
  const sentences = useMemo(() => {
    if (stored === undefined) return undefined;
    const before = readDrawing(stored).document;
    const context = {
      before,
      after,
      registry: store.kinds,
      ...language,
      wordsOf: (kind: string) => wordsOf(kind, language),
    };
    return [...new Set(changeSentences(diffDocuments(before, after, store.kinds), context))];
  }, [stored, after, language, store]);
  return version.isError ? null : sentences;
}
