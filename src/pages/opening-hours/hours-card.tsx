/** One of the workspace's opening hours: its week at a glance, who follows it, and its form. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { openingHoursQuery } from '../../data/editor-queries.ts';
import { deleteOpeningHours, saveOpeningHours, type WorkspaceHours } from '../../data/opening-hours.ts';
import type { HoursId } from '../../flow/document.ts';
import { contentOf, type HoursContent } from '../../flow/shared-hours.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { clockOf } from '../../kinds/clock.ts';
import { HoursForm } from '../../kinds/hours-form.tsx';
import { isSameJson } from '../../lib/same-json.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Card } from '../../ui/card.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Link } from '../../ui/link.tsx';
import { notify } from '../../ui/toast.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { messages } from './messages.ts';
import { summarizeWeek } from './week-summary.ts';

export interface NamedFlow {
  readonly id: string;
  readonly name: string;
}

export interface HoursCardProps {
  readonly hours: WorkspaceHours;
  readonly canChange: boolean;
  readonly isOpen: boolean;
  /** Flows whose drawing follows these hours. */
  readonly followers: readonly NamedFlow[];
  /** Flows in service that still answer with older ones. */
  readonly behind: readonly NamedFlow[];
}

export function HoursCard({ hours, canChange, isOpen, followers, behind }: HoursCardProps) {
  const t = useMessages(messages);
  return (
    <Card
      title={hours.name}
      action={canChange && <RemoveButton hours={hours} followers={followers.length} />}
    >
      <div className="flex flex-col gap-4">
        {behind.map((flow) => (
          <Banner
            key={flow.id}
            tone="warning"
            action={
              <ButtonLink size="small" href={`/flows/${flow.id}`}>
                {t.openFlow}
              </ButtonLink>
            }
          >
            {t.behind(flow.name)}
          </Banner>
        ))}
        {hours.content ? (
          <>
            <WeekLines content={hours.content} />
            <Followers flows={followers} />
            <Disclosure title={t.change} defaultExpanded={isOpen}>
              {/* Another revision is another form: nothing typed before may be saved over it. */}
              <EditHours key={hours.revision} hours={hours} content={hours.content} canChange={canChange} />
            </Disclosure>
          </>
        ) : (
          <Banner tone="warning">{t.unreadable}</Banner>
        )}
      </div>
    </Card>
  );
}

/** A Monday; only its weekday counts. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

function WeekLines({ content }: { readonly content: HoursContent }) {
  const t = useMessages(messages);
  const language = useLanguage();
  const format = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  const name = (day: number) => format.format(MONDAY + day * DAY);
  return (
    <ul className="flex flex-col gap-0.5 text-sm tabular-nums">
      {summarizeWeek(content.week).map(({ first, last, spans }) => (
        <li key={first} className={`first-letter:uppercase ${spans.length === 0 ? 'text-muted' : ''}`}>
          {t.days(
            first === last ? name(first) : `${name(first)}–${name(last)}`,
            spans.map(({ from, to }) => `${clockOf(from)}–${clockOf(to)}`).join(', ') || t.closed,
          )}
        </li>
      ))}
    </ul>
  );
}

function Followers({ flows }: { readonly flows: readonly NamedFlow[] }) {
  const t = useMessages(messages);
  if (flows.length === 0) return <p className="text-sm text-muted">{t.unused}</p>;
  return (
    <p className="text-sm">
      <span className="text-muted">{t.usedBy}</span>{' '}
      {flows.map((flow, index) => (
        <span key={flow.id}>
          {index > 0 && ', '}
          <Link href={`/flows/${flow.id}`}>{flow.name}</Link>
        </span>
      ))}
    </p>
  );
}

interface EditHoursProps {
  readonly hours: WorkspaceHours;
  readonly content: HoursContent;
  readonly canChange: boolean;
}

function EditHours({ hours, content, canChange }: EditHoursProps) {
  const t = useMessages(messages);
  const say = useFailureText();
  const queries = useQueryClient();
  const { workspace } = useWorkspace();
  const [draft, setDraft] = useState(content);
  const isNamed = draft.name.trim() !== '';
  const isChanged = !isSameJson(draft, content);
  const save = useMutation({
    mutationFn: () => saveOpeningHours(hours.id, hours.revision, { ...draft, name: draft.name.trim() }),
    onSuccess: (saved) => {
      if (saved.ok) notify({ tone: 'success', text: t.saved });
      else {
        const { code } = saved.failure;
        notify({ tone: 'danger', text: code === 'conflict' ? t.conflict : say(code) });
        // What was typed stays, to be saved later, unless there is something newer.
        if (code !== 'conflict') return;
      }
      return queries.invalidateQueries({ queryKey: openingHoursQuery(workspace.id).queryKey });
    },
  });
  return (
    <div className="flex max-w-md flex-col gap-4">
      <HoursForm
        hours={{ ...draft, id: hours.id as HoursId, shared: null }}
        isReadOnly={!canChange}
        onChange={(next) => setDraft(contentOf(next))}
      />
      {canChange && (
        <div className="flex flex-wrap items-center gap-2">
          <Button
            variant="primary"
            isDisabled={!isChanged || !isNamed}
            isPending={save.isPending}
            onPress={() => save.mutate()}
          >
            {t.save}
          </Button>
          {isChanged && (
            <Button variant="ghost" isDisabled={save.isPending} onPress={() => setDraft(content)}>
              {t.discard}
            </Button>
          )}
          {!isNamed && <span className="text-xs text-danger">{t.nameMissing}</span>}
        </div>
      )}
    </div>
  );
}

function RemoveButton({ hours, followers }: { readonly hours: WorkspaceHours; readonly followers: number }) {
  const t = useMessages(messages);
  const say = useFailureText();
  const queries = useQueryClient();
  const { workspace } = useWorkspace();
  const [isAsking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => deleteOpeningHours(hours.id),
    onSuccess: (removed) => {
      setAsking(false);
      if (!removed.ok) notify({ tone: 'danger', text: say(removed.failure.code) });
      return queries.invalidateQueries({ queryKey: openingHoursQuery(workspace.id).queryKey });
    },
  });
  return (
    <>
      <IconButton label={t.remove} icon={<Trash2 />} size="small" onPress={() => setAsking(true)} />
      <Confirm
        isOpen={isAsking}
        title={t.removeTitle(hours.name)}
        confirmLabel={t.remove}
        isDanger
        isPending={remove.isPending}
        onConfirm={() => remove.mutate()}
        onClose={() => setAsking(false)}
      >
        {t.removeText(followers)}
      </Confirm>
    </>
  );
}
