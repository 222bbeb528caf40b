/** For tests only: the machine may be busy, and no test measures time. What is waited for on screen is waited for long enough. */
import { configure } from '@testing-library/react';
import '../dialog.tsx';
import { loadLater } from '../later.ts';
import '../menu.tsx';

configure({ asyncUtilTimeout: 30_000 });
await loadLater();
