/** The tests, fetched when they are first wanted, else in idle time. Whoever draws them stands in a `PanelBoundary`. */
import { type LaterComponent, later, laterComponent } from '../../ui/later.ts';
import type { TestsPanelProps } from './tests-panel.tsx';

export const LaterTests: LaterComponent<TestsPanelProps> = laterComponent(
  later(async () => (await import('./tests-panel.tsx')).TestsPanel),
);

export const LaterPublishTests = laterComponent(
  later(async () => (await import('./tests-panel.tsx')).PublishTests),
);
