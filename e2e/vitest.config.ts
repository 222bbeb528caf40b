/**
 * The browser journeys: two at a time, each with a browser and people of its own, against the built app and the whole local stack; or one
 * after another against a deployed app (`hosted.ts`).
 */
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { chooseFor, hasSandbox, hostedTarget } from './support/hosted.ts';

/** What takes longest begins first: the others go on beside it. */
const LONGEST = ['screens', 'robustness'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}.e2e.ts`));
      return at === -1 ? LONGEST.length : at;
    };
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}

const hosted = hostedTarget((name) => process.env[name]);
/** Against a deployed app only those that can run there. */
const chosen = hosted ? chooseFor(await hasSandbox(hosted.appUrl)).files : ['**/*.e2e.ts'];

export default defineConfig({
  root: import.meta.dirname,
  test: {
    // Tours walk through every screen and take minutes: they run when they are named.
    include: [...chosen, ...(process.argv.some((word) => word.includes('.tour')) ? ['**/*.tour.ts'] : [])],
    globalSetup: ['support/global-setup.ts'],
    maxWorkers: hosted ? 1 : 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default'],
  },
});
