/** The answer to one question, typed where the question stands. */
import { useState } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { messages } from './messages.ts';

/** As a fact of a step may have them. */
const LONGEST_QUESTION = 300;
const LONGEST_ANSWER = 2000;

export interface AnswerFormProps {
  readonly question: string;
  readonly isPending: boolean;
  readonly onAnswer: (question: string, answer: string) => void;
  readonly onCancel: () => void;
}

export function AnswerForm({ question: asked, isPending, onAnswer, onCancel }: AnswerFormProps) {
  const t = useMessages(messages);
  const [question, setQuestion] = useState(asked.slice(0, LONGEST_QUESTION));
  const [answer, setAnswer] = useState('');
  const [isTried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (question.trim() !== '' && answer.trim() !== '') onAnswer(question.trim(), answer.trim());
  };
  return (
    <form
      className="mt-3 flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextArea
        label={t.question}
        rows={1}
        value={question}
        onChange={setQuestion}
        maxLength={LONGEST_QUESTION}
        error={isTried && question.trim() === '' ? t.noQuestion : undefined}
      />
      <TextArea
        label={t.reply}
        hint={t.replyHint}
        autoFocus
        value={answer}
        onChange={setAnswer}
        maxLength={LONGEST_ANSWER}
        error={isTried && answer.trim() === '' ? t.noReply : undefined}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" isPending={isPending}>
          {t.add}
        </Button>
        <Button onPress={onCancel} isDisabled={isPending}>
          {t.cancel}
        </Button>
      </div>
    </form>
  );
}
