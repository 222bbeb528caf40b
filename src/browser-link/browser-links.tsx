/** Browser links of a workspace, one for each flow: on, off, its address, and publishing on it. Knows no page. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Pause, Play, RefreshCw, TriangleAlert, UploadCloud } from 'lucide-react';
import { useState } from 'react';
import { advancePublication } from '../data/api.ts';
import type { ApiFailure } from '../data/ask.ts';
import { changeBrowserLink, publishOnLink } from '../data/browser-links.ts';
import type { ListedFlow } from '../data/flows.ts';
import { linksQuery } from '../data/number-queries.ts';
import { flowsQuery } from '../data/queries.ts';
import { useFailureText } from '../i18n/failures/failure-text.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { fail, type Result, succeed } from '../lib/result.ts';
import type { BrowserLink, LinkRequest } from '../publish/browser-link-wire.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Link } from '../ui/link.tsx';
import { Switch } from '../ui/switch.tsx';
import { TextField } from '../ui/text-field.tsx';
import { notify } from '../ui/toast.tsx';
import { messages } from './messages.ts';
import { PauseDialog } from './pause-dialog.tsx';

export interface BrowserLinksProps {
  readonly workspaceId: string;
  readonly canChange: boolean;
  /** Only the link of this flow. */
  readonly flowId?: string;
}

/** Shows nothing until the links are known, or where they cannot be. */
export function BrowserLinks({ workspaceId, canChange, flowId }: BrowserLinksProps) {
  const t = useMessages(messages);
  const links = useQuery(linksQuery(workspaceId));
  const flows = useQuery(flowsQuery(workspaceId));
  if (links.data === undefined || flows.data === undefined) return null;
  const shown = flows.data.flatMap((flow) => {
    const link = links.data.find((one) => one.flowId === flow.id);
    return link && (flowId === undefined || flow.id === flowId) ? [{ flow, link }] : [];
  });
  return (
    <Card title={t.title} flush className="mt-6 overflow-hidden">
      <p className="max-w-160 px-5 pb-4 text-sm text-pretty text-muted">{t.lead}</p>
      {shown.length === 0 ? (
        <p className="border-t border-line px-5 py-4 text-sm text-muted">{t.none}</p>
      ) : (
        <ul aria-label={t.list} className="divide-y divide-line border-y border-line">
          {shown.map(({ flow, link }) => (
            <LinkRow key={flow.id} flow={flow} link={link} workspaceId={workspaceId} canChange={canChange} />
          ))}
        </ul>
      )}
      <p className="px-5 py-3 text-xs text-pretty text-muted">{t.limits}</p>
    </Card>
  );
}

type Wish = LinkRequest extends infer Each
  ? Each extends LinkRequest
    ? Omit<Each, 'flowId'>
    : never
  : never;

interface LinkRowProps {
  readonly flow: ListedFlow;
  readonly link: BrowserLink;
  readonly workspaceId: string;
  readonly canChange: boolean;
}

