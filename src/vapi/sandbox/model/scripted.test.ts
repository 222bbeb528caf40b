/** The scripted model on scripts written by hand, in both languages: what it says, calls and asks. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printScript } from '../../script/print.ts';
import type { PrintableScript, ScriptStep } from '../../script/script.ts';
import type { ModelMessage, ModelTool, ModelView } from './model.ts';
import { scriptedModel } from './scripted.ts';

const tool = (name: string, keys: readonly string[] = [], required = keys, type = 'handoff'): ModelTool => ({
  name,
  description: '',
  type,
  parameters: {
    type: 'object',
    properties: Object.fromEntries(
      keys.map((key) => [
        key,
        key === 'destination' ? { type: 'string', enum: ['Partie 2'] } : { type: 'string' },
      ]),
    ),
    required: [...required],
  },
});

const scriptOf = (
  steps: readonly ScriptStep[],
  rest: Partial<PrintableScript> & Pick<PrintableScript, 'language'>,
): string => printScript({ begin: { start: 1, opened: false }, steps, ...rest });

/** Plays turns; a tool's answer is written `{ tool: 'result' }`. Gives what the model did, one line an act. */
async function play(
  prompt: string,
  tools: readonly ModelTool[],
  turns: readonly (string | { readonly tool: string })[],
  greeted = false,
): Promise<{ acts: string[]; view: ModelView }> {
  const messages: ModelMessage[] = greeted ? [{ role: 'assistant', content: 'Bonjour.', toolCalls: [] }] : [];
  const view = (): ModelView => ({
    prompt,
    tools,
    context: [],
    messages,
    greeted,
    now: Date.UTC(2026, 10, 25, 9),
  });
  const acts: string[] = [];
  const reply = async () => {
    const { content, toolCalls } = await scriptedModel.reply(view());
    messages.push({ role: 'assistant', content, toolCalls });
    if (content !== '') acts.push(content.replaceAll('\u202f', ' '));
    for (const call of toolCalls) acts.push(`${call.name} ${JSON.stringify(call.arguments)}`);
    return toolCalls[0];
  };
  let pending = greeted ? undefined : await reply();
  for (const turn of turns) {
    if (typeof turn === 'string') messages.push({ role: 'user', content: turn });
    else messages.push({ role: 'tool', name: pending?.name ?? '', content: turn.tool });
    pending = await reply();
  }
  return { acts, view: view() };
}

const ASK: ScriptStep[] = [
  {
    number: 1,
    title: 'Coordonnées',
    instruction: {
      do: 'ask',
      question: 'Quel est votre nom ?',
      items: [
        { key: 'nom', label: 'Nom', type: 'name', choices: [], optional: false },
        { key: 'tel', label: 'Numéro de téléphone', type: 'phone', choices: [], optional: false },
      ],
      readBack: true,
      to: { tool: 'suite' },
      refused: { step: 2 },
    },
  },
  {
    number: 2,
    title: 'Fin',
    instruction: { do: 'end', tool: 'endCall', closing: 'Au revoir.' },
  },
];

