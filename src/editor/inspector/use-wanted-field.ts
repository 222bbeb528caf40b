/** Leads to the field that somebody was sent to: what is folded over it opens, and it gets the focus. */
import { type RefObject, useEffect } from 'react';
import { useEditor, usePanel } from '../editor-context.ts';
import type { WantedField } from '../store/panels.ts';

export function useWantedField(form: RefObject<HTMLElement | null>): void {
  const { panels } = useEditor();
  const wanted = usePanel((state) => state.wanted);
  useEffect(() => {
    if (!wanted) return;
    // One frame later the form stands as it should, and whoever was pressed has given up the focus.
    const frame = requestAnimationFrame(() => {
      panels.setState({ wanted: null });
      if (form.current) reveal(form.current, wanted);
    });
    return () => cancelAnimationFrame(frame);
  }, [wanted, panels, form]);
}

/** Text is rather meant than a button beside it. */
const CONTROLS = ['input:not([type="hidden"]), textarea, [contenteditable="true"]', 'button'];

function reveal(form: HTMLElement, { problem, exit }: WantedField): void {
  const marked = (mark: 'fault' | 'exit' | 'problem', value: string | undefined) =>
    [...form.querySelectorAll<HTMLElement>(`[data-${mark}]`)].find(({ dataset }) => dataset[mark] === value);
  const place = marked('fault', problem) ?? marked('exit', exit) ?? marked('problem', problem);
  if (!place) return;
  const go = () => land(place, form);
  // What was folded can take the focus only once it is shown.
  if (unfold(place)) requestAnimationFrame(() => requestAnimationFrame(go));
  else go();
}

function land(place: Element, form: HTMLElement): void {
  const control = controlAt(place, form);
  control?.focus({ preventScroll: true });
  (control ?? place).scrollIntoView({ block: 'center', behavior: 'instant' });
}

/** Whether anything was folded over it. */
function unfold(place: Element): boolean {
  let isFolded = false;
  let folded = place.closest('[hidden]');
  while (folded) {
    const opener = `[aria-controls="${CSS.escape(folded.id)}"][aria-expanded="false"]`;
    place.ownerDocument.querySelector<HTMLElement>(opener)?.click();
    isFolded = true;
    folded = folded.parentElement?.closest('[hidden]') ?? null;
  }
  return isFolded;
}

/** The nearest one around the place. */
function controlAt(place: Element, form: HTMLElement): HTMLElement | undefined {
  for (let at: Element | null = place; at && at !== form; at = at.parentElement) {
    for (const controls of CONTROLS) {
      const found = [...at.querySelectorAll<HTMLElement>(controls)].find(
        (one) => !one.matches(':disabled, [tabindex="-1"], [aria-hidden="true"] *'),
      );
      if (found) return found;
    }
  }
  return undefined;
}
