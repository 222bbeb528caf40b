/** What an invitation offers, or the code of why it cannot be accepted. Shows nothing. */
import { useQuery } from '@tanstack/react-query';
import type { ApiFailure } from '../../data/ask.ts';
import { readInvitation } from '../../data/people.ts';
import type { InvitationAnswer } from '../../publish/people-wire.ts';

export type Invitation =
  | { readonly status: 'pending' }
  | { readonly status: 'open'; readonly offer: InvitationAnswer }
  | { readonly status: 'refused'; readonly code: ApiFailure['code']; readonly retry: () => void };

const ENDED = {
  expired: 'invitation-expired',
  accepted: 'invitation-used',
  revoked: 'invitation-revoked',
} as const;

export function useInvitation(token: string): Invitation {
  const { data, isPending, refetch } = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => readInvitation(token),
    gcTime: 0,
  });
  const retry = () => void refetch();
  if (isPending || data === undefined) return { status: 'pending' };
  if (!data.ok) return { status: 'refused', code: data.failure.code, retry };
  const { state } = data.value;
  // a used one may be the person's own: the server tells them so when they open it signed in
  return state === 'open' || state === 'accepted'
    ? { status: 'open', offer: data.value }
    : { status: 'refused', code: ENDED[state], retry };
}