describe('a script that asks', () => {
  const prompt = scriptOf(ASK, { language: 'fr' });
  const tools = [tool('suite', ['destination', 'nom', 'tel']), tool('endCall', [], [], 'endCall')];

  it('asks one thing at a time, reads back, and passes what it knows on', async () => {
    const { acts } = await play(prompt, tools, ['Anna Martin', '06 12 34 56 78', 'oui']);
    expect(acts).toEqual([
      'Quel est votre nom ?',
      'Pouvez-vous me donner votre numéro de téléphone ?',
      'Je récapitule : nom : Anna Martin, numéro de téléphone : 06 12 34 56 78. C’est bien cela ?',
      'suite {"destination":"Partie 2","nom":"Anna Martin","tel":"0612345678"}',
    ]);
  });

  it('takes what is volunteered', async () => {
    const { acts } = await play(prompt, tools, ['Anna Martin, au 06 12 34 56 78', 'oui']);
    expect(acts.at(-1)).toContain('"tel":"0612345678"');
    expect(acts).toHaveLength(3);
  });

  it('takes a correction in the objection, and one after a question', async () => {
    const corrected = await play(prompt, tools, [
      'Anna',
      '0612345678',
      'non, c’est le 06 12 34 56 79',
      'oui',
    ]);
    expect(corrected.acts.at(-1)).toContain('"tel":"0612345679"');
    const asked = await play(prompt, tools, ['Anna', '0612345678', 'non', 'le nom', 'Anne', 'c’est ça']);
    expect(asked.acts.slice(3, 5)).toEqual(['Que dois-je corriger ?', 'Pouvez-vous me donner votre nom ?']);
    expect(asked.acts.at(-1)).toContain('"nom":"Anne"');
  });

  it('asks again what it did not understand, and gives up in the end', async () => {
    const { acts } = await play(prompt, tools, ['Anna', 'euh', 'alors', 'bof', { tool: 'Success.' }]);
    expect(acts[2]).toBe(
      'Pardon, je n’ai pas bien compris. Pouvez-vous me donner votre numéro de téléphone ?',
    );
    expect(acts.slice(-2)).toEqual(['Au revoir.', 'endCall {}']);
  });

  it('leaves by the refusal', async () => {
    const { acts } = await play(prompt, tools, ['je préfère ne pas le donner']);
    expect(acts.slice(1)).toEqual(['Au revoir.', 'endCall {}']);
  });

  it('listens first when the first message has asked', async () => {
    const opened = scriptOf(ASK, { language: 'fr', begin: { start: 1, opened: true } });
    const { acts } = await play(opened, tools, ['Anna Martin'], true);
    expect(acts).toEqual(['Pouvez-vous me donner votre numéro de téléphone ?']);
  });

  it('tells what it has gathered', async () => {
    const { view } = await play(prompt, tools, ['Anna Martin', '06 12 34 56 78', 'oui']);
    expect(await scriptedModel.gathered(view)).toEqual({ nom: 'Anna Martin', tel: '0612345678' });
  });
});

describe('optional items', () => {
  const steps: ScriptStep[] = [
    {
      number: 1,
      title: 'Details',
      instruction: {
        do: 'ask',
        question: 'How many guests?',
        items: [
          { key: 'guests', label: 'Number of guests', type: 'number', choices: [], optional: false },
          { key: 'wish', label: 'special wish', type: 'text', choices: [], optional: true },
        ],
        readBack: false,
        to: { tool: 'next' },
        refused: { tool: 'refused' },
      },
    },
  ];
  const prompt = scriptOf(steps, { language: 'en' });
  const tools = [tool('next', ['guests', 'wish'], ['guests']), tool('refused')];

  it('are asked once and never insisted on', async () => {
    const { acts } = await play(prompt, tools, ['We will be eight', 'No']);
    expect(acts).toEqual(['How many guests?', 'What is the special wish?', 'next {"guests":"8"}']);
  });

  it('are taken when given', async () => {
    const { acts } = await play(prompt, tools, ['eight', 'A window seat']);
    expect(acts.at(-1)).toBe('next {"guests":"8","wish":"A window seat"}');
  });
});

