/**
 * Where an invitation is in the address: in the fragment, which no server sees. Kept on this device while the person signs in,
 * because the link that confirms a new account leads to the start page. Knows no server.
 */
import { deviceStorage } from '../../data/device-storage.ts';

export const INVITATION_PATH = '/invitations';

/** The token of an address; null elsewhere. Pure. */
export function invitationToken({ pathname, hash }: { pathname: string; hash: string }): string | null {
  const token = hash.slice(1);
  return pathname === INVITATION_PATH && token !== '' ? token : null;
}

const KEPT = 'allokoli.invitation';

export function keepInvitation(token: string): void {
  deviceStorage.setItem(KEPT, token);
}

/** The address to go on with after signing in; null when nobody was invited. */
export function keptInvitation(): string | null {
  const token = deviceStorage.getItem(KEPT);
  return token === null ? null : `${INVITATION_PATH}#${token}`;
}

export function forgetInvitation(): void {
  deviceStorage.removeItem(KEPT);
}
