/** A drawing of any size that looks like people's: desks with a choice, questions, a rule, a transfer, and shared ends. */
import { DEFAULT_ANYTIME } from '../../flow/anytime/defaults.ts';
import { DEFAULT_SETTINGS, DOCUMENT_FORMAT, type FlowDocument } from '../../flow/document.ts';

/** About `steps` steps (a multiple of ten, plus one), deterministic; nothing is wrong with it but its size. */
export function largeFlow(steps: number): FlowDocument {
  const nodes: Record<string, unknown> = {};
  const edges: Record<string, unknown> = {};
  const information: Record<string, unknown> = {};
  const add = (id: string, kind: string, index: number, data: unknown) => {
    nodes[id] = {
      id,
      kind,
      title: `${kind} ${index}`,
      position: { x: (index % 40) * 360, y: Math.floor(index / 40) * 260 },
      data,
    };
  };
  const link = (from: string, exit: string, to: string) => {
    edges[`${from}-${exit}`] = { id: `${from}-${exit}`, from, exit, to };
  };
  const text = 'Merci de patienter, je regarde ce que je peux faire pour vous dans notre agenda.';
  add('answer', 'answer', 0, {
    greeting: 'Cabinet Martin, bonjour.',
    disclosure: 'Je suis l’assistant vocal automatisé.',
    assistantName: '',
  });
  const blocks = Math.max(1, Math.floor(steps / 10));
  for (let block = 0; block < blocks; block += 1) {
    const id = (name: string) => `${name}${block}`;
    const next = block + 1 < blocks ? `wish${block + 1}` : id('end');
    for (const name of ['name', 'phone', 'guests'])
      information[`${name}_${block}`] = {
        id: `${name}_${block}`,
        name: `${name} ${block}`,
        type: name === 'guests' ? 'number' : name,
      };
    add(id('wish'), 'understand', block * 10 + 1, {
      question: 'Que puis-je faire pour vous ?',
      choices: Object.entries({ a: 'devis', b: 'facture', c: 'livraison' }).map(([choice, word]) => ({
        id: choice,
        label: `${word} ${block}`,
        examples: [`${word}. ${text}`, `${text} ${word}`],
      })),
    });
    add(id('say'), 'say', block * 10 + 2, { text, exactly: true });
    add(id('ask'), 'ask', block * 10 + 3, {
      question: 'À quel nom ?',
      items: ['name', 'phone', 'guests'].map((name) => ({
        information: `${name}_${block}`,
        optional: false,
      })),
      readBack: true,
    });
    add(id('thanks'), 'say', block * 10 + 4, { text: `Merci {{name_${block}}}, ${text}`, exactly: false });
    add(id('open'), 'decide', block * 10 + 5, {
      cases: [{ id: 'yes', name: '', match: 'all', rules: [{ type: 'open', hours: 'office', is: true }] }],
    });
    add(id('desk'), 'transfer', block * 10 + 6, {
      message: text,
      people: [{ name: 'Accueil', number: '01 99 00 12 34' }],
      tellWhy: false,
    });
    add(id('sorry'), 'say', block * 10 + 7, { text, exactly: true });
    add(id('note'), 'ask', block * 10 + 8, {
      question: 'Quel message ?',
      items: [{ information: `phone_${block}`, optional: true }],
      readBack: false,
    });
    add(id('more'), 'understand', block * 10 + 9, {
      question: 'Autre chose ?',
      choices: [
        { id: 'yes', label: 'oui', examples: ['volontiers'] },
        { id: 'no', label: 'non', examples: ['c’est tout'] },
      ],
    });
    add(id('end'), 'hang-up', block * 10 + 10, { closing: 'Merci, au revoir.', outcome: 'Fini' });
    link(id('wish'), 'a', id('say'));
    link(id('wish'), 'b', id('open'));
    link(id('wish'), 'c', id('note'));
    link(id('wish'), 'something-else', id('sorry'));
    link(id('say'), 'next', id('ask'));
    link(id('ask'), 'got-it', id('thanks'));
    link(id('ask'), 'would-not-say', id('open'));
    link(id('thanks'), 'next', id('more'));
    link(id('open'), 'yes', id('desk'));
    link(id('open'), 'otherwise', id('note'));
    link(id('desk'), 'no-answer', id('note'));
    link(id('sorry'), 'next', id('note'));
    link(id('note'), 'got-it', id('more'));
    link(id('note'), 'would-not-say', id('more'));
    link(id('more'), 'yes', next);
    link(id('more'), 'no', id('end'));
    link(id('more'), 'something-else', id('end'));
  }
  link('answer', 'next', 'wish0');
  const open = [{ from: 540, to: 1080 }];
  const hours = {
    office: {
      id: 'office',
      name: 'Bureau',
      timeZone: 'Europe/Paris',
      week: [open, open, open, open, open, [], []],
      holidays: 'none',
      exceptions: [],
      shared: null,
    },
  };
  return {
    format: DOCUMENT_FORMAT,
    name: 'Grand',
    language: 'fr',
    nodes,
    edges,
    information,
    hours,
    settings: DEFAULT_SETTINGS,
    anytime: DEFAULT_ANYTIME,
  } as unknown as FlowDocument;
}
