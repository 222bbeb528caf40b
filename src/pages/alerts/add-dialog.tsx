/** Somebody more who is told: by e-mail, or another program. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { ALERT_KINDS, type AlertKind } from '../../alerts/alert.ts';
import { messages as alertWords } from '../../alerts/messages.ts';
import { alertsQuery } from '../../data/alert-queries.ts';
import { addChannel } from '../../data/alerts.ts';
import type { ApiFailure } from '../../data/ask.ts';
import { peopleQuery } from '../../data/settings-queries.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { ChannelAnswer } from '../../publish/alerts-wire.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { messages } from './messages.ts';
import type { ShownOnce } from './shown-once.tsx';

export type ChannelType = 'email' | 'webhook';

export interface AddDialogProps {
  /** Null: nothing is added. */
  readonly type: ChannelType | null;
  /** What an e-mail begins with: one's own address, unless it is in the list. */
  readonly suggested: string;
  readonly onShow: (shown: ShownOnce) => void;
  readonly onClose: () => void;
}

export function AddDialog({ type, suggested, onShow, onClose }: AddDialogProps) {
  const t = useMessages(messages);
  return (
    <Dialog
      isOpen={type !== null}
      onClose={onClose}
      title={type === 'webhook' ? t.hookTitle : t.mailTitle}
      lead={type === 'webhook' ? t.hookLead : t.mailLead}
      size="small"
    >
      {type !== null && <AddForm type={type} suggested={suggested} onShow={onShow} onClose={onClose} />}
    </Dialog>
  );
}

type AddFormProps = AddDialogProps & { readonly type: ChannelType };

function AddForm({ type, suggested, onShow, onClose }: AddFormProps) {
  const t = useMessages(messages);
  const words = useMessages(alertWords);
  const [to, setTo] = useState(type === 'email' ? suggested : '');
  const [kinds, setKinds] = useState<readonly AlertKind[]>(ALERT_KINDS);
  const [error, setError] = useState<string>();
  const adding = useAdding(type, {
    onAdded: ({ secret, link, asked }, isMember) => {
      const name = to.trim();
      onClose();
      if (secret !== undefined) onShow({ what: 'secret', text: secret, to: name });
      else if (link !== undefined) onShow({ what: 'link', text: link, to: name });
      else if (asked === 'failed') notify({ tone: 'danger', text: t.askFailed(name) });
      else notify({ tone: 'success', text: isMember ? t.added(name) : t.asked(name) });
    },
    onRefused: setError,
  });
  const submit = () => {
    if (type === 'email' && !/^\S+@\S+\.\S+$/.test(to.trim())) return setError(t.needEmail);
    if (type === 'webhook' && to.trim() === '') return setError(t.urlReasons.malformed);
    setError(undefined);
    return adding.mutate({ to: to.trim(), kinds });
  };
  return (
    <Form
      validationBehavior="aria"
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {type === 'email' ? (
        <TextField
          label={t.email}
          type="email"
          autoComplete="email"
          placeholder={t.emailPlaceholder}
          value={to}
          onChange={setTo}
          error={error}
          autoFocus
        />
      ) : (
        <TextField
          label={t.url}
          hint={t.urlHint}
          type="url"
          autoComplete="off"
          placeholder={t.urlPlaceholder}
          maxLength={2000}
          value={to}
          onChange={setTo}
          error={error}
          autoFocus
        />
      )}
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 text-sm font-medium">{t.what}</legend>
        {ALERT_KINDS.map((kind) => (
          <Checkbox
            key={kind}
            label={words.kinds[kind]}
            isSelected={kinds.includes(kind)}
            onChange={(isOn) =>
              setKinds(ALERT_KINDS.filter((one) => (one === kind ? isOn : kinds.includes(one))))
            }
          />
        ))}
      </fieldset>
      <Button type="submit" variant="primary" isPending={adding.isPending} className="self-end">
        {t.add}
      </Button>
    </Form>
  );
}

interface Adding {
  readonly to: string;
  readonly kinds: readonly AlertKind[];
}

interface AddingEnds {
  readonly onAdded: (answer: ChannelAnswer, isMember: boolean) => void;
  readonly onRefused: (sentence: string) => void;
}

/** The address of a member means their account, wherever that is reached later. */
function useAdding(type: ChannelType, { onAdded, onRefused }: AddingEnds) {
  const explain = useRefusal();
  const language = useLanguage();
  const queries = useQueryClient();
  const { workspace } = useWorkspace();
  const people = useQuery(peopleQuery(workspace.id));
  return useMutation({
    mutationFn: async ({ to, kinds }: Adding) => {
      const common = { workspaceId: workspace.id, kinds: [...kinds], language };
      if (type === 'webhook')
        return { isMember: false, answer: await addChannel({ type: 'webhook', url: to, ...common }) };
      const member = people.data?.members.find(({ email }) => email.toLowerCase() === to.toLowerCase());
      return member
        ? { isMember: true, answer: await addChannel({ type: 'member', userId: member.userId, ...common }) }
        : { isMember: false, answer: await addChannel({ type: 'address', address: to, ...common }) };
    },
    onSuccess: ({ answer, isMember }) => {
      if (!answer.ok) return onRefused(explain(answer.failure));
      onAdded(answer.value, isMember);
      return queries.invalidateQueries({ queryKey: alertsQuery(workspace.id).queryKey });
    },
  });
}

function useRefusal(): (failure: ApiFailure) => string {
  const t = useMessages(messages);
  const say = useFailureText();
  return ({ code, params: { field, reason } }) => {
    if (field === 'known') return t.known;
    if (field === 'too-many') return t.tooMany;
    if (field === 'address') return t.needEmail;
    if (field === 'mail') return t.mailNone;
    if (field !== 'url') return say(code);
    const reasons: Readonly<Record<string, string>> = t.urlReasons;
    return reasons[String(reason)] ?? t.urlReasons.malformed;
  };
}