describe('a script that chooses', () => {
  const steps: ScriptStep[] = [
    {
      number: 1,
      title: 'Wish',
      instruction: {
        do: 'choose',
        question: 'How can I help?',
        choices: [
          { label: 'Book a table', examples: ['reservation for two'], to: { step: 2 } },
          { label: 'Opening hours', examples: ['when are you open'], to: { step: 3 } },
        ],
        otherwise: { step: 4 },
      },
    },
    {
      number: 2,
      title: 'Book',
      instruction: { do: 'say', exact: false, text: 'Gladly.', to: { tool: 'book' } },
    },
    {
      number: 3,
      title: 'Hours',
      instruction: { do: 'say', exact: true, text: 'Nine to five.', to: { step: 1 } },
    },
    {
      number: 4,
      title: 'Pass on',
      instruction: {
        do: 'transfer',
        tool: 'transferCall',
        destination: '+14155550111',
        otherwise: { step: 5 },
      },
    },
    { number: 5, title: 'End', instruction: { do: 'end', tool: 'endCall', closing: 'Bye.' } },
  ];
  const tools = [
    tool('book', ['destination']),
    tool('transferCall', [], [], 'transferCall'),
    tool('endCall', [], [], 'endCall'),
  ];
  const prompt = scriptOf(steps, { language: 'en' });

  it('follows the wish', async () => {
    const { acts } = await play(prompt, tools, ['I want to book a table']);
    expect(acts).toEqual(['How can I help?', 'Gladly.', 'book {"destination":"Partie 2"}']);
  });

  it('takes a wish that comes before the question', async () => {
    const { acts } = await play(prompt, tools, ['Hello, when do you open?'], true);
    expect(acts).toEqual(['Nine to five. How can I help?']);
  });

  it('asks once more, then goes the other way; a transfer that fails goes on', async () => {
    const { acts } = await play(prompt, tools, ['Bananas', 'Oranges', { tool: 'nobody answered' }]);
    expect(acts).toEqual([
      'How can I help?',
      'Sorry, I did not catch that. How can I help?',
      'transferCall {"destination":"+14155550111"}',
      'Bye.',
      'endCall {}',
    ]);
  });

  it('reports each new step to the progress tool', async () => {
    const preview = scriptOf(steps, { language: 'en', progressTool: 'mark' });
    const { acts } = await play(
      preview,
      [...tools, tool('mark', ['step', 'name'], ['step'], 'function')],
      ['Opening hours?', { tool: 'Success.' }, { tool: 'Success.' }, { tool: 'Success.' }],
      true,
    );
    expect(acts).toEqual([
      'mark {"step":"1"}',
      'mark {"step":"3"}',
      'Nine to five.',
      'mark {"step":"1"}',
      'How can I help?',
    ]);
  });
});

describe('a script that computes', () => {
  const steps: ScriptStep[] = [
    {
      number: 1,
      title: 'Rule',
      instruction: {
        do: 'compute',
        tool: 'rule',
        uses: ['guests'],
        outcomes: [
          { outcome: 'yes', to: { tool: 'big' } },
          { outcome: 'otherwise', to: { tool: 'small' } },
        ],
      },
    },
  ];
  const prompt = `# Context\nAlready known:\n- guests: 9\n\n${scriptOf(steps, { language: 'en' })}`;
  const tools = [tool('rule', ['guests'], ['guests'], 'code'), tool('big'), tool('small')];

  it.each([
    ['yes', 'big {}'],
    ['{"outcome":"yes"}', 'big {}'],
    ['{"outcome":"otherwise"}', 'small {}'],
    ['No result returned.', 'small {}'],
  ])('follows the result %s', async (result, act) => {
    const { acts } = await play(prompt, tools, [{ tool: result }]);
    expect(acts).toEqual(['rule {"guests":"9"}', act]);
  });

  it.each([
    ['no', 'small {}'],
    ['Request failed with status 500.', 'sorry {}'],
  ])('goes where a tool that can fail says: %s', async (result, act) => {
    const outcomes = [{ outcome: 'no', to: { tool: 'small' } }];
    const step: ScriptStep = {
      number: 1,
      title: 'Book',
      instruction: { do: 'compute', tool: 'rule', uses: [], outcomes, failed: { tool: 'sorry' } },
    };
    const { acts } = await play(
      scriptOf([step], { language: 'fr' }),
      [...tools, tool('sorry')],
      [{ tool: result }],
    );
    expect(acts.slice(1)).toEqual([act]);
  });

  it('knows what a result told, by the names it has there, and says it', async () => {
    const known: ScriptStep[] = [
      {
        number: 1,
        title: 'Look up',
        instruction: {
          do: 'compute',
          tool: 'look',
          uses: [],
          outcomes: [{ outcome: '*', to: { step: 2 } }],
          failed: { tool: 'sorry' },
        },
      },
      {
        number: 2,
        title: 'Tell',
        instruction: { do: 'say', exact: false, text: 'It is [state].', to: { step: 3 } },
      },
      { ...steps[0]!, number: 3 },
    ];
    const { acts } = await play(
      scriptOf(known, { language: 'en' }),
      [tool('look', [], [], 'apiRequest'), ...tools, tool('sorry')],
      [{ tool: '{"order":{"state":"shipped","guests":9}}' }],
    );
    expect(acts.slice(1)).toEqual(['It is shipped.', 'rule {"guests":"9"}']);
  });

  it('takes another way out when the first is vetoed', async () => {
    const { acts } = await play(prompt, tools, [{ tool: 'yes' }, { tool: 'Tool call rejected.' }]);
    expect(acts.slice(1)).toEqual(['big {}', 'small {}']);
  });
});

