/** What callers asked and no step could answer, most frequent first. Answered here, it becomes part of the drawing. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleHelp } from 'lucide-react';
import { useState } from 'react';
import { flowsQuery } from '../../data/queries.ts';
import { type OpenQuestion, settleQuestion } from '../../data/report.ts';
import { questionsQuery } from '../../data/report-queries.ts';
import { privacyQuery } from '../../data/settings-queries.ts';
import { settleApi } from '../../data/settle.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { notify } from '../../ui/toast.tsx';
import { CallsNav } from '../calls-nav.tsx';
import { PageFailure } from '../page-failure.tsx';
import { PageFrame } from '../page-frame.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { AnswerForm } from './answer-form.tsx';
import { type Answered, type AnswerFailure, answerQuestion, takeBack } from './answering.ts';
import { messages } from './messages.ts';

export function QuestionsPage() {
  const t = useMessages(messages);
  const { workspace } = useWorkspace();
  const questions = useQuery(questionsQuery(workspace.id));
  const privacy = useQuery(privacyQuery(workspace.id));
  const flows = useQuery(flowsQuery(workspace.id));
  const flowNames = new Map(flows.data?.map(({ id, name }) => [id, name]));
  /** Answers given while the page is open, the newest last. */
  const [given, setGiven] = useState<readonly Answered[]>([]);
  const answered = (flowId: string) => given.filter((one) => one.flowId === flowId);
  return (
    <PageFrame title={t.title}>
      <PageHeader title={t.title} lead={t.lead} />
      <CallsNav />
      {[...new Map(given.map((one) => [one.flowId, one])).values()].map((last) => (
        <Banner key={last.flowId} action={<ButtonLink href={stepAddress(last)}>{t.openFlow}</ButtonLink>}>
          {t.waiting(flowNames.get(last.flowId) ?? '', answered(last.flowId).length)}
        </Banner>
      ))}
      {privacy.data?.secrecy && <Banner>{t.secret}</Banner>}
      {questions.isPending && <Skeleton className="h-60 rounded-card" />}
      {questions.isError && <PageFailure error={questions.error} onRetry={() => void questions.refetch()} />}
      {questions.data?.length === 0 && !privacy.data?.secrecy && (
        <EmptyState
          icon={<CircleHelp />}
          title={t.emptyTitle}
          action={
            <ButtonLink href="/flows" variant="primary">
              {t.emptyAction}
            </ButtonLink>
          }
        >
          {t.emptyText}
        </EmptyState>
      )}
      {questions.data !== undefined && questions.data.length > 0 && (
        <>
          <ul
            aria-label={t.list}
            className="divide-y divide-line rounded-card border border-line bg-card shadow-card"
          >
            {questions.data.map((one) => (
              <QuestionRow
                key={`${one.flowId} ${one.digest}`}
                question={one}
                flowName={flowNames.get(one.flowId) ?? ''}
                onGiven={setGiven}
              />
            ))}
          </ul>
          <p className="text-xs text-muted">{t.noted}</p>
        </>
      )}
    </PageFrame>
  );
}

/** The flow, opened at the step that knows the answer. */
const stepAddress = ({ flowId, node }: Answered) => `/flows/${flowId}?step=${encodeURIComponent(node)}`;

interface QuestionRowProps {
  readonly question: OpenQuestion;
  readonly flowName: string;
  readonly onGiven: (change: (given: readonly Answered[]) => readonly Answered[]) => void;
}

function QuestionRow({ question: one, flowName, onGiven }: QuestionRowProps) {
  const t = useMessages(messages);
  const format = useFormat();
  const { canChange } = useWorkspace();
  const [isAnswering, setAnswering] = useState(false);
  const { answer, dismiss } = useSettling(one, onGiven);
  return (
    <li className="px-5 py-3.5">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <p className="text-base font-medium wrap-anywhere">{one.question}</p>
          <p className="mt-0.5 text-sm text-muted">
            {[flowName, t.times(one.times), t.last(format.relative(one.lastAskedAt))]
              .filter((part) => part !== '')
              .join(' · ')}
            {' · '}
            <Link href={`/calls/${one.call}`}>{t.listen}</Link>
          </p>
        </div>
        {canChange && !isAnswering && (
          <div className="flex gap-2">
            <Button aria-label={t.answerTo(one.question)} onPress={() => setAnswering(true)}>
              {t.answer}
            </Button>
            <Button
              variant="ghost"
              aria-label={t.dismissOne(one.question)}
              isPending={dismiss.isPending}
              onPress={() => dismiss.mutate()}
            >
              {t.dismiss}
            </Button>
          </div>
        )}
      </div>
      {isAnswering && (
        <AnswerForm
          question={one.question}
          isPending={answer.isPending}
          onAnswer={(question, reply) => answer.mutate({ question, answer: reply })}
          onCancel={() => setAnswering(false)}
        />
      )}
    </li>
  );
}

/** Answering and putting aside, each with its way back. */
function useSettling(one: OpenQuestion, onGiven: QuestionRowProps['onGiven']) {
  const t = useMessages(messages);
  const { workspace } = useWorkspace();
  const queries = useQueryClient();
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['questions', workspace.id] }),
      queries.invalidateQueries({ queryKey: ['flows', workspace.id] }),
      queries.invalidateQueries({ queryKey: ['flow', one.flowId] }),
    ]);
  const settle = (state: 'answered' | 'dismissed' | 'open') =>
    settleApi(settleQuestion({ workspaceId: workspace.id, flowId: one.flowId, digest: one.digest, state }));
  const complain = (code: AnswerFailure) => notify({ tone: 'danger', text: t.failures[code] });
  const onError = () => complain('unexpected');

  const undo = async (answered: Answered) => {
    const refused = await takeBack(answered);
    if (refused === 'changed') return void notify({ tone: 'danger', text: t.changedSince });
    if (refused !== null) return void complain(refused);
    await settle('open');
    onGiven((given) => given.filter((other) => other !== answered));
    notify({ text: t.undone });
    await refresh();
  };
  const answer = useMutation({
    mutationFn: async (fact: { readonly question: string; readonly answer: string }) => {
      const answered = await answerQuestion(one, fact);
      if (typeof answered !== 'string') await settle('answered');
      return answered;
    },
    onSuccess: async (answered) => {
      if (typeof answered === 'string') return complain(answered);
      onGiven((given) => [...given, answered]);
      notify({
        tone: 'success',
        text: t.added(answered.step || t.unnamed),
        action: { label: t.undo, onPress: () => void undo(answered).catch(onError) },
      });
      await refresh();
    },
    onError,
  });
  const dismiss = useMutation({
    mutationFn: () => settle('dismissed'),
    onSuccess: async () => {
      notify({
        text: t.dismissed,
        action: { label: t.undo, onPress: () => void settle('open').then(refresh).catch(onError) },
      });
      await refresh();
    },
    onError,
  });
  return { answer, dismiss };
}
