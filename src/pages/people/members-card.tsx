/** The members, and what an owner does with them; everybody may leave. */
import { Crown, Ellipsis, LogOut, UserMinus, UserRound } from 'lucide-react';
import { useState } from 'react';
import { changeRole, handOver, removeMember } from '../../data/people.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { MEMBER_ROLES, type MemberRole, type PeopleAnswer } from '../../publish/people-wire.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, type MenuAction } from '../../ui/menu.tsx';
import { Select } from '../../ui/select.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { messages } from './messages.ts';
import { type PeopleChange, usePeopleChange } from './use-people-change.ts';

type Member = PeopleAnswer['members'][number];

export interface MembersCardProps {
  readonly members: readonly Member[];
  readonly isOwner: boolean;
}

/** What is asked before it is done. */
interface Question extends PeopleChange {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
}

export function MembersCard({ members, isOwner }: MembersCardProps) {
  const t = useMessages(messages);
  const { workspace, person } = useWorkspace();
  const [question, setQuestion] = useState<Question | null>(null);
  const change = usePeopleChange();
  const setRole = (member: Member, role: MemberRole) => {
    const next = {
      send: () => changeRole(workspace.id, member.userId, role),
      told: t.roleChanged(member.email, t.roles[role]),
    };
    if (member.userId === person.id && role !== 'owner')
      setQuestion({ ...next, title: t.demoteTitle, text: t.demoteText, confirm: t.demote });
    else change.mutate(next);
  };
  return (
    <Card title={t.members} flush>
      <ul aria-label={t.members} className="divide-y divide-line border-t border-line">
        {members.map((member) => (
          <MemberRow
            key={member.userId}
            member={member}
            isOwner={isOwner}
            onRole={(role) => setRole(member, role)}
            onAsk={setQuestion}
          />
        ))}
      </ul>
      <Confirm
        isOpen={question !== null}
        title={question?.title ?? ''}
        confirmLabel={question?.confirm ?? ''}
        isDanger
        isPending={change.isPending}
        onConfirm={() => question && change.mutate(question, { onSettled: () => setQuestion(null) })}
        onClose={() => setQuestion(null)}
      >
        {question?.text}
      </Confirm>
    </Card>
  );
}

interface MemberRowProps {
  readonly member: Member;
  readonly isOwner: boolean;
  readonly onRole: (role: MemberRole) => void;
  readonly onAsk: (question: Question) => void;
}

function MemberRow({ member, isOwner, onRole, onAsk }: MemberRowProps) {
  const t = useMessages(messages);
  const format = useFormat();
  const { person } = useWorkspace();
  const { email, role, since, userId } = member;
  const isMe = userId === person.id;
  const actions = useActions(member, isOwner, onAsk);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-5 py-3">
      <span
        aria-hidden
        className="flex size-8 shrink-0 items-center justify-center rounded-full bg-family-listen-tint text-family-listen"
      >
        <UserRound className="size-4" />
      </span>
      <div className="min-w-40 flex-1">
        <p className="truncate text-base font-medium">{isMe ? t.you(email) : email}</p>
        <p className="text-xs text-muted">{t.since(format.date(since))}</p>
      </div>
      <div className="flex items-center gap-2">
        {isOwner ? (
          <Select
            label={t.role(email)}
            labelHidden
            options={MEMBER_ROLES.map((id) => ({ id, label: t.roles[id], hint: t.roleHints[id] }))}
            value={role}
            onChange={(wished) => wished !== role && onRole(wished)}
            className="w-44"
          />
        ) : (
          <Badge>{t.roles[role]}</Badge>
        )}
        {actions.length > 0 && (
          <Menu
            label={t.more(email)}
            trigger={<IconButton label={t.more(email)} icon={<Ellipsis />} size="small" />}
            groups={[{ id: 'member', actions }]}
          />
        )}
      </div>
    </li>
  );
}

function useActions(
  { email, userId }: Member,
  isOwner: boolean,
  onAsk: (question: Question) => void,
): MenuAction[] {
  const t = useMessages(messages);
  const { workspace, person } = useWorkspace();
  const leave: MenuAction = {
    id: 'leave',
    label: t.leave,
    icon: <LogOut />,
    isDanger: true,
    onAction: () =>
      onAsk({
        title: t.leaveTitle(workspace.name),
        text: t.leaveText,
        confirm: t.leave,
        send: () => removeMember(workspace.id, userId),
        told: t.left(workspace.name),
      }),
  };
  if (userId === person.id) return [leave];
  if (!isOwner) return [];
  return [
    {
      id: 'hand-over',
      label: t.handOver,
      icon: <Crown />,
      onAction: () =>
        onAsk({
          title: t.handOverTitle(email),
          text: t.handOverText(email),
          confirm: t.handOver,
          send: () => handOver(workspace.id, userId),
          told: t.handedOver(email),
        }),
    },
    {
      id: 'remove',
      label: t.remove,
      icon: <UserMinus />,
      isDanger: true,
      onAction: () =>
        onAsk({
          title: t.removeTitle(email),
          text: t.removeText,
          confirm: t.remove,
          send: () => removeMember(workspace.id, userId),
          told: t.removed(email),
        }),
    },
  ];
}
