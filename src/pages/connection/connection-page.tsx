/** The workspace's own account at Vapi: what is connected, and connecting, testing, replacing, disconnecting it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Plug } from 'lucide-react';
import { useState } from 'react';
import { removeConnection, testConnection } from '../../data/connection.ts';
import { connectionQuery } from '../../data/settings-queries.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { ConnectionAnswer } from '../../publish/connection-wire.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { notify } from '../../ui/toast.tsx';
import { PageFailure } from '../page-failure.tsx';
import { PageFrame } from '../page-frame.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { ConnectForm } from './connect-form.tsx';
import { messages } from './messages.ts';
import { Replacing } from './replacing.tsx';
import { SignatureForm } from './signature-form.tsx';

export function ConnectionPage() {
  const t = useMessages(messages);
  const { workspace } = useWorkspace();
  const connection = useQuery(connectionQuery(workspace.id));
  return (
    <PageFrame title={t.title} narrow>
      <PageHeader
        title={t.title}
        lead={t.lead}
        back={
          <Link href="/settings" quiet>
            {t.back}
          </Link>
        }
      />
      {connection.isPending && <Skeleton className="h-40 rounded-card" />}
      {connection.isError && (
        <PageFailure error={connection.error} onRetry={() => void connection.refetch()} />
      )}
      {connection.data !== undefined && <Connection key={workspace.id} connection={connection.data} />}
    </PageFrame>
  );
}

function Connection({ connection }: { readonly connection: ConnectionAnswer }) {
  const t = useMessages(messages);
  const { workspace } = useWorkspace();
  const [open, setOpen] = useState<'key' | 'signature' | null>(null);
  const { own, hasCommon, isSandbox } = connection;
  const isOwner = workspace.role === 'owner';
  return (
    <>
      <Card title={t.own}>
        {own ? (
          <OwnAccount own={own} canChange={isOwner} />
        ) : (
          <p className="text-base text-pretty">
            {!hasCommon ? t.nothing : isSandbox ? t.commonSandbox : t.common}
          </p>
        )}
        {isOwner && (own !== null || open === null) && (
          <div className="mt-4 flex flex-wrap gap-2">
            {open !== 'key' && (
              <Button
                variant={own ? 'secondary' : 'primary'}
                icon={<Plug aria-hidden />}
                onPress={() => setOpen('key')}
              >
                {own ? t.replace : t.connect}
              </Button>
            )}
            {own && open !== 'signature' && (
              <Button onPress={() => setOpen('signature')}>
                {own.isSigned ? t.replaceSignature : t.addSignature}
              </Button>
            )}
            {own && <TestAndRemove connection={connection} />}
          </div>
        )}
        {!isOwner && <p className="mt-3 text-sm text-muted">{t.onlyOwners}</p>}
      </Card>
      {isOwner && open === 'key' && <ConnectForm connection={connection} onDone={() => setOpen(null)} />}
      {isOwner && open === 'signature' && <SignatureForm onDone={() => setOpen(null)} />}
    </>
  );
}

interface OwnAccountProps {
  readonly own: NonNullable<ConnectionAnswer['own']>;
  readonly canChange: boolean;
}

function OwnAccount({ own, canChange }: OwnAccountProps) {
  const t = useMessages(messages);
  const format = useFormat();
  return (
    <>
      <p className="text-base font-medium">{t.connected(own.endsIn)}</p>
      <p className="text-sm text-muted">{t.facts(t.regions[own.region], format.date(own.testedAt))}</p>
      <p className="mt-3 text-sm text-pretty">{own.isSigned ? t.signed : t.unsigned}</p>
      {own.replacing && <Replacing replacing={own.replacing} canChange={canChange} />}
    </>
  );
}

function TestAndRemove({ connection }: { readonly connection: ConnectionAnswer }) {
  const t = useMessages(messages);
  const say = useFailureText();
  const queries = useQueryClient();
  const { workspace } = useWorkspace();
  const [isLeaving, setLeaving] = useState(false);
  const change = useMutation({
    mutationFn: (kind: 'test' | 'remove') =>
      kind === 'test' ? testConnection(workspace.id) : removeConnection(workspace.id),
    onSuccess: async (answer, kind) => {
      setLeaving(false);
      if (answer.ok) notify({ tone: 'success', text: kind === 'test' ? t.tested : t.removed });
      else notify({ tone: 'danger', text: say(answer.failure.code) });
      // numbers and documents are those of another account now
      await (kind === 'remove'
        ? queries.invalidateQueries()
        : queries.invalidateQueries({ queryKey: connectionQuery(workspace.id).queryKey }));
    },
  });
  return (
    <>
      <Button isPending={change.isPending && !isLeaving} onPress={() => change.mutate('test')}>
        {t.test}
      </Button>
      <Button variant="ghost" onPress={() => setLeaving(true)}>
        {t.remove}
      </Button>
      <Confirm
        isOpen={isLeaving}
        title={t.removeTitle}
        confirmLabel={t.remove}
        isDanger
        isPending={change.isPending}
        onConfirm={() => change.mutate('remove')}
        onClose={() => setLeaving(false)}
      >
        {t.leaves(connection.here)}
      </Confirm>
    </>
  );
}
