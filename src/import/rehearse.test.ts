/** Imported drawings answer: the compiled result, played by the sandbox, goes along each branch of the file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { playFlow } from '../kinds/testing/play-flow.ts';
import { importFlow } from './import.ts';

it.each<[string, readonly string[], readonly string[]]>([
  [
    'workflow-api/front-desk',
    ['I want to book a visit', 'a haircut', 'December 24'],
    ['Welcome', 'Book', 'Thank booking'],
  ],
  [
    'workflow-api/front-desk',
    ['I want to cancel a visit', 'Zoe Smith'],
    ['Welcome', 'Cancel', 'Confirm cancel'],
  ],
  [
    'workflow-api/question-round',
    ['prices', 'opening hours', 'I am done'],
    ['Menu', 'Prices', 'Menu', 'Hours', 'Menu', 'End'],
  ],
  ['workflow-api/customer-tier', ['VIP'], ['Tier', 'Vip', 'Vip desk']],
  ['workflow-api/customer-tier', ['basic'], ['Tier', 'Usual', 'End']],
  ['workflow-api/speak-to-a-human', ['I want to speak to a human'], ['Start', 'Handover', 'To workshop']],
  ['workflow-dashboard/front-desk', ['the opening hours'], ['Reception', 'Opening hours']],
  ['workflow-dashboard/age-check', ['17', 'no'], ['Age', 'Too young', 'End']],
  ['workflow-dashboard/age-check', ['18', 'yes'], ['Age', 'Member', 'End']],
  ['workflow-dashboard/age-check', ['30', 'no'], ['Age', 'Guest', 'End']],
  ['workflow-dashboard/sondage', ['La personne a le temps', '9'], ['Introduction', 'Note', 'Merci', 'Fin']],
  ['workflow-guide/front-desk', ['a new matter', 'Zoe Smith', 'a contract'], ['Start', 'New matter', 'End']],
  ['workflow-guide/front-desk', ['an existing case', '4711'], ['Start', 'Existing', 'Transfer']],
  ['workflow-guide/vip', ['gold', '2'], ['Start', 'Gold', 'End']],
  ['workflow-guide/vip', ['silver', '9'], ['Start', 'Group', 'End']],
  ['workflow-guide/vip', ['silver', '2'], ['Start', 'Usual', 'End']],
  ['workflow-guide/plombier', ['une fuite', 'Je préfère ne pas répondre.'], ['Accueil', 'Fuite', 'Refus']],
  ['workflow-guide/speak-to-a-human', ['a real person please'], ['Greet', 'Human']],
  ['typebot/menu', ['order', '12'], ['Order', 'Large']],
  // Its menu begins with the words of the greeting, which must not be taken for it.
  ['typebot/menu', ['hear the menu', 'order', '3'], ['Menu text', 'Menu', 'Order', 'Small']],
  ['typebot/contact', ['Zoe Smith', 'zoe@example.com'], ['Bye']],
  ['squad/legacy', ['moving', 'to Lyon'], ['First', 'Moves', 'Bills']],
])('%s: %j', async (file, lines, titles) => {
  const { document } = importFlow(
    readFileSync(join(import.meta.dirname, 'fixtures', `${file}.json`), 'utf8'),
  );
  const { visited } = await playFlow(document!, lines);
  const named = visited.flatMap((id) => document!.nodes[id]?.title ?? []);
  expect(named).toEqual(titles);
});
