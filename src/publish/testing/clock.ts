/** A clock that moves only when somebody sleeps. For tests. */
import type { Clock } from '../ports.ts';

export class VirtualClock implements Clock {
  #now: number;

  constructor(start = Date.UTC(2026, 10, 23, 9)) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  async sleep(milliseconds: number): Promise<void> {
    this.#now += milliseconds;
  }
}
