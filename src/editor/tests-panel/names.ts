/** What tests speak of, by its name on screen: steps and information, also those that are no longer drawn. */
import type { InformationId, NodeId } from '../../flow/document.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useKindNames } from '../../kinds/kind-words.ts';
import type { Verdict } from '../../rehearsals/judge.ts';
import type { Expectation } from '../../rehearsals/test-case.ts';
import { useDocumentState } from '../editor-context.ts';
import { testsMessages } from './messages.ts';

export interface TestNames {
  step(node: string): string;
  information(id: string): string;
}

export function useTestNames(): TestNames {
  const t = useMessages(testsMessages);
  const names = useKindNames();
  const { nodes, information } = useDocumentState((state) => state.document);
  return {
    step(id) {
      const node = nodes[id as NodeId];
      return node ? names.step(node) : t.gone;
    },
    information: (id) => information[id as InformationId]?.name || t.goneInformation,
  };
}

/** What is expected, as a sentence. */
export function useExpectationText(): (expectation: Expectation) => string {
  const { expectations } = useMessages(testsMessages);
  const names = useTestNames();
  return (expectation) => {
    switch (expectation.type) {
      case 'reaches':
      case 'avoids':
        return expectations[expectation.type](names.step(expectation.node));
      case 'collects': {
        const name = names.information(expectation.information);
        const value = expectation.value.trim();
        return value === '' ? expectations.collectsAny(name) : expectations.collects(name, value);
      }
      case 'says':
      case 'never-says':
        return expectations[expectation.type](expectation.text);
      case 'ends':
        return expectations.ends[expectation.end];
    }
  };
}

/** What was found instead, as a sentence. */
export function useFoundText(): (verdict: Verdict) => string {
  const { found: t } = useMessages(testsMessages);
  const names = useTestNames();
  return ({ expectation, found, isGone }) => {
    if (isGone) return t.gone;
    switch (expectation.type) {
      case 'reaches':
        return t.reaches(names.step(found ?? ''));
      case 'avoids':
        return t.avoids;
      case 'collects':
        return found === null ? t.nothing : t.collects(found);
      case 'says':
        return t.says;
      case 'never-says':
        return t['never-says'](found ?? '');
      case 'ends':
        return found === 'hung-up' || found === 'transferred' ? t[found] : t.open;
    }
  };
}
