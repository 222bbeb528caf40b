/**
 * `npm run measure:first-words`: how far it is from an empty account to the first words of the assistant, in both languages, in the
 * built app with a stack of its own. Clicks and fields are counted from the events that reach the page. Prints `name: value (goal)`;
 * fails past a goal.
 */
import { launch, openPage } from './support/browser.ts';
import { hearFirstWords, signUp } from './support/first-words.ts';
import { startStack } from './support/stack.ts';

const GOALS = { clicks: 4, fields: 2, machineSeconds: 5, seconds: 90 };
/** Hands of somebody who does it for the first time: reads, decides, finds. */
const SECONDS_A_CLICK = 5;
const SECONDS_A_FIELD = 10;

/** From their documentation, to the first spoken word in a browser. */
const PEERS = [
  ['Vapi', '8 clicks, 2 long fields'],
  ['Retell', '5 clicks, 0 fields'],
  ['Voiceflow', '3 clicks, 1 field, about 30 s of generating'],
  ['ElevenLabs', '8 clicks, 3 fields'],
  ['Dograh', '7 clicks, 3 to 9 fields'],
  ['Typebot (text only)', '5 clicks, 5 answers'],
] as const;

const stack = await startStack();
const browser = await launch();
let isShort = false;

function print(name: string, value: number, goal: number): void {
  console.log(`${name}: ${Number.isInteger(value) ? value : value.toFixed(1)} (goal ${goal})`);
  if (value > goal) isShort = true;
}

try {
  for (const [language, locale, name] of [
    ['fr', 'fr-FR', 'La Table Ronde'],
    ['en', 'en-GB', 'The Round Table'],
  ] as const) {
    const { page, context } = await openPage(browser, locale);
    page.setDefaultTimeout(60_000);
    await signUp(page, stack.appUrl, language, `first-words.${language}@example.com`);
    const { clicks, fields, machineSeconds, said } = await hearFirstWords(page, language, name);
    if (!said.includes(name)) throw new Error(`The first words do not name the place: ${said}`);
    print(`clicks (${language})`, clicks, GOALS.clicks);
    print(`fields (${language})`, fields, GOALS.fields);
    print(`seconds of machine time (${language})`, machineSeconds, GOALS.machineSeconds);
    print(
      `seconds with hands at ${SECONDS_A_CLICK} s a click and ${SECONDS_A_FIELD} s a field (${language})`,
      machineSeconds + clicks * SECONDS_A_CLICK + fields * SECONDS_A_FIELD,
      GOALS.seconds,
    );
    await context.close();
  }
  console.log(
    'Others, from an account that is signed in to the first word in the browser, by their documentation:',
  );
  for (const [peer, way] of PEERS) console.log(`  ${peer}: ${way}`);
} finally {
  await browser.close();
  await stack.stop();
}
process.exitCode = isShort ? 1 : 0;
