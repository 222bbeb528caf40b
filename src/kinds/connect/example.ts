/** What the help shows of “Connect a tool”, in both languages of the call. Pure. */
import type { CallLanguage } from '../../flow/document.ts';
import { type HelpExample, informationNamed } from '../help-example.ts';

export const example = (language: CallLanguage): HelpExample => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  return {
    data: {
      label: say('Look the order up', 'Chercher la commande'),
      method: 'GET',
      url: 'https://api.example.com/orders/{{order}}',
      headers: [],
      body: [],
      answers: [{ path: 'state', information: 'state' }],
      timeoutSeconds: 5,
      say: say('One moment, I am looking your order up.', 'Un instant, je cherche votre commande.'),
    },
    information: [
      informationNamed('order', 'number', say('Order number', 'Numéro de commande')),
      informationNamed('state', 'text', say('State of the order', 'État de la commande')),
    ],
    exit: 'worked',
    before: [
      { by: 'caller', text: say('Order number four hundred and twelve.', 'La commande quatre cent douze.') },
    ],
    after: [{ by: 'assistant', text: say('It left this morning.', 'Elle est partie ce matin.') }],
  };
};
