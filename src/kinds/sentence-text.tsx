/** A sentence as it is read on a card: information as small chips. Knows no kind. */
import { useMessages } from '../i18n/use-messages.ts';
import type { CardDocument } from './kind-view.ts';
import { formMessages } from './messages.ts';
import { cutSentence } from './sentence-parts.ts';

export interface SentenceTextProps {
  readonly sentence: string;
  readonly information: CardDocument['information'];
}

export function SentenceText({ sentence, information }: SentenceTextProps) {
  const t = useMessages(formMessages);
  if (sentence.trim() === '') return <span className="italic">{t.nothingYet}</span>;
  return cutSentence(sentence, information).map((part, index) =>
    part.type === 'text' ? (
      part.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no identity of their own
      <span key={index} className="rounded-sm bg-accent-soft px-1 text-accent">
        {part.name ?? t.unknownInformation}
      </span>
    ),
  );
}
