/** The browser journeys: two at a time, each with a browser and people of its own, against the built app and the whole local stack. */
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

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

export default defineConfig({
  root: import.meta.dirname,
  test: {
    // Tours walk through every screen and take minutes: they run when they are named.
    include: [
      '**/*.e2e.ts',
      ...(process.argv.some((word) => word.includes('.tour')) ? ['**/*.tour.ts'] : []),
    ],
    globalSetup: ['support/global-setup.ts'],
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default'],
  },
});
