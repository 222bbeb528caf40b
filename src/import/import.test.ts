/** Files of every shape become drawings that compile, with every branch of the file and nothing unsaid about guesses. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diffDocuments } from '../flow/diff/diff-documents.ts';
import type { FlowDocument, FlowEdge, NodeId } from '../flow/document.ts';
import { enumerateWays } from '../flow/paths.ts';
import { checkFlow, compileFlow, readFlow, registry } from '../kinds/registry.ts';
import { importFlow } from './import.ts';
import { GUESSES } from './problems.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const files = readdirSync(FIXTURES).flatMap((shape) =>
  readdirSync(join(FIXTURES, shape)).map((name) => `${shape}/${name.replace('.json', '')}`),
);
const textOf = (file: string) => readFileSync(join(FIXTURES, `${file}.json`), 'utf8');
const imported = (file: string) => importFlow(textOf(file)).document!;
const steps = (document: FlowDocument) => Object.values(document.nodes);
const byTitle = (document: FlowDocument, title: string) =>
  steps(document).find((node) => node.title === title)!;
/** Where an exit leads, by title or kind. */
const next = (document: FlowDocument, node: NodeId, exit: string) => {
  const edge = Object.values(document.edges).find((one) => one.from === node && one.exit === exit);
  const to = edge && document.nodes[edge.to];
  return to && (to.title ?? to.kind);
};

/** Advice that a file cannot be cleared of without making something up. */
const ADVICE = ['no-emergency-rule', 'no-person', 'sentence-too-long'];

describe.each(files)('%s', (file) => {
  const { source, document, problems } = importFlow(textOf(file));

  it('is known for what it is, and read without an error', () => {
    const shape = file.split('/')[0]!;
    expect(source).toBe(/^(assistant|squad|workflow)/.test(shape) ? `vapi-${shape}` : shape);
    expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
    for (const problem of problems) expect(GUESSES).toContain(problem.params.guess);
  });

  it('checks clean', () => {
    expect(readFlow(document).problems).toEqual([]);
    expect(checkFlow(document!).filter((problem) => !ADVICE.includes(problem.code))).toEqual([]);
  });

  it('compiles to few members and an accepted payload', () => {
    const compiled = compileFlow(document!, { mode: 'publish' });
    expect(compiled.problems.filter((problem) => problem.severity === 'error')).toEqual([]);
    expect(compiled.manifest.members.length).toBeGreaterThan(0);
    const count = steps(document!).filter((node) => registry.get(node.kind)?.family !== 'aid').length;
    expect(compiled.manifest.members.length).toBeLessThanOrEqual(Math.max(2, count / 4));
  });

  it('has a way to every step, and an end on every way', () => {
    const { ways } = enumerateWays(document!, registry);
    expect(ways.filter((way) => way.end === 'nowhere')).toEqual([]);
    const visited = new Set(ways.flatMap((way) => way.steps.map((step) => step.node)));
    const always = Object.values(document!.anytime).flatMap((rule) => (rule.goTo ? [rule.goTo] : []));
    for (const node of always) {
      visited.add(node);
      for (const one of visited)
        for (const edge of Object.values(document!.edges)) if (edge.from === one) visited.add(edge.to);
    }
    const missed = steps(document!).filter(
      (node) => registry.get(node.kind)?.family !== 'aid' && !visited.has(node.id),
    );
    expect(missed).toEqual([]);
  });

  it('says first that an automated assistant speaks, and has ids of its own', () => {
    const [first] = steps(document!);
    expect(first!.kind).toBe('answer');
    expect(steps(document!).map((node) => node.id)).toEqual(
      steps(document!).map((_, index) => `n${index + 1}`),
    );
  });

  it('says nothing that is neither in the file nor told', () => {
    const told = problems.map((problem) => String(problem.params.text)).join('\n');
    const known = `${JSON.stringify(JSON.parse(textOf(file)))}\n${told}`
      .replaceAll('\\"', '"')
      .replaceAll(/\s+/g, ' ');
    const spoken = steps(document!).flatMap((node) => registry.get(node.kind)!.sentences(node.data));
    const parts = spoken
      .flatMap(({ text }) => text.split(/(?<=[.!?…])\s+|\{\{[^}]*\}\}|…/))
      .map((part) => part.trim());
    const strange = parts.filter((part) => part.length > 2 && !known.includes(part.replaceAll(/\s+/g, ' ')));
    expect(strange).toEqual([]);
  });
});

