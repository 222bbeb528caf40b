/** The forms of all kinds by id, found by their file name. Each comes when a step is opened for the first time, or in idle time. Knows no kind. */
import { withWords } from '../i18n/language.ts';
import { type LaterComponent, later, laterComponent } from '../ui/later.ts';
import type { AnyFormProps, AnyKindForm } from './kind-view.ts';

const modules = import.meta.glob<{ Form: AnyKindForm }>('./*/form.tsx');

const forms: ReadonlyMap<string, LaterComponent<AnyFormProps>> = new Map(
  Object.entries(modules).map(([path, load]) => [
    path.split('/')[1] ?? '',
    laterComponent(later(async () => (await withWords(load())).Form)),
  ]),
);

/** Undefined for a kind that this version does not know. Its place waits for it: `Suspense`. */
export function formOf(kind: string): LaterComponent<AnyFormProps> | undefined {
  return forms.get(kind);
}
