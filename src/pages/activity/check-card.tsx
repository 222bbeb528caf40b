/** Whether the log is as it was written, on demand. */
import { useMutation } from '@tanstack/react-query';
import { checkActivity } from '../../data/activity.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { ActivityCheck } from '../../publish/workspace-wire.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { messages } from './messages.ts';

export function CheckCard() {
  const t = useMessages(messages);
  const say = useFailureText();
  const { workspace } = useWorkspace();
  const check = useMutation({ mutationFn: () => checkActivity(workspace.id) });
  const answer = check.data;
  return (
    <Card title={t.check}>
      <p className="mb-4 max-w-140 text-sm text-muted">{t.checkHint}</p>
      {answer && (
        <div className="mb-4">
          {answer.ok ? (
            <Outcome check={answer.value} />
          ) : (
            <Banner tone="danger">{say(answer.failure.code)}</Banner>
          )}
        </div>
      )}
      <Button isPending={check.isPending} onPress={() => check.mutate()}>
        {t.checkNow}
      </Button>
    </Card>
  );
}

function Outcome({ check: { fault, at, entries, blanked } }: { readonly check: ActivityCheck }) {
  const t = useMessages(messages);
  const format = useFormat();
  if (fault === null)
    return (
      <Banner>
        {t.whole(entries)}
        {t.blanked(blanked)}
      </Banner>
    );
  return <Banner tone="danger">{t.faults[fault](at === null ? '' : format.dateTime(at))}</Banner>;
}
