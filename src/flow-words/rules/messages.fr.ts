/** What the rules that hold at any time are called, in French. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  'wants-human': 'L’appelant veut une personne',
  emergency: 'Urgence',
  robot: '« Êtes-vous un robot ? »',
  silence: 'L’appelant se tait',
  unclear: 'L’appelant n’est pas compris',
  language: 'Une autre langue',
  angry: 'L’appelant est en colère',
} satisfies Messages<typeof en>;
