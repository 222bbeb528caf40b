/** The places of the app, for the rail and the bottom bar. */
import { CircleHelp, Hash, type LucideIcon, PhoneCall, Settings, Workflow } from 'lucide-react';

export interface Place {
  readonly id: 'flows' | 'calls' | 'numbers' | 'settings' | 'help';
  readonly path: string;
  readonly Icon: LucideIcon;
}

export const PLACES: readonly Place[] = [
  { id: 'flows', path: '/flows', Icon: Workflow },
  { id: 'calls', path: '/calls', Icon: PhoneCall },
  { id: 'numbers', path: '/numbers', Icon: Hash },
  { id: 'settings', path: '/settings', Icon: Settings },
  { id: 'help', path: '/help', Icon: CircleHelp },
];

/** True on the place's page and on all pages below it. Pure. */
export function isInside(place: Place, pathname: string): boolean {
  return pathname === place.path || pathname.startsWith(`${place.path}/`);
}
