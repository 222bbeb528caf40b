/** What answers the chosen number, or the link of the flow, asked for and acted upon: a run that begins here is followed like any publication. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { linkServiceQuery, numberServiceQuery } from '../../../data/number-queries.ts';
import { compareNow, restore, type NumberService as Service, settleDrift } from '../../../data/service.ts';
import { useFailureText } from '../../../i18n/failures/failure-text.ts';
import { messagesNow, useMessages } from '../../../i18n/use-messages.ts';
import type { DriftChoice } from '../../../publish/service-wire.ts';
import { useNavigate } from '../../../router/router.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { notify } from '../../../ui/toast.tsx';
import { useEditor } from '../../editor-context.ts';
import type { Publication } from '../publication.ts';
import { DriftPart } from './drift-part.tsx';
import { serviceMessages } from './messages.ts';
import { ServicePart } from './service-part.tsx';

export interface NumberServiceProps {
  readonly numberId: string;
  readonly publication: Publication;
  readonly onUnpublish: (deploymentId: string) => void;
}

export function NumberService({ numberId, publication, onUnpublish }: NumberServiceProps) {
  const { flowId } = useEditor();
  const { data } = useQuery(numberServiceQuery(numberId, flowId));
  const open = () => publication.open(numberId);
  return <Served service={data} publication={publication} onUnpublish={onUnpublish} open={open} />;
}

export interface LinkServiceProps {
  readonly flowId: string;
  /** The chosen number, looked at again when something was decided. */
  readonly numberId: string | null;
  readonly publication: Publication;
}

/** A link is paused among the numbers, not taken out of service here. */
export function LinkService({ flowId, numberId, publication }: LinkServiceProps) {
  const { data } = useQuery(linkServiceQuery(flowId));
  return <Served service={data} publication={publication} open={() => publication.open(numberId)} isOnLink />;
}

interface ServedProps {
  readonly service: Service | undefined;
  readonly publication: Publication;
  readonly onUnpublish?: (deploymentId: string) => void;
  readonly open: () => Promise<void>;
  readonly isOnLink?: boolean;
}

function Served({ service, publication, onUnpublish, open, isOnLink = false }: ServedProps) {
  const t = useMessages(serviceMessages);
  const say = useFailureText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [pending, setPending] = useState<DriftChoice | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const refresh = async () => {
    for (const key of ['number-service', 'numbers', 'flows', 'browser-links'])
      await queries.invalidateQueries({ queryKey: [key] });
  };
  if (!service?.live) return null;
  const { live } = service;

  const choose = async (choice: DriftChoice) => {
    if (!live.drift) return;
    setPending(choice);
    setFailure(null);
    const answer = await settleDrift(live.id, { choice, state: live.drift.state });
    setPending(null);
    if (!answer.ok) return setFailure(answer.failure.code);
    const { deployment, flowId } = answer.value;
    if (deployment) return publication.take(async () => ({ ok: true, value: deployment }));
    if (flowId !== null) return navigate(`/flows/${flowId}`);
    const now = messagesNow(serviceMessages);
    notify({ text: choice === 'keep' ? now.kept : now.adopted, tone: 'success' });
    await refresh();
    return open();
  };
  const lookAgain = async () => {
    setFailure(null);
    await compareNow(live.id);
    await refresh();
  };
  return (
    <>
      {failure !== null && (
        <Banner
          tone="danger"
          action={
            <Button size="small" onPress={() => void lookAgain()}>
              {t.lookAgain}
            </Button>
          }
        >
          {say(failure)}
        </Banner>
      )}
      {live.drift && (
        <DriftPart
          drift={live.drift}
          pending={pending}
          onChoose={(choice) => void choose(choice)}
          isOnLink={isOnLink}
        />
      )}
      <ServicePart
        service={service}
        title={isOnLink ? t.nowOnLink : t.now}
        onRestore={(id) => void publication.take(() => restore(id))}
        {...(onUnpublish ? { onUnpublish: () => onUnpublish(live.id) } : {})}
      />
    </>
  );
}
