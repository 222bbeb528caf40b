/** What callers of one number hear past the limit, where it is not what all of them hear. */
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { setLimitWords } from '../../data/spending.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { LONGEST_MESSAGE, type UsageAnswer } from '../../publish/workspace-wire.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { messages } from './messages.ts';
import { useChangeLimit } from './use-change-limit.ts';

type Numbered = UsageAnswer['numbers'][number];
type Words = NonNullable<Numbered['words']>;

export interface NumberWordsCardProps {
  readonly numbers: readonly Numbered[];
  /** What all numbers say that have no words of their own. */
  readonly usual: Words;
}

export function NumberWordsCard({ numbers, usual }: NumberWordsCardProps) {
  const t = useMessages(messages);
  const format = useFormat();
  const [changing, setChanging] = useState<Numbered | null>(null);
  const nameOf = ({ label, number }: Numbered) => label || format.phone(number);
  return (
    <Card title={t.perNumber.title} flush>
      <p className="max-w-160 px-5 pb-4 text-sm text-pretty text-muted">{t.perNumber.hint}</p>
      <ul className="divide-y divide-line border-t border-line">
        {numbers.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-3">
            <div className="min-w-48 flex-1">
              <span className="block font-medium">{nameOf(one)}</span>
              <span className="block text-sm text-pretty text-muted wrap-anywhere">
                {one.words === null ? t.perNumber.usual : t.perNumber.own(one.words.message)}
              </span>
            </div>
            <Button
              size="small"
              variant="ghost"
              aria-label={t.perNumber.changeOne(nameOf(one))}
              onPress={() => setChanging(one)}
            >
              {t.perNumber.change}
            </Button>
          </li>
        ))}
      </ul>
      {changing && (
        <WordsDialog
          number={changing}
          title={t.perNumber.changeOne(nameOf(changing))}
          usual={usual}
          onClose={() => setChanging(null)}
        />
      )}
    </Card>
  );
}

interface WordsDialogProps {
  readonly number: Numbered;
  readonly title: string;
  readonly usual: Words;
  readonly onClose: () => void;
}

const FORM = 'limit-words';

function WordsDialog({ number, title, usual, onClose }: WordsDialogProps) {
  const t = useMessages(messages);
  const { workspace } = useWorkspace();
  const [words, setWords] = useState<Words>(number.words ?? usual);
  const { change, error } = useChangeLimit();
  const send = (next: Words | null) =>
    change.mutate(
      {
        send: () => setLimitWords(workspace.id, number.id, next),
        told: next === null ? t.perNumber.back : t.perNumber.saved,
        message: next === null ? null : next.message,
      },
      { onSuccess: ({ answer }) => answer?.ok && onClose() },
    );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      footer={
        <>
          {number.words !== null && (
            <Button variant="ghost" isDisabled={change.isPending} onPress={() => send(null)}>
              {t.perNumber.asUsual}
            </Button>
          )}
          <Button type="submit" form={FORM} variant="primary" isPending={change.isPending}>
            {t.perNumber.save}
          </Button>
        </>
      }
    >
      <Form
        id={FORM}
        validationBehavior="aria"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          send(words);
        }}
      >
        <SegmentedControl
          label={t.language}
          segments={(['fr', 'en'] as const).map((id) => ({ id, label: t.languages[id] }))}
          value={words.language}
          onChange={(language) => setWords({ ...words, language })}
        />
        <TextArea
          label={t.message}
          value={words.message}
          maxLength={LONGEST_MESSAGE}
          rows={4}
          error={error.message}
          onChange={(message) => setWords({ ...words, message })}
        />
      </Form>
    </Dialog>
  );
}
