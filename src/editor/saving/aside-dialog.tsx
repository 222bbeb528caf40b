/** The whole versions that were set aside when somebody had to choose; each can be brought back as a new flow. */
import { useQuery } from '@tanstack/react-query';
import { Archive } from 'lucide-react';
import { useState } from 'react';
import { snapshotsQuery } from '../../data/editor-queries.ts';
import type { Snapshot } from '../../data/snapshots.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useEditor } from '../editor-context.ts';
import { readDocument } from '../store/flow-save.ts';
import { savingMessages } from './messages.ts';

export function AsideDialog({ onClose }: { readonly onClose: () => void }) {
  const { flowId } = useEditor();
  const t = useMessages(savingMessages).aside;
  const found = useQuery({ ...snapshotsQuery(flowId), staleTime: 0 });
  return (
    <Dialog isOpen onClose={onClose} title={t.title} lead={t.lead}>
      {found.isPending && <Skeleton className="h-24" />}
      {found.isError && (
        <Banner tone="danger" action={<Button onPress={() => void found.refetch()}>{t.retry}</Button>}>
          {t.failed}
        </Banner>
      )}
      {found.data?.length === 0 && (
        <EmptyState icon={<Archive />} title={t.none}>
          {t.noneText}
        </EmptyState>
      )}
      <ul className="flex flex-col divide-y divide-line">
        {found.data?.map((snapshot) => (
          <Row key={snapshot.id} snapshot={snapshot} />
        ))}
      </ul>
    </Dialog>
  );
}

function Row({ snapshot }: { readonly snapshot: Snapshot }) {
  const { saveCopy, person } = useEditor();
  const t = useMessages(savingMessages).aside;
  const language = useLanguage();
  const [state, setState] = useState<
    { readonly status: 'idle' | 'pending' | 'failed' } | { readonly copy: string }
  >({ status: 'idle' });
  const when = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(snapshot.createdAt));
  const document = readDocument(snapshot.document);
  const bringBack = async () => {
    if (!document) return;
    setState({ status: 'pending' });
    const name = t.copyName(document.name, when).slice(0, 120);
    const answer = await saveCopy({ ...document, name });
    setState(answer.ok ? { copy: answer.value.flowId } : { status: 'failed' });
  };
  const who = snapshot.createdBy === person ? t.you : t.someone;
  return (
    <li className="flex flex-wrap items-center gap-3 py-3">
      <span className="min-w-0 flex-1">
        <span className="block text-base">{snapshot.side === 'own' ? t.own(who) : t.other}</span>
        <span className="block text-sm text-muted">
          {'status' in state && state.status === 'failed' ? t.failed : document ? when : t.unreadable}
        </span>
      </span>
      {'copy' in state ? (
        <ButtonLink size="small" variant="primary" href={`/flows/${state.copy}`}>
          {t.open}
        </ButtonLink>
      ) : (
        <Button
          size="small"
          isDisabled={!document}
          isPending={state.status === 'pending'}
          onPress={() => void bringBack()}
        >
          {t.copy}
        </Button>
      )}
    </li>
  );
}
