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
  ['workflow-api/real-estate', ['buy', '500000', '3', 'yes'], ['Start', 'Buyer', 'To agent']],
  ['workflow-api/real-estate', ['buy', '499999', '3', 'yes'], ['Start', 'Buyer', 'Bye']],
  ['workflow-api/real-estate', ['rent'], ['Start', 'Renter', 'Bye']],
  ['workflow-api/flight', ['AF12', 'tomorrow'], ['Ask', 'Lookup', 'Sorry', 'End']],
  [
    'workflow-api/restaurant',
    ['réserver', 'Paul', 'demain', '20 h', '8'],
    ['Accueil', 'Reservation', 'Confirme', 'Fin'],
  ],
  [
    'workflow-api/restaurant',
    ['réserver', 'Paul', 'demain', '20 h', '9'],
    ['Accueil', 'Reservation', 'Groupe', 'Fin'],
  ],
  [
    'workflow-api/restaurant',
    ['la carte', 'veut autre chose', 'les horaires'],
    ['Accueil', 'Carte', 'Accueil', 'Horaires', 'Fin'],
  ],
  ['workflow-api/nurse', ['I want to speak to a human'], ['Triage', 'Human', 'Nurse line']],
  [
    'workflow-api/nurse',
    [
      'refill request',
      'aspirin',
      'CVS',
      'yes, the caller needs something else',
      'test results',
      'no, the caller is done',
    ],
    ['Triage', 'Refill', 'Anything else', 'Triage', 'Results', 'Anything else', 'Hangup'],
  ],
  ['workflow-api/satisfaction', ['yes', '7', 'all'], ['Intro', 'Q1', 'Happy', 'Bye']],
  ['workflow-api/satisfaction', ['no', '10 am'], ['Intro', 'Later', 'Bye']],
  ['workflow-dashboard/loan', ['200000', 'Utah', 'yes'], ['Ask', 'Premium', 'Bye']],
  // A name alone holds when the answer is yes, not when there is one.
  ['workflow-dashboard/loan', ['200000', 'Utah', 'no'], ['Ask', 'Basic', 'Bye']],
  ['workflow-dashboard/loan', ['20', 'Washington DC', 'yes'], ['Ask', 'West', 'Bye']],
  ['workflow-dashboard/loan', ['5000', 'Texas', 'yes'], ['Ask', 'Mixed', 'Bye']],
  ['workflow-dashboard/loan', ['20', 'Texas', 'no'], ['Ask', 'Mixed', 'Bye']],
  ['workflow-dashboard/loan', ['20', 'Texas', 'yes'], ['Ask', 'Basic', 'Bye']],
  ['workflow-dashboard/tee-time', ['Zoe', 'Monday', '2'], ['Details', 'Check', 'Error', 'End']],
  ['workflow-dashboard/outage', ['outage', '90210'], ['Hi', 'Zip', 'Outage', 'End']],
  ['workflow-guide/vet', ['dog', 'limps'], ['Ask animal', 'Dogs', 'Bye']],
  ['workflow-guide/vet', ['other', 'limps'], ['Ask animal', 'Others', 'Bye']],
  // A request of which nothing is used goes on whether it works or not, as its conditions do not speak of it.
  ['workflow-guide/leads', ['yes', '100'], ['Intro', 'Qual', 'Crm', 'Enterprise']],
  ['workflow-guide/leads', ['yes', '99'], ['Intro', 'Qual', 'Crm', 'Small', 'End']],
  ['workflow-guide/tires', ['a repair'], ['Welcome', 'Repair', 'Done']],
  ['workflow-guide/insurance', ['claim', 'X12', 'P12'], ['A', 'B', 'E', 'B', 'D', 'Z']],
  ['workflow-guide/insurance', ['new contract'], ['A', 'C']],
  [
    'workflow-guide/mairie',
    ['état civil', 'oui', 'urbanisme'],
    ['Bienvenue', 'Etat', 'Bienvenue', 'Urba', 'Fin'],
  ],
  ['workflow-guide/mairie', ['je veux parler à quelqu’un'], ['Bienvenue', 'Agent']],
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