describe('prompts of others', () => {
  const tools = [
    {
      ...tool('create_ticket', ['subject', 'phoneNumber'], ['subject', 'phoneNumber'], 'function'),
      description: 'Creates a support ticket for a problem',
    },
    tool('endCall', [], [], 'endCall'),
  ];

  it('asks for what a fitting tool needs, and says goodbye', async () => {
    const { acts } = await play('You are the helpful assistant of the shop.', tools, [
      'I have a problem with my order',
      'It is broken',
      '415 555 0100',
      'Yes',
      { tool: 'Ticket 7' },
      'Thanks, goodbye',
    ]);
    expect(acts).toEqual([
      'How can I help you?',
      'What is the subject?',
      'What is your phone number?',
      'Let me read that back. subject: It is broken, phone number: 415 555 0100. Is that right?',
      'create_ticket {"subject":"It is broken","phoneNumber":"4155550100"}',
      'Done. Ticket 7. Is there anything else I can do for you?',
      'endCall {}',
    ]);
  });

  it('acknowledges anything else, in the language of the prompt', async () => {
    const { acts } = await play(
      'Tu es l’assistant de la boutique et tu aides les clients.',
      [],
      ['La lune est belle'],
    );
    expect(acts).toEqual([
      'Que puis-je faire pour vous ?',
      'Je comprends. Puis-je faire autre chose pour vous ?',
    ]);
  });

  it('is the same every time', async () => {
    const once = await play('Hello', tools, ['I have a problem']);
    expect(await play('Hello', tools, ['I have a problem'])).toEqual(once);
  });
});

describe('anything at all', () => {
  const seed = Number(process.env.SEED ?? 20261123);
  const steps: ScriptStep[] = [
    {
      number: 1,
      title: 'All types',
      instruction: {
        do: 'ask',
        question: '',
        items: (
          ['name', 'phone', 'email', 'date', 'time', 'number', 'yes-no', 'address', 'text'] as const
        ).map((type) => ({ key: type.replace('-', '_'), label: type, type, choices: [], optional: false })),
        readBack: true,
        to: { step: 9 },
        refused: { tool: 'nowhere' },
      },
    },
  ];

  it('may be said: there is always an answer, and the same one', async () => {
    const prompt = scriptOf(steps, { language: 'fr' });
    const speech = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom('oui', 'non', 'demain', 'dix heures', '06 12 34 56 78', 'a arobase b point fr', 'Anna'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(speech, { maxLength: 12 }), async (turns) => {
        const once = await play(prompt, [], turns);
        expect(await play(prompt, [], turns)).toEqual(once);
      }),
      { seed, numRuns: 200 },
    );
  });
});
