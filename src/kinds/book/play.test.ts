/** Book and Send on the telephone: whatever our endpoints answer, the compiled flow leaves by the way that is drawn for it. */
import { describe, expect, it } from 'vitest';
import type { FlowDocument } from '../../flow/document.ts';
import { drawing } from '../../templates/template.ts';
import { testSandbox } from '../../vapi/sandbox/testing.ts';
import { checkFlow, compileFlow } from '../registry.ts';
import { RUNTIME } from '../testing/runtime.ts';
import { offerWords } from './moment.ts';

const DAY = [{ from: 540, to: 1080 }];
const WORDS = {
  fr: {
    greeting: 'Cabinet Martin, bonjour.',
    disclosure: 'Je suis un assistant automatisé.',
    question: 'À quel nom ?',
    confirmation: 'C’est noté pour {{moment}}.',
    text: 'Cabinet Martin : {{patient}}, rendez-vous {{moment}}.',
    closings: ['Merci, à bientôt.', 'Rien de libre.', 'Agenda en panne.', 'Pas de SMS.'],
    lines: ['Zoé Durand', 'jeudi matin'],
    slot: 'jeudi 26 novembre à 10 h',
    looking: 'Un instant, je consulte l’agenda.',
    offered:
      'Je n’ai pas pu réserver à ce moment-là. Les prochains créneaux libres sont jeudi 26 novembre à 15 h ou vendredi 27 novembre à 9 h 30.',
    unreachable: 'Je n’arrive pas à consulter l’agenda pour le moment.',
  },
  en: {
    greeting: 'Good morning.',
    disclosure: 'I am an automated assistant.',
    question: 'What name is it?',
    confirmation: 'Done.',
    text: 'For {{patient}}: {{moment}}.',
    closings: ['See you soon.', 'Nothing is free.', 'The calendar is down.', 'No text message.'],
    lines: ['Zoe Smith', 'Thursday morning'],
    slot: 'Thursday, November 26 at 10',
    looking: 'One moment, I am looking at the calendar.',
    offered:
      'I could not book that time. The next free times are Thursday, November 26 at 3 PM or Friday, November 27 at 9:30 AM.',
    unreachable: 'I cannot reach the calendar right now.',
  },
} as const;
type Language = keyof typeof WORDS;

/** Ask, book, send, and an end of its own for every way out. */
function practice(language: Language, to = 'caller'): FlowDocument {
  const words = WORDS[language];
  const end = (closing: string) => ({ closing, outcome: '' });
  return drawing('Cabinet Martin', language)
    .collect('patient', 'name', 'Patient')
    .collect('moment', 'text', 'Moment')
    .collect('mobile', 'phone', 'Mobile')
    .open('main', 'Main', [DAY, DAY, DAY, DAY, DAY, [], []])
    .step('answer', 'answer', 'Answer', {
      greeting: words.greeting,
      disclosure: words.disclosure,
      assistantName: '',
    })
    .step('ask', 'ask', 'Ask', {
      question: words.question,
      items: ['patient', 'moment', ...(to === 'mobile' ? ['mobile'] : [])].map((information) => ({
        information,
        optional: false,
      })),
      readBack: false,
    })
    .step('book', 'book', 'Book', {
      service: 'Consultation',
      minutes: 20,
      hours: 'main',
      buffer: 5,
      notice: 2,
      when: 'moment',
      name: 'patient',
      phone: '',
      confirmation: words.confirmation,
    })
    .step('send', 'send', 'Send', { channel: 'sms', to, address: '', subject: '', text: words.text })
    .step('done', 'hang-up', 'Done', end(words.closings[0]))
    .step('full', 'hang-up', 'Full', end(words.closings[1]))
    .step('broken', 'hang-up', 'Broken', end(words.closings[2]))
    .step('unsent', 'hang-up', 'Unsent', end(words.closings[3]))
    .link('answer', 'next', 'ask')
    .link('ask', 'got-it', 'book')
    .link('ask', 'would-not-say', 'broken')
    .link('book', 'booked', 'send')
    .link('book', 'no-slot', 'full')
    .link('book', 'problem', 'broken')
    .link('send', 'sent', 'done')
    .link('send', 'problem', 'unsent')
    .build();
}

type Endpoint = () => Response | Promise<Response>;
const answers =
  (body: unknown, status = 200): Endpoint =>
  () =>
    new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });
const timesOut: Endpoint = () => Promise.reject(new DOMException('too late', 'TimeoutError'));

/** Calls the published flow; gives all that was said and what the endpoints got. */
async function callAndAnswer(
  document: FlowDocument,
  lines: readonly string[],
  endpoints: { readonly book: Endpoint; readonly send: Endpoint },
  runtime = true,
) {
  const requests: { endpoint: string; body: Record<string, unknown> }[] = [];
  const { send } = testSandbox({
    fetch: async (url, init) => {
      const endpoint = url.split('/').at(-1) as 'book' | 'send';
      requests.push({ endpoint, body: JSON.parse(String(init.body)) as Record<string, unknown> });
      return endpoints[endpoint]();
    },
  });
  const { payload } = compileFlow(document, { mode: 'publish', ...(runtime ? { runtime: RUNTIME } : {}) });
  const [path, body] =
    payload!.type === 'squad' ? ['squad', payload!.squad] : ['assistant', payload!.assistant];
  const made = await send('POST', `/${path}`, body);
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  const [number] = (await send('GET', '/phone-number')).body;
  await send('PATCH', `/phone-number/${number.id}`, { [`${path}Id`]: made.body.id });
  const call = await send('POST', '/sandbox/line/calls', { to: number.number, from: '+33612345678' }, null);
  const said: string[] = [...call.body.said];
  let ended = false;
  for (const text of lines) {
    const turn = await send('POST', `/sandbox/line/calls/${call.body.callId}/say`, { text }, null);
    said.push(...turn.body.said);
    ended = turn.body.ended;
  }
  expect(ended).toBe(true);
  return { said: said.join('\n'), requests };
}

