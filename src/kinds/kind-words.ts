/** The words of kinds that a card shows, in the language of the screen: names, hints, exits. Knows no kind. */

import type { FlowNode } from '../flow/document.ts';
import type { Exit } from '../flow/kind.ts';
import { type LanguageState, useLanguageState } from '../i18n/language.ts';
import { wordsIn } from '../i18n/messages.ts';
import { drawnKinds } from './drawn.ts';
import { viewOf } from './views.tsx';

/** What a step is, without what it is called and where it stands. */
export type StepContent = Pick<FlowNode, 'kind' | 'data'>;

export interface KindNames {
  /** The person's own title, or the kind's name. */
  step(node: FlowNode): string;
  kind(kind: string): string;
  hint(kind: string): string;
  exit(node: StepContent, exit: Exit): string;
}

/** For code outside React; inside it, use `useKindNames`. */
export function kindNamesIn(state: LanguageState): KindNames {
  const text = (kind: string, key: string) => {
    const bundle = viewOf(kind)?.messages;
    const word = bundle && wordsIn(bundle, state)[key];
    return typeof word === 'string' ? word : undefined;
  };
  return {
    step: (node) => node.title ?? text(node.kind, 'name') ?? node.kind,
    kind: (kind) => text(kind, 'name') ?? kind,
    hint: (kind) => text(kind, 'hint') ?? '',
    exit(node, exit) {
      const key = viewOf(node.kind)?.exitKey?.(node.data, exit.id);
      return (key && text(node.kind, key)) || exit.label || text(node.kind, `exit.${exit.id}`) || exit.id;
    },
  };
}

export function useKindNames(): KindNames {
  return kindNamesIn(useLanguageState());
}

/** The exits of a step; none for an unknown kind or data that it cannot read. */
export function exitsOf(node: StepContent): readonly Exit[] {
  try {
    return drawnKinds.get(node.kind)?.exits(node.data) ?? [];
  } catch {
    return []; // data of another version; reading it again reports the problem
  }
}
