/** Which number will answer with this flow; a test number when there is none. */
import { FlaskConical } from 'lucide-react';
import type { PhoneNumber } from '../../data/numbers.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useDocumentState, useEditor } from '../editor-context.ts';
import { publishMessages } from './messages.ts';
import { Part } from './part.tsx';

export interface WhereProps {
  /** Undefined until they are known. */
  readonly numbers: readonly PhoneNumber[] | undefined;
  readonly numberId: string | null;
  readonly onChoose: (id: string) => void;
  readonly onTestNumber: () => void;
  readonly testNumber: { readonly pending: boolean; readonly failure?: string };
  /** The flow that answers there; null when nothing does; absent while it is not known. */
  readonly answersNow?: string | null;
}

export function Where({ numbers, numberId, onChoose, onTestNumber, testNumber, answersNow }: WhereProps) {
  const t = useMessages(publishMessages);
  const say = useFailureText();
  const format = useFormat();
  const hint = useAnswersHint(
    numbers?.find(({ id }) => id === numberId),
    answersNow,
  );
  return (
    <Part title={t.where}>
      {numbers === undefined ? (
        <Skeleton className="h-9 w-full" />
      ) : numbers.length > 0 ? (
        <Select
          label={t.number}
          labelHidden
          options={numbers.map(({ id, number, label }) => ({
            id,
            label: format.phone(number),
            ...(label === '' ? {} : { hint: label }),
          }))}
          value={numberId}
          onChange={onChoose}
          {...(hint === undefined ? {} : { hint })}
        />
      ) : (
        <div className="flex flex-wrap items-center gap-3">
          <p className="min-w-0 flex-[1_1_12rem] text-base">{t.noNumber}</p>
          <Button icon={<FlaskConical />} isPending={testNumber.pending} onPress={onTestNumber}>
            {t.getTestNumber}
          </Button>
        </div>
      )}
      {testNumber.failure !== undefined && (
        <p role="alert" className="mt-2 text-sm text-danger">
          {say(testNumber.failure)}
        </p>
      )}
    </Part>
  );
}

function useAnswersHint(
  number: PhoneNumber | undefined,
  answersNow: string | null | undefined,
): string | undefined {
  const t = useMessages(publishMessages);
  const { flowId } = useEditor();
  const name = useDocumentState(({ document }) => document.name);
  if (!number) return undefined;
  if (number.state === 'activating') return t.activating;
  if (number.state === 'blocked') return t.blockedNumber;
  if (number.flowId === flowId || (answersNow && answersNow === name)) return t.answersItself;
  if (answersNow) return t.answersNow(answersNow);
  // Words may answer in place of a flow.
  return answersNow === null && number.deploymentId === null ? t.answersNothing : undefined;
}