function LinkRow({ flow, link, workspaceId, canChange }: LinkRowProps) {
  const t = useMessages(messages);
  const say = useFailureText();
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: linksQuery(workspaceId).queryKey });
  const change = useMutation({
    mutationFn: (wanted: Wish) => changeBrowserLink({ flowId: flow.id, ...wanted }),
    onSuccess: (changed) => {
      if (!changed.ok) notify({ tone: 'danger', text: say(changed.failure.code) });
      return refresh();
    },
  });
  const publish = useMutation({
    mutationFn: () => publishWhole(flow),
    onSuccess: (published) => {
      if (published.ok) notify({ tone: 'success', text: t.published(published.value) });
      else notify({ tone: 'danger', text: published.failure === null ? t.failed : say(published.failure) });
      return Promise.all([
        refresh(),
        queries.invalidateQueries({ queryKey: flowsQuery(workspaceId).queryKey }),
      ]);
    },
  });
  const [isPausing, setPausing] = useState(false);
  const state = link.version === null ? t.nothing : t.answers(link.version);
  const isPaused = link.isOn && link.pausedWords !== null;
  return (
    <li className="flex flex-col gap-3 px-5 py-4">
      <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
        <div className="min-w-48 flex-1">
          <p className="text-md font-semibold break-words">{flow.name}</p>
          <p className="text-sm text-muted">
            {link.isOn && !isPaused ? `${state} ${t.today(link.callsToday)}` : state}
          </p>
        </div>
        {canChange && (link.version === null || link.byItself) && (
          <Button
            size="small"
            icon={<UploadCloud aria-hidden />}
            isPending={publish.isPending}
            onPress={() => publish.mutate()}
          >
            {publish.isPending ? t.publishing : link.version === null ? t.publish : t.publishNew}
          </Button>
        )}
        {canChange && link.isOn && (
          <Button
            size="small"
            icon={isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
            isPending={change.isPending}
            aria-label={isPaused ? t.resumeOf(flow.name) : t.pauseOf(flow.name)}
            onPress={() => (isPaused ? change.mutate({ change: 'on' }) : setPausing(true))}
          >
            {isPaused ? t.resume : t.pause}
          </Button>
        )}
        <Switch
          label={t.open}
          aria-label={t.openOf(flow.name)}
          isSelected={link.isOn}
          isDisabled={!canChange || change.isPending}
          onChange={(isOn) => change.mutate({ change: isOn ? 'on' : 'off' })}
        />
      </div>
      {isPaused && <Banner tone="info">{t.paused(link.pausedWords ?? '')}</Banner>}
      {link.isDrifted && (
        <p className="flex flex-wrap items-center gap-x-2 text-sm">
          <TriangleAlert aria-hidden className="size-4 text-warning" />
          {t.drifted}
          {canChange && <Link href={`/flows/${flow.id}?publish`}>{t.seeDrift}</Link>}
        </p>
      )}
      {link.isOn && link.token !== null && (
        <Address flow={flow.name} token={link.token} onRenew={() => change.mutate({ change: 'renew' })} />
      )}
      {isPausing && (
        <PauseDialog
          flow={flow.name}
          onClose={() => setPausing(false)}
          onConfirm={(words) => {
            setPausing(false);
            change.mutate({ change: 'pause', words });
          }}
        />
      )}
    </li>
  );
}

interface AddressProps {
  readonly flow: string;
  readonly token: string;
  readonly onRenew: () => void;
}

function Address({ flow, token, onRenew }: AddressProps) {
  const t = useMessages(messages);
  const [isAsking, setAsking] = useState(false);
  const address = `${location.origin}/talk/${token}`;
  return (
    <div className="flex flex-wrap items-end gap-2">
      <TextField label={t.address(flow)} labelHidden value={address} isReadOnly className="min-w-56 flex-1" />
      <CopyButton text={address} label={t.copy} copied={t.copied} notCopied={t.notCopied} />
      <Button icon={<RefreshCw aria-hidden />} onPress={() => setAsking(true)}>
        {t.renew}
      </Button>
      <Confirm
        isOpen={isAsking}
        title={t.renewTitle(flow)}
        confirmLabel={t.renew}
        isDanger
        onConfirm={() => {
          setAsking(false);
          onRenew();
        }}
        onClose={() => setAsking(false)}
      >
        {t.renewText}
      </Confirm>
    </div>
  );
}

/** The version that answers now; a failure without a code is one of the publication itself. Killed in between, `cron` goes on. */
async function publishWhole(flow: ListedFlow): Promise<Result<number, ApiFailure['code'] | null>> {
  let deployment = await publishOnLink(flow.id, flow.revision);
  while (deployment.ok && deployment.value.state === 'running')
    deployment = await advancePublication(deployment.value.id);
  if (!deployment.ok) return fail(deployment.failure.code);
  return deployment.value.state === 'failed' ? fail(null) : succeed(deployment.value.version);
}
