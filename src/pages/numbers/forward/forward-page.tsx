/**
 * Keeping one's own number: the line, what it should forward, the code to dial, and a call that proves it. With `?check=` and a forwarding
 * that is known, the call alone.
 */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { forwardingsQuery, numbersQuery } from '../../../data/number-queries.ts';
import type { PhoneNumber } from '../../../data/numbers.ts';
import { toE164 } from '../../../flow/phone-number.ts';
import {
  FORWARDING_LINES,
  type ForwardingLine,
  type ForwardingMode,
  hasSeconds,
  modesOf,
  type OperatorId,
  operatorsOf,
  RING_SECONDS,
  USUAL_SECONDS,
} from '../../../forwarding/codes.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useMessages } from '../../../i18n/use-messages.ts';
import { useParams, useSearchParams } from '../../../router/router.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { Link } from '../../../ui/link.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { Select } from '../../../ui/select.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { NotFound, PageFailure } from '../../page-failure.tsx';
import { PageFrame } from '../../page-frame.tsx';
import { useWorkspace } from '../../workspace-context.ts';
import { Choices } from '../choices.tsx';
import { Step } from '../step.tsx';
import { CodeStep } from './code-step.tsx';
import { messages } from './messages.ts';
import { TestStep } from './test-step.tsx';

export function ForwardPage() {
  const t = useMessages(messages);
  const format = useFormat();
  const { id = '' } = useParams();
  const { workspace } = useWorkspace();
  const [asked] = useSearchParams();
  const check = asked.get('check');
  const numbers = useQuery(numbersQuery(workspace.id));
  const forwardings = useQuery({ ...forwardingsQuery(workspace.id), enabled: check !== null });
  const checked = forwardings.data?.find((one) => one.id === check && one.numberId === id);
  const number = numbers.data?.find((one) => one.id === id);
  if (numbers.data && !number) return <NotFound />;
  return (
    <PageFrame title={t.title} narrow>
      <PageHeader
        title={t.title}
        lead={number && t.lead(format.phone(number.number))}
        back={
          <Link href={`/numbers/${id}`} quiet>
            {t.back}
          </Link>
        }
      />
      {(numbers.isPending || (number && forwardings.isLoading)) && <Skeleton className="h-40 rounded-card" />}
      {numbers.isError && <PageFailure error={numbers.error} onRetry={() => void numbers.refetch()} />}
      {number?.deploymentId === null && (
        <Banner tone="warning" action={<ButtonLink href="/flows">{t.choose}</ButtonLink>}>
          {t.nobody}
        </Banner>
      )}
      {number && checked && (
        <TestStep
          number={number}
          forwarding={{ id: checked.id, own: checked.ownNumber, mode: checked.mode }}
        />
      )}
      {number && !checked && !forwardings.isLoading && <Wizard key={number.id} number={number} />}
    </PageFrame>
  );
}

const QUESTIONS = ['own', 'line', 'operator', 'mode', 'code', 'test'] as const;
type Question = (typeof QUESTIONS)[number];

export interface Line {
  readonly own: string;
  readonly line: ForwardingLine;
  readonly operator: OperatorId;
  readonly mode: ForwardingMode;
  readonly seconds: number | null;
}

function Wizard({ number }: { readonly number: PhoneNumber }) {
  const t = useMessages(messages);
  const [question, setQuestion] = useState<Question>('own');
  const [written, setWritten] = useState('');
  const [error, setError] = useState<string>();
  const [line, setLine] = useState<ForwardingLine>('mobile');
  const [operator, setOperator] = useState<OperatorId>('other');
  const [mode, setMode] = useState<ForwardingMode>('unavailable');
  const [seconds, setSeconds] = useState<number>(USUAL_SECONDS);
  const [forwarding, setForwarding] = useState('');
  const own = toE164(written) ?? '';
  const at = QUESTIONS.indexOf(question) + 1;
  const of = QUESTIONS.length;
  const back = () => setQuestion(QUESTIONS[at - 2] ?? 'own');
  const wish: Line = { own, line, operator, mode, seconds: hasSeconds(line, mode) ? seconds : null };

  switch (question) {
    case 'own':
      return (
        <Step
          title={t.ownTitle}
          at={at}
          of={of}
          onNext={() => {
            const wrong = own === '' ? t.needOwn : own === number.number ? t.sameNumber : undefined;
            setError(wrong);
            if (wrong === undefined) setQuestion('line');
          }}
        >
          <TextField
            label={t.own}
            hint={t.ownHint}
            type="tel"
            autoComplete="off"
            maxLength={40}
            value={written}
            onChange={setWritten}
            error={error}
            className="max-w-110"
          />
        </Step>
      );
    case 'line':
      return (
        <Step title={t.lineTitle} at={at} of={of} onBack={back}>
          <Choices
            label={t.lineTitle}
            choices={FORWARDING_LINES.map((id) => ({ id, label: t.lines[id], hint: t.lineHints[id] }))}
            onChoose={(id) => {
              setLine(id);
              setQuestion('operator');
            }}
          />
        </Step>
      );
    case 'operator':
      return (
        <Step title={t.operatorTitle} at={at} of={of} onBack={back}>
          <Choices
            label={t.operatorTitle}
            choices={operatorsOf(own).map((id) => ({ id, label: t.operators[id] }))}
            onChoose={(id) => {
              const possible = modesOf(id, line);
              setOperator(id);
              if (!possible.includes(mode)) setMode(possible[0] ?? 'always');
              setQuestion('mode');
            }}
          />
        </Step>
      );
    case 'mode':
      return (
        <Step title={t.modeTitle} at={at} of={of} onBack={back} onNext={() => setQuestion('code')}>
          <RadioGroup
            label={t.modeTitle}
            labelHidden
            options={modesOf(operator, line).map((id) => ({ id, label: t.modes[id], hint: t.modeHints[id] }))}
            value={mode}
            onChange={setMode}
          />
          {hasSeconds(line, mode) && (
            <Select
              label={t.seconds}
              options={RING_SECONDS.map((one) => ({ id: String(one), label: t.secondsOf(one) }))}
              value={String(seconds)}
              onChange={(chosen) => setSeconds(Number(chosen))}
              className="max-w-60"
            />
          )}
        </Step>
      );
    case 'code':
      return (
        <CodeStep
          number={number}
          wish={wish}
          at={at}
          of={of}
          onBack={back}
          onSaved={(id) => {
            setForwarding(id);
            setQuestion('test');
          }}
        />
      );
    case 'test':
      return (
        <TestStep number={number} forwarding={{ id: forwarding, own, mode }} at={at} of={of} onBack={back} />
      );
  }
}
