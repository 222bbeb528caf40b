/** The examples that the help shows, of all kinds by id, found by their file name. Knows no kind. Pure. */
import type { CallLanguage } from '../flow/document.ts';
import type { HelpExample, HelpExampleIn } from './help-example.ts';

const modules = import.meta.glob<{ example: HelpExampleIn }>('./*/example.ts', { eager: true });

const examples: ReadonlyMap<string, HelpExampleIn> = new Map(
  Object.entries(modules).map(([path, module]) => [path.split('/')[1] ?? '', module.example]),
);

/** Undefined for a kind that this version does not know. */
export function helpExampleOf(kind: string, language: CallLanguage): HelpExample | undefined {
  return examples.get(kind)?.(language);
}