describe('branches', () => {
  it('a front desk: each condition is a choice, the greeting goes before and the question stays', () => {
    const document = imported('workflow-dashboard/front-desk');
    const [answering] = steps(document);
    expect(answering!.data).toMatchObject({ greeting: 'Northside Dental, good morning.' });
    const desk = byTitle(document, 'Reception');
    expect(desk.data).toMatchObject({
      question: 'What can I do for you?',
      choices: [{ label: 'make an appointment' }, { label: 'the opening hours' }],
    });
    expect(next(document, desk.id, 'make-an-appointment')).toBe('New appointment');
    expect(next(document, desk.id, 'the-opening-hours')).toBe('Opening hours');
    expect(byTitle(document, 'New appointment').data).toMatchObject({
      question: 'Gladly. May I have your full name?',
      items: [{ information: 'full_name' }, { information: 'phone_number' }, { information: 'wished_day' }],
    });
    expect(Object.values(document.information).map((one) => one.type)).toEqual(['name', 'phone', 'date']);
    expect(byTitle(document, 'Opening hours').data).toEqual({
      text: 'We are open Monday to Friday, from eight to five.',
      exactly: true,
    });
  });

  it.each([
    ['workflow-api/speak-to-a-human', 'wants-human', 'Handover'],
    ['workflow-dashboard/speak-to-a-human', 'wants-human', 'Human'],
    ['workflow-dashboard/speak-to-a-human', 'emergency', 'Emergency'],
    ['workflow-guide/speak-to-a-human', 'wants-human', 'Human'],
  ] as const)('%s: what can be entered from anywhere is a rule of the lane (%s)', (file, rule, title) => {
    const document = imported(file);
    const { enabled, goTo, phrases } = document.anytime[rule];
    expect(enabled).toBe(true);
    expect(document.nodes[goTo!]!.title).toBe(title);
    expect(phrases.length).toBeGreaterThan(0);
  });

  it.each([
    ['workflow-api/order-status', 'Look up', 'Tell', 'Sorry'],
    ['workflow-dashboard/ticket', 'Create ticket', 'Done', 'Failed'],
    ['workflow-guide/delivery', 'Track', 'Tell', 'Unknown'],
    // "Not successful" is a failure.
    ['workflow-api/flight', 'Lookup', 'say', 'say'],
  ])('%s: a request has its failing path', (file, title, worked, failed) => {
    const document = imported(file);
    const request = byTitle(document, title);
    expect(next(document, request.id, 'worked')).toBe(worked);
    expect(next(document, request.id, 'problem')).toBe(failed);
  });

  it('logical conditions are rules, computed on what was asked', () => {
    const document = imported('workflow-guide/vip');
    const rule = steps(document).find((node) => node.kind === 'decide')!;
    expect(rule.data).toMatchObject({
      cases: [
        { rules: [{ information: 'tier', operator: 'is', value: 'gold' }] },
        { rules: [{ information: 'guests', operator: 'more-than', value: '8' }] },
      ],
    });
    const targets = Object.values(document.edges).filter((edge) => edge.from === rule.id);
    expect(targets.map((edge) => document.nodes[edge.to]!.title)).toEqual(['Gold', 'Group', 'Usual']);
  });

  it('what a short prompt tells to say is said, and only the rest is left out', () => {
    const said = (file: string) =>
      steps(imported(file)).flatMap((node) => (node.kind === 'say' ? [node.data] : []));
    expect(said('workflow-api/flight')).toContainEqual({
      text: 'Tell the user the flight is {{status}} at gate {{gate}}.',
      exactly: false,
    });
    expect(said('workflow-api/restaurant')).toContainEqual({
      text: 'Votre table pour {{couverts}} est réservée le {{date_1}} à {{heure}} au nom de {{nom}}.',
      exactly: true,
    });
    expect(byTitle(imported('workflow-api/real-estate'), 'Start').data.question).toBe(
      'Thanks for calling Harbor Realty, this is Ava. Are you looking to buy, sell, or rent?',
    );
  });

  it('the name of a tool that is not known is never read out', () => {
    const { document, problems } = importFlow(textOf('workflow-dashboard/outage'));
    expect(byTitle(document!, 'Bill').data).toEqual({ text: 'One moment, please.', exactly: true });
    const left = problems.filter((problem) => problem.params.guess === 'block-left-out');
    expect(left.map((problem) => problem.params.text)).toEqual(['Bill', 'Reports an outage']);
  });

  it('no to a yes/no question is an answer; what else it may mean is asked', () => {
    const document = imported('workflow-dashboard/tee-time');
    const offer = byTitle(document, 'Offer');
    expect(next(document, offer.id, 'would-not-say')).not.toBe('Details');
    expect(steps(document).find((node) => node.kind === 'understand')!.data).toMatchObject({
      choices: [{ label: 'declines and wants another day' }, { label: 'is not interested' }],
    });
  });

  it('circles stay circles', () => {
    const document = imported('workflow-api/question-round');
    const menu = byTitle(document, 'Menu');
    expect(next(document, byTitle(document, 'Prices').id, 'next')).toBe('Menu');
    expect(next(document, byTitle(document, 'Hours').id, 'next')).toBe('Menu');
    expect(
      enumerateWays(document, registry).ways.some(
        (way) => way.steps.filter(({ node }) => node === menu.id).length > 1,
      ),
    ).toBe(true);
  });

  it('a refusal that the file foresees has its own way', () => {
    const document = imported('workflow-guide/plombier');
    expect(document.language).toBe('fr');
    expect(next(document, byTitle(document, 'Fuite').id, 'would-not-say')).toBe('Refus');
  });

  it.each([
    ['squad/handoff', ['book a visit', 'a question about a bill'], ['say', 'say']],
    ['squad/legacy', ['moving', 'the bill'], ['say', 'say']],
  ])('%s: each destination is a choice', (file, labels) => {
    const document = imported(file);
    const choice = steps(document).find((node) => node.kind === 'understand')!;
    const found = (choice.data.choices as { label: string }[]).map(({ label }) => label);
    for (const [index, label] of labels.entries()) expect(found[index]).toContain(label);
  });

  it('what a squad says on the way from one member to the next is said', () => {
    const document = imported('squad/legacy');
    const choice = byTitle(document, 'First');
    const edge = Object.values(document.edges).find((one) => one.from === choice.id)!;
    expect(document.nodes[edge.to]!.data).toEqual({ text: 'One moment.', exactly: true });
  });

  it('a typebot: questions, buttons and conditions', () => {
    const document = imported('typebot/menu');
    expect(steps(document).map((node) => node.kind)).toEqual(
      expect.arrayContaining(['answer', 'understand', 'ask', 'decide', 'say', 'hang-up']),
    );
    expect(byTitle(document, 'Order').data).toMatchObject({ question: 'How many pizzas?' });
  });
});

