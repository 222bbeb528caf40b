/** Words for beginning a rehearsal at a step, in French. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = { playFromHere: 'Répéter à partir d’ici' } satisfies Messages<typeof en>;
