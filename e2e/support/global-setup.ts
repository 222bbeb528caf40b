/** Starts the stack that all journeys use, and ends it when they are over. */
import type { TestProject } from 'vitest/node';
import { startStack } from './stack.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly appUrl: string;
    readonly dataFolder: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { appUrl, dataFolder, stop } = await startStack();
  project.provide('appUrl', appUrl);
  project.provide('dataFolder', dataFolder);
  return stop;
}