const SENT = answers({ outcome: 'sent' });

describe.each(['fr', 'en'] as const)('on the telephone (%s)', (language) => {
  const words = WORDS[language];
  const document = practice(language);
  const booked = answers({ outcome: 'booked', slot: words.slot });
  const [done, full, broken, unsent] = words.closings;

  it('is a drawing without errors', () => {
    expect(checkFlow(document).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('books what was asked for, says for when, and sends it to the caller', async () => {
    const { said, requests } = await callAndAnswer(document, words.lines, { book: booked, send: SENT });
    expect(said).toContain(words.looking);
    expect(said).toContain(words.slot);
    expect(said).not.toMatch(/[[\]{}]/);
    expect(said.trimEnd().endsWith(done)).toBe(true);
    expect(requests.map(({ endpoint }) => endpoint)).toEqual(['book', 'send']);
    expect(requests[0]!.body).toMatchObject({
      flow: 'f1',
      caller: '+33612345678',
      node: 'book',
      language,
      service: 'Consultation',
      minutes: 20,
      buffer: 5,
      notice: 2,
      when_property: 'moment',
      name_property: 'patient',
      patient: words.lines[0],
      moment: words.lines[1],
    });
    expect(JSON.parse(String(requests[0]!.body.hours))).toEqual({
      timeZone: 'Europe/Paris',
      week: [[[540, 1080]], [[540, 1080]], [[540, 1080]], [[540, 1080]], [[540, 1080]], [], []],
      holidays: 'none',
      exceptions: [],
    });
    // The moment is the one that was booked, exactly; the name was said in this conversation and comes beside the text.
    expect(requests[1]!.body).toMatchObject({
      node: 'send',
      channel: 'sms',
      to: '+33612345678',
      text: words.text.replace('{{patient}}', '[patient]').replace('{{moment}}', words.slot),
      patient: words.lines[0],
    });
  });

  it.each([
    ['nothing free', answers({ outcome: 'no-slot', offer: '' }), full],
    ['an error of the server', answers({ error: 'x' }, 500), broken],
    ['no answer in time', timesOut, broken],
    ['no JSON', answers('<html>booking</html>'), broken],
    ['an outcome that is not known', answers({ outcome: 'perhaps' }), broken],
  ])('goes the drawn way after %s', async (_, book, closing) => {
    const { said, requests } = await callAndAnswer(document, words.lines, { book, send: SENT });
    expect(said.trimEnd().endsWith(closing)).toBe(true);
    expect(said).not.toContain(words.slot);
    expect(requests.map(({ endpoint }) => endpoint)).toEqual(['book']);
  });

  it('says what is free instead before it goes on', async () => {
    const free = [Date.UTC(2026, 10, 27, 8, 30), Date.UTC(2026, 10, 26, 14)];
    const offer = offerWords(free, language, 'Europe/Paris', Date.UTC(2026, 10, 23));
    const book = answers({ outcome: 'no-slot', offer });
    const { said } = await callAndAnswer(document, words.lines, { book, send: SENT });
    expect(said).toContain(words.offered);
    expect(said.indexOf(words.offered)).toBeLessThan(said.lastIndexOf(full));
  });

  it.each([
    ['an error of the server', answers({ error: 'x' }, 500)],
    ['no answer in time', timesOut],
    ['an outcome that is not known', answers({ outcome: 'no' })],
  ])('goes on without a message after %s', async (_, send) => {
    const { said } = await callAndAnswer(document, words.lines, { book: booked, send });
    expect(said.trimEnd().endsWith(unsent)).toBe(true);
  });

  it('says in the language of the call that the calendar cannot be reached', async () => {
    const { said } = await callAndAnswer(document, words.lines, { book: timesOut, send: SENT });
    expect(said).toContain(words.unreachable);
  });

  it('answers without our endpoints, and takes the failure exit', async () => {
    const { said, requests } = await callAndAnswer(
      document,
      words.lines,
      { book: booked, send: SENT },
      false,
    );
    expect(said.trimEnd().endsWith(broken)).toBe(true);
    expect(requests).toEqual([]);
  });
});

it('sends to a number that the caller has just given', async () => {
  const document = practice('fr', 'mobile');
  const { requests } = await callAndAnswer(document, [...WORDS.fr.lines, '06 98 76 54 32'], {
    book: answers({ outcome: 'booked', slot: 'lundi' }),
    send: SENT,
  });
  expect(requests[1]!.body).toMatchObject({ to: '[mobile]', mobile: expect.stringMatching(/98/) });
});
