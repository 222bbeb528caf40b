/** Starts the stack that all journeys use, and ends it when they are over; nothing where a deployed app is named. */
import type { TestProject } from 'vitest/node';
import { type Hosted, hasSandbox, hostedTarget } from './hosted.ts';
import { startStack } from './stack.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly appUrl: string;
    /** Empty where the app is deployed elsewhere. */
    readonly dataFolder: string;
    readonly hosted: Hosted | null;
    readonly isSandbox: boolean;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const hosted = hostedTarget((name) => process.env[name]);
  project.provide('hosted', hosted);
  if (hosted) {
    project.provide('appUrl', hosted.appUrl);
    project.provide('dataFolder', '');
    project.provide('isSandbox', await hasSandbox(hosted.appUrl));
    return () => Promise.resolve();
  }
  const { appUrl, dataFolder, stop } = await startStack();
  project.provide('appUrl', appUrl);
  project.provide('dataFolder', dataFolder);
  project.provide('isSandbox', true);
  return stop;
}