describe('what is left behind', () => {
  it('secrets of headers, addresses and fields', () => {
    for (const file of [
      'workflow-api/order-status',
      'workflow-dashboard/ticket',
      'workflow-guide/delivery',
      'typebot/service',
    ]) {
      const { document, problems } = importFlow(textOf(file));
      expect(JSON.stringify({ document, problems })).not.toMatch(/sk_live|abc123|key_9f8e|dXNlcjpw|abcdef/);
      const found = problems.filter((problem) => problem.params.guess === 'secret-removed');
      expect(found.length).toBeGreaterThan(0);
      for (const problem of found) expect(problem.at.node).toBeDefined();
    }
  });

  it('numbers that are none', () => {
    const tool = { type: 'transferCall', destinations: [{ type: 'number', number: '{{rep}}' }] };
    const { document, problems } = importFlow(
      JSON.stringify({ nodes: [{ name: 'a', type: 'tool', tool }], edges: [] }),
    );
    expect(steps(document!).find((node) => node.kind === 'transfer')!.data).toMatchObject({
      people: [{ name: '', number: '' }],
    });
    expect(problems.map((problem) => problem.params.guess)).toEqual(
      expect.arrayContaining(['number-left-out', 'no-number']),
    );
  });
});

describe('our own export', () => {
  it.each(['workflow-dashboard/speak-to-a-human', 'typebot/menu'])('comes back as it was: %s', (file) => {
    const first = imported(file);
    const named = JSON.parse(
      JSON.stringify(first)
        .replaceAll(/"n(\d+)"/g, '"old-$1"')
        .replaceAll(/"e(\d+)"/g, '"link-$1"'),
    );
    const again = importFlow(JSON.stringify(named));
    expect(again).toMatchObject({ source: 'allokoli', problems: [] });
    expect(again.document).toEqual(named);
    expect(diffDocuments(named, again.document!, registry)).toEqual([]);
  });

  it('is left without links that hang loose', () => {
    const whole = imported('typebot/menu');
    const [edge] = Object.values<FlowEdge>(whole.edges);
    const lost = { ...edge!, id: 'lost', to: 'gone' };
    const again = importFlow(JSON.stringify({ ...whole, edges: { ...whole.edges, lost } }));
    expect(again.document).toEqual(whole);
    expect(again.problems).toMatchObject([
      { code: 'import/dangling-link', params: { path: '$.edges["lost"].to', id: 'gone' } },
    ]);
  });

  it('tells what a newer version has made', () => {
    const { document, problems } = importFlow('{"format":999,"nodes":{}}');
    expect(document).toBeNull();
    expect(problems.map((problem) => problem.code)).toEqual(['newer-format']);
  });
});

it('the language can be told', () => {
  const text = textOf('workflow-guide/front-desk');
  expect(importFlow(text).document!.language).toBe('en');
  expect(importFlow(text, { language: 'fr' }).document!.language).toBe('fr');
});
