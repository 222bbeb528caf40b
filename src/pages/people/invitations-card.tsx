/** Inviting somebody, and who is invited. For owners. */
import { MailPlus, Send, X } from 'lucide-react';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { ApiResult } from '../../data/ask.ts';
import { invite, inviteAgain, revokeInvitation } from '../../data/people.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import {
  INVITED_ROLES,
  type InviteAnswer,
  type InvitedRole,
  type PeopleAnswer,
} from '../../publish/people-wire.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { InvitationLink, type Unsent } from './invitation-link.tsx';
import { messages } from './messages.ts';
import { useInviting } from './use-inviting.ts';
import { usePeopleChange } from './use-people-change.ts';

type Invitation = PeopleAnswer['invitations'][number];

export function InvitationsCard({ invitations }: { readonly invitations: readonly Invitation[] }) {
  const t = useMessages(messages);
  const [unsent, setUnsent] = useState<Unsent | null>(null);
  return (
    <Card title={t.invitations} flush>
      <p className="px-5 pb-4 text-sm text-muted">{t.invitationsHint}</p>
      <InviteForm onUnsent={setUnsent} />
      {invitations.length === 0 ? (
        <p className="border-t border-line px-5 py-4 text-sm text-muted">{t.none}</p>
      ) : (
        <ul aria-label={t.invitations} className="divide-y divide-line border-t border-line">
          {invitations.map((invitation) => (
            <InvitationRow key={invitation.id} invitation={invitation} onUnsent={setUnsent} />
          ))}
        </ul>
      )}
      <InvitationLink unsent={unsent} onClose={() => setUnsent(null)} />
    </Card>
  );
}

interface Asking {
  readonly onUnsent: (unsent: Unsent) => void;
}

function InviteForm({ onUnsent }: Asking) {
  const t = useMessages(messages);
  const say = useFailureText();
  const language = useLanguage();
  const { workspace } = useWorkspace();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<InvitedRole>('editor');
  const [error, setError] = useState<string | undefined>();
  const inviting = useInviting(onUnsent);
  const address = email.trim();
  const submit = async () => {
    if (!/^\S+@\S+\.\S+$/.test(address)) return setError(t.needEmail);
    const ask = () => invite({ workspaceId: workspace.id, email: address, role, language });
    const sent = await inviting.mutateAsync({ email: address, ask });
    if (sent.ok) setEmail('');
    setError(
      sent.ok ? undefined : sent.failure.code === 'bad-request' ? t.needEmail : say(sent.failure.code),
    );
  };
  return (
    <Form
      validationBehavior="aria"
      className="flex flex-col gap-4 px-5 pb-5"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField
        label={t.email}
        type="email"
        autoComplete="off"
        placeholder={t.emailPlaceholder}
        value={email}
        onChange={setEmail}
        error={error}
        className="max-w-100"
      />
      <RadioGroup
        label={t.rights}
        options={INVITED_ROLES.map((id) => ({ id, label: t.roles[id], hint: t.roleHints[id] }))}
        value={role}
        onChange={setRole}
      />
      <Button
        type="submit"
        variant="primary"
        icon={<MailPlus aria-hidden />}
        isPending={inviting.isPending}
        className="self-start"
      >
        {t.invite}
      </Button>
    </Form>
  );
}

function InvitationRow({ invitation, onUnsent }: Asking & { readonly invitation: Invitation }) {
  const t = useMessages(messages);
  const say = useFailureText();
  const format = useFormat();
  const language = useLanguage();
  const change = usePeopleChange();
  const inviting = useInviting(onUnsent, (code) => say(code));
  const { id, email, role, sentAt, expiresAt, isExpired } = invitation;
  const again = (): ApiResult<InviteAnswer> => inviteAgain(id, language);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-5 py-3">
      <div className="min-w-40 flex-1">
        <p className="truncate text-base font-medium">{email}</p>
        <p className="text-xs text-muted">
          {t.sentOn(format.date(sentAt))}
          {!isExpired && ` · ${t.validUntil(format.date(expiresAt))}`}
        </p>
      </div>
      <div className="flex items-center gap-2">
        {isExpired && <Badge tone="warning">{t.expired}</Badge>}
        <Badge>{t.roles[role]}</Badge>
        <IconButton
          label={t.againTo(email)}
          icon={<Send />}
          size="small"
          isDisabled={inviting.isPending}
          onPress={() => inviting.mutate({ email, ask: again })}
        />
        <IconButton
          label={t.revokeOf(email)}
          icon={<X />}
          size="small"
          isDisabled={change.isPending}
          onPress={() => change.mutate({ send: () => revokeInvitation(id), told: t.revoked(email) })}
        />
      </div>
    </li>
  );
}
