/** For tests only: the machine may be busy, and no test measures time. What is waited for on screen is waited for long enough. */
import { configure } from '@testing-library/react';
import { beforeAll } from 'vitest';
import { loadLater } from '../later.ts';

configure({ asyncUtilTimeout: 30_000 });
// What the file imports, as after a moment of rest; that it may come later has tests of its own.
beforeAll(loadLater);
