/** What “Send” says by itself, and how its tool is described to the model, per language of the call. Pure. */
import type { CallLanguage } from '../../flow/document.ts';

export interface SendSpeech {
  /** Said to a caller who gets the message; what goes to somebody else is sent silently. */
  readonly sending: string;
  readonly failed: string;
  readonly stillSending: string;
  readonly tool: string;
}

export const SPEECH: Readonly<Record<CallLanguage, SendSpeech>> = {
  en: {
    sending: 'One moment, I am sending it to you.',
    failed: 'I could not send you the message.',
    stillSending: 'Just a little longer.',
    tool: 'Sends a message that is already written. Only fill in what the caller said; leave out what is not known.',
  },
  fr: {
    sending: 'Un instant, je vous l’envoie.',
    failed: 'Je n’ai pas réussi à vous envoyer le message.',
    stillSending: 'Encore un petit instant.',
    tool: 'Envoie un message déjà rédigé. Remplis seulement ce que la personne a dit ; laisse de côté ce qui n’est pas connu.',
  },
};
