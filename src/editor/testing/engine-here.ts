/** For tests: an engine that has been fetched already. */
import { engine, type LaterEngine } from '../engine.ts';

export const engineHere: LaterEngine = { now: () => engine, load: async () => {} };
