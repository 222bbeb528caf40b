/** Connect a tool: asks another system over HTTP, and keeps parts of its answer as information. Pure. */
import type { InformationId } from '../../flow/document.ts';
import { defineKind, type Exit } from '../../flow/kind.ts';
import { addressFault } from './address.ts';
import { checks } from './checks.ts';
import { lowerConnect } from './lower.ts';
import { type ConnectData, connectSchema, keptInformation, usedInformation } from './settings.ts';

const EXITS: readonly Exit[] = [
  { id: 'worked', role: 'next', because: 'tool-worked' },
  { id: 'problem', role: 'failure', because: 'tool-failed' },
];

export const connect = defineKind<'connect', ConnectData>({
  id: 'connect',
  family: 'act',
  advanced: true,
  schema: connectSchema,
  create: ({ language }) => ({
    label: '',
    method: 'POST',
    url: '',
    headers: [],
    body: [],
    answers: [],
    timeoutSeconds: 10,
    say: language === 'fr' ? 'Un instant, je vérifie.' : 'One moment, let me check.',
  }),
  exits: () => EXITS,
  sentences: (data) => [{ field: 'say', text: data.say }],
  collects: (data, exit) => (exit === 'worked' ? keptInformation(data) : []),
  uses: (data) => [
    ...new Set([
      ...usedInformation(data),
      ...data.answers.flatMap(({ information }) =>
        information === '' ? [] : [information as InformationId],
      ),
    ]),
  ],
  checks,
  lower: lowerConnect,
  simulate: (node, event, { fill }) => {
    if (addressFault(node.data.url) !== null || event.type === 'leave-by') {
      const worked =
        event.type === 'leave-by' && event.exit === 'worked' && addressFault(node.data.url) === null;
      return {
        said: [],
        result: {
          type: 'left',
          exit: worked ? 'worked' : 'problem',
          because: { code: worked ? 'tool-worked' : 'tool-failed', params: {} },
        },
      };
    }
    return {
      said: [fill(node.data.say)].filter((sentence) => sentence.trim() !== ''),
      result: { type: 'waiting', exits: ['worked', 'problem'] },
    };
  },
  examples: {
    ticket: {
      label: 'Ouvrir un dossier',
      method: 'POST',
      url: 'https://api.exemple.fr/dossiers',
      headers: [{ name: 'Accept-Language', value: 'fr' }],
      body: [
        { name: 'client', information: 'patient', value: '' },
        { name: 'origine', information: '', value: 'téléphone' },
      ],
      answers: [{ path: 'dossier.numero', information: 'ticket' }],
      timeoutSeconds: 10,
      say: 'Un instant, j’ouvre votre dossier.',
    },
    lookup: {
      label: 'Find the customer',
      method: 'GET',
      url: 'https://api.example.com/customers?phone={{phone}}',
      headers: [{ name: 'Authorization', value: 'secret:crm' }],
      body: [],
      answers: [{ path: 'data.tier', information: 'tier' }],
      timeoutSeconds: 5,
      say: '',
    },
    empty: {
      label: '',
      method: 'GET',
      url: '',
      headers: [],
      body: [],
      answers: [],
      timeoutSeconds: 10,
      say: '',
    },
  },
});
