/** The bench page: one scene in one of its forms, by the address: `?form=product&steps=2000`. */
import '../../src/ui/base.css';
import type { FlowDocument } from '../../src/flow/document.ts';
import { startLanguage } from '../../src/i18n/language.ts';
import { largeFlow } from '../../src/kinds/testing/large-flow.ts';
import type { Scene } from './scene.ts';

const asked = new URLSearchParams(location.search);
const steps = Number(asked.get('steps') ?? 100);
const root = document.getElementById('root')!;

const FORMS: Readonly<Record<string, () => Promise<(root: HTMLElement, document: FlowDocument) => Scene>>> = {
  product: async () => (await import('./product.tsx')).showProduct,
  dom: async () => (await import('./bare-dom.ts')).showBareDom,
  canvas: async () => (await import('./bare-canvas.ts')).showBareCanvas,
  naive: async () => (await import('./naive.tsx')).showNaive,
};

const form = FORMS[asked.get('form') ?? 'product']!;
// The words of what is shown are fetched once it is there.
void form().then(async (show) => {
  await startLanguage();
  window.scene = show(root, largeFlow(steps));
});
