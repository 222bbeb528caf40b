/** Above the sign-in: who was invited, and with which address to come in. */
import { useEffect } from 'react';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Banner } from '../../ui/banner.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { keepInvitation } from './invitation-address.ts';
import { messages } from './messages.ts';
import type { Invitation } from './use-invitation.ts';

export interface InvitationNoticeProps {
  readonly token: string;
  readonly invitation: Invitation;
}

export function InvitationNotice({ token, invitation }: InvitationNoticeProps) {
  const t = useMessages(messages);
  const say = useFailureText();
  useEffect(() => {
    if (invitation.status === 'open') keepInvitation(token);
  }, [invitation.status, token]);
  switch (invitation.status) {
    case 'pending':
      return <Skeleton className="mb-5 h-14 rounded-lg" />;
    case 'open':
      return (
        <Banner className="mb-5">{t.signInFirst(invitation.offer.workspace, invitation.offer.email)}</Banner>
      );
    case 'refused':
      return (
        <Banner tone="danger" className="mb-5">
          {say(invitation.code)}
        </Banner>
      );
  }
}
