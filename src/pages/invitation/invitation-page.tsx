/** An invitation, for somebody who is signed in: what it offers, and accepting it. */
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { acceptInvitation } from '../../data/people.ts';
import { type Person, signOut } from '../../data/session.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { InvitationAnswer } from '../../publish/people-wire.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { notify } from '../../ui/toast.tsx';
import { Door } from '../door.tsx';
import { forgetInvitation } from './invitation-address.ts';
import { messages } from './messages.ts';
import { useInvitation } from './use-invitation.ts';

export interface InvitationPageProps {
  readonly token: string;
  readonly person: Person;
  readonly onJoined: (workspaceId: string) => void;
}

export function InvitationPage({ token, person, onJoined }: InvitationPageProps) {
  const t = useMessages(messages);
  const invitation = useInvitation(token);
  // from here on the address holds it
  useEffect(forgetInvitation, []);
  return (
    <Door title={t.title}>
      {invitation.status === 'pending' && <Skeleton className="h-40 rounded-card" />}
      {invitation.status === 'refused' && (
        <Refused code={invitation.code} person={person} mayBeAnother={false} />
      )}
      {invitation.status === 'open' && (
        <Offer token={token} offer={invitation.offer} person={person} onJoined={onJoined} />
      )}
    </Door>
  );
}

type OfferProps = InvitationPageProps & { readonly offer: InvitationAnswer };

function Offer({ token, offer, person, onJoined }: OfferProps) {
  const t = useMessages(messages);
  const accept = useMutation({
    mutationFn: () => acceptInvitation(token),
    onSuccess: (accepted) => {
      if (!accepted.ok) return;
      const { isNew, workspaceId } = accepted.value;
      notify({ tone: 'success', text: (isNew ? t.joined : t.alreadyIn)(offer.workspace) });
      onJoined(workspaceId);
    },
  });
  const isOther = person.email.toLowerCase() !== offer.email;
  const refusal = accept.data !== undefined && !accept.data.ok ? accept.data.failure.code : null;
  if (isOther || refusal !== null)
    return <Refused code={refusal ?? 'invitation-other-email'} person={person} offer={offer} mayBeAnother />;
  return (
    <>
      <h1 className="text-lg font-semibold text-balance">{t.heading(offer.workspace)}</h1>
      <p className="mt-1.5 text-base text-pretty">
        {offer.inviter === '' ? t.fromNobody : t.from(offer.inviter)}
      </p>
      <p className="mt-3 text-base text-pretty text-muted">{t.roles[offer.role]}</p>
      <Button
        variant="primary"
        className="mt-6 w-full"
        isPending={accept.isPending}
        onPress={() => accept.mutate()}
      >
        {t.accept}
      </Button>
      <ButtonLink href="/flows" variant="ghost" className="mt-2 w-full">
        {t.notNow}
      </ButtonLink>
      <p className="mt-5 border-t border-line pt-4 text-sm text-muted">{t.signedInAs(person.email)}</p>
    </>
  );
}

interface RefusedProps {
  readonly code: string;
  readonly person: Person;
  readonly offer?: InvitationAnswer;
  /** Signing in as somebody else may help. */
  readonly mayBeAnother: boolean;
}

function Refused({ code, person, offer, mayBeAnother }: RefusedProps) {
  const t = useMessages(messages);
  const say = useFailureText();
  return (
    <>
      <h1 className="mb-4 text-lg font-semibold text-balance">{t.failedTitle}</h1>
      <Banner tone="warning">
        <p>{say(code)}</p>
        {offer !== undefined && <p className="mt-1.5">{t.forAddress(offer.email)}</p>}
      </Banner>
      <div className="mt-5 flex flex-col gap-2">
        {mayBeAnother && (
          <Button variant="primary" onPress={() => void signOut()}>
            {t.otherAccount}
          </Button>
        )}
        <ButtonLink href="/flows" variant={mayBeAnother ? 'ghost' : 'secondary'}>
          {t.toApp}
        </ButtonLink>
      </div>
      <p className="mt-5 border-t border-line pt-4 text-sm text-muted">{t.signedInAs(person.email)}</p>
    </>
  );
}
