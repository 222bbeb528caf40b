/** One question of a way through several: its heading, its answer, back and on. The heading takes the focus, so that it is read first. */
import { type ReactNode, useEffect, useRef } from 'react';
import { Form } from 'react-aria-components';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { messages } from './messages.ts';

export interface StepProps {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
  /** Counted from 1; absent while nobody knows how many follow. */
  readonly at?: number;
  readonly of?: number;
  /** Absent on the first question. */
  readonly onBack?: (() => void) | undefined;
  /** Absent where the answer itself goes on. */
  readonly onNext?: (() => void) | undefined;
  readonly nextLabel?: string;
  readonly isPending?: boolean;
}

export function Step(props: StepProps) {
  const { title, hint, children, at, of, onBack, onNext, nextLabel, isPending = false } = props;
  const t = useMessages(messages);
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new question is a new title
  useEffect(() => heading.current?.focus(), [title]);
  return (
    <Form
      validationBehavior="aria"
      autoComplete="off"
      className="flex max-w-160 flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        onNext?.();
      }}
    >
      <div>
        {at !== undefined && of !== undefined && <p className="text-xs text-muted">{t.questionOf(at, of)}</p>}
        <h2 ref={heading} tabIndex={-1} className="mt-1 text-lg font-semibold text-balance outline-none">
          {title}
        </h2>
        {hint !== undefined && <div className="mt-1 text-base text-pretty text-muted">{hint}</div>}
      </div>
      {children}
      {(onBack ?? onNext) && (
        <div className="flex flex-wrap gap-2 border-t border-line pt-5">
          {onNext && (
            <Button type="submit" variant="primary" isPending={isPending}>
              {nextLabel ?? t.next}
            </Button>
          )}
          {onBack && (
            <Button variant="ghost" onPress={onBack} isDisabled={isPending}>
              {t.previous}
            </Button>
          )}
        </div>
      )}
    </Form>
  );
}
