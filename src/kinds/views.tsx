/** The React halves of all kinds by id, found by their file name. Knows no kind. */
import type { AnyKindView } from './kind-view.ts';

const modules = import.meta.glob<{ view: AnyKindView }>('./*/view.tsx', { eager: true });

const views: ReadonlyMap<string, AnyKindView> = new Map(
  Object.entries(modules).map(([path, module]) => [path.split('/')[1] ?? '', module.view]),
);

/** Undefined for a kind that this version does not know. */
export function viewOf(kind: string): AnyKindView | undefined {
  return views.get(kind);
}
