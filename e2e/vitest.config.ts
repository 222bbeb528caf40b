/** The browser journeys: one after another, against the built app and the whole local stack, or against a deployed app (`hosted.ts`). */
import { defineConfig } from 'vitest/config';
import { chooseFor, hasSandbox, hostedTarget } from './support/hosted.ts';

const hosted = hostedTarget((name) => process.env[name]);
/** Against a deployed app only those that can run there. */
const chosen = hosted ? chooseFor(await hasSandbox(hosted.appUrl)).files : ['**/*.e2e.ts'];

export default defineConfig({
  root: import.meta.dirname,
  test: {
    // Tours walk through every screen and take minutes: they run when they are named.
    include: [...chosen, ...(process.argv.some((word) => word.includes('.tour')) ? ['**/*.tour.ts'] : [])],
    globalSetup: ['support/global-setup.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default'],
  },
});
