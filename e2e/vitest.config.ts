/** The browser journeys: one after another, against the built app and the whole local stack. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: import.meta.dirname,
  test: {
    // Tours walk through every screen and take minutes: they run when they are named.
    include: [
      '**/*.e2e.ts',
      ...(process.argv.some((word) => word.includes('.tour')) ? ['**/*.tour.ts'] : []),
    ],
    globalSetup: ['support/global-setup.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default'],
  },
});
