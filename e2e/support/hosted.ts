/**
 * The journeys against an app that is deployed somewhere: whose account, and which of them can run there. What needs the data folder of
 * this machine, an account made on the spot or a stand-in is not chosen, and is named. Reads no environment and starts nothing.
 */
import { type EnvironmentOf, findFaults, sayFaults } from '../../src/environment/faults.ts';

export interface Hosted {
  readonly appUrl: string;
  readonly email: string;
  readonly password: string;
}

/** Null where no app is named. Throws a sentence when what is named cannot be used. */
export function hostedTarget(environment: EnvironmentOf<'tests'>): Hosted | null {
  const appUrl = environment('ALLOKOLI_HOSTED_APP_URL');
  if (!appUrl) return null;
  const faults = findFaults('tests', environment).filter(({ name }) => name.startsWith('ALLOKOLI_HOSTED_'));
  if (faults.length > 0) throw new Error(sayFaults(faults));
  return {
    appUrl,
    email: environment('ALLOKOLI_HOSTED_EMAIL') ?? '',
    password: environment('ALLOKOLI_HOSTED_PASSWORD') ?? '',
  };
}

type Choice = 'anywhere' | 'with the sandbox' | { readonly not: string };

/** Every file of journeys; `hosted.e2e.ts` finds one that is missing. */
export const CHOICES: Readonly<Record<string, Choice>> = {
  'canvas.e2e.ts': 'anywhere',
  'security.e2e.ts': 'anywhere',
  'storage.e2e.ts': 'anywhere',
  // What follows drawing in it needs the sandbox and leaves itself out.
  'journey.e2e.ts': 'anywhere',
  'rehearse.e2e.ts': 'with the sandbox',
  'tests.e2e.ts': 'with the sandbox',
  'talk.e2e.ts': 'with the sandbox',
  'in-service.e2e.ts': { not: 'it counts numbers and versions of an account that nobody used before' },
  'numbers.e2e.ts': { not: 'it connects numbers with keys that only the sandbox takes' },
  'questions.e2e.ts': { not: 'it counts the calls of an account that nobody used before, and deletes them' },
  'first-minutes.e2e.ts': { not: 'it begins with an account that nobody used before' },
  'help.e2e.ts': { not: 'it begins with an account that nobody used before' },
  'keyboard.e2e.ts': { not: 'it makes accounts of its own, by keyboard' },
  'robustness.e2e.ts': { not: 'it makes accounts of its own, and ends their sessions' },
  'screens.e2e.ts': { not: 'it writes into the data folder of this machine' },
  'support/figures.e2e.ts': { not: 'it looks at no app' },
  'support/hosted.e2e.ts': { not: 'it looks at no app' },
};

export interface Chosen {
  readonly files: readonly string[];
  /** A sentence for each that is not. */
  readonly left: readonly string[];
}

export function chooseFor(isSandbox: boolean): Chosen {
  const files: string[] = [];
  const left: string[] = [];
  for (const [file, choice] of Object.entries(CHOICES)) {
    if (typeof choice === 'object') left.push(`${file}: ${choice.not}`);
    else if (choice === 'anywhere' || isSandbox) files.push(file);
    else left.push(`${file}: it needs the sandbox's scripted model, and a real account would be charged`);
  }
  return { files, left };
}

/** Whether the sandbox stands for Vapi there; the functions of a hosted project are elsewhere, and then it does not. */
export async function hasSandbox(appUrl: string): Promise<boolean> {
  try {
    const answer = await fetch(`${appUrl}/functions/v1/api/status`);
    return ((await answer.json()) as { sandbox?: unknown }).sandbox === true;
  } catch {
    return false;
  }
}
