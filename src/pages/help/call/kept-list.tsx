/** What is kept of a call and for how long, in sentences. */
import { useFormat } from '../../../i18n/format.ts';
import { useMessages } from '../../../i18n/use-messages.ts';
import type { CallStory } from './call-story.ts';
import { callMessages } from './messages.ts';

export function KeptList({ kept, isSecret }: Pick<CallStory, 'kept' | 'isSecret'>) {
  const t = useMessages(callMessages);
  const format = useFormat();
  const sound =
    kept.recorded.length > 0
      ? t.recorded(format.list(kept.recorded))
      : isSecret
        ? t.recordedSecret
        : t.recordedNo;
  const sentences = [
    sound,
    kept.words === null ? t.wordsSecret : t.words(kept.words),
    t.information(kept.information),
    t.calls(kept.calls),
    isSecret ? t.hiddenSecret : t.hidden(kept.hidden),
  ];
  return (
    <ul aria-label={t.kept} className="flex list-disc flex-col gap-2 pl-5 text-base text-pretty">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
