/** What is said about a file that is brought, in the language of the screen. */
import { useMemo } from 'react';
import { emptyDocument } from '../../flow/document.ts';
import { problemSentences } from '../../flow-words/problem-sentences.ts';
import { useLanguageState } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { registry } from '../../kinds/registry.ts';
import { wordsOf } from '../../kinds/whole-words.ts';
import { messages } from './messages.ts';
import type { ImportWords } from './read-file.ts';

export function useImportWords(): ImportWords {
  const state = useLanguageState();
  const { heading } = useMessages(messages).bring;
  return useMemo(
    () => ({
      heading,
      say: (problem, document) =>
        problemSentences(problem, {
          document: document ?? emptyDocument('', state.language),
          registry,
          ...state,
          wordsOf: (kind) => wordsOf(kind, state),
        }),
    }),
    [state, heading],
  );
}
