/** Pasting a key: which region, what signs Vapi's messages, and what the change leaves behind, said before it is made. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { setConnection } from '../../data/connection.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { ConnectionAnswer, VapiRegion } from '../../publish/connection-wire.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { messages } from './messages.ts';

export interface ConnectFormProps {
  readonly connection: ConnectionAnswer;
  readonly onDone: () => void;
}

/** Keys and secrets alike; the server judges. */
const isWellFormed = (text: string) => /^[!-~]{8,300}$/.test(text);

export function ConnectForm({ connection, onDone }: ConnectFormProps) {
  const t = useMessages(messages);
  const say = useFailureText();
  const queries = useQueryClient();
  const { workspace } = useWorkspace();
  const { own, here, regions } = connection;
  const [region, setRegion] = useState<VapiRegion>(own?.region ?? 'us');
  const [key, setKey] = useState('');
  const [credentialId, setCredentialId] = useState('');
  const [secret, setSecret] = useState('');
  const [error, setError] = useState<{ key?: string; signature?: string }>({});
  const save = useMutation({
    mutationFn: () =>
      setConnection({
        workspaceId: workspace.id,
        region,
        key: key.trim(),
        ...(secret.trim() === '' ? {} : { signature: { credentialId: credentialId.trim(), secret } }),
      }),
    onSuccess: async (saved) => {
      if (!saved.ok) {
        const { code } = saved.failure;
        if (code !== 'bad-request') return setError({ key: say(code) });
        return setError(isWellFormed(key.trim()) ? { signature: t.badSecret } : { key: t.needKey });
      }
      notify({ tone: 'success', text: saved.value.isSame ? t.savedSame : t.saved });
      onDone();
      // numbers and documents may be those of another account now
      return queries.invalidateQueries();
    },
  });
  const submit = () => {
    const isHalf = (credentialId.trim() === '') !== (secret.trim() === '');
    setError({
      ...(key.trim() === '' ? { key: t.needKey } : {}),
      ...(isHalf ? { signature: t.needBoth } : {}),
    });
    if (key.trim() !== '' && !isHalf) save.mutate();
  };
  return (
    <Card title={own ? t.replace : t.connect}>
      <Form
        validationBehavior="aria"
        autoComplete="off"
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {here.numbers + here.files > 0 && <Banner tone="warning">{t.leaves(here)}</Banner>}
        <TextField
          label={t.key}
          hint={t.keyHint}
          type="password"
          autoComplete="off"
          autoFocus
          value={key}
          onChange={setKey}
          error={error.key}
          className="max-w-120"
        />
        <RadioGroup
          label={t.region}
          options={regions.map((id) => ({ id, label: t.regions[id], hint: t.regionHints[id] }))}
          value={region}
          onChange={setRegion}
        />
        <fieldset className="flex flex-col gap-4 border-t border-line pt-4">
          <legend className="float-left w-full text-sm font-medium">{t.signature}</legend>
          <p className="clear-left max-w-160 text-sm text-pretty text-muted">{t.signatureHint}</p>
          <TextField
            label={t.credentialId}
            autoComplete="off"
            value={credentialId}
            onChange={setCredentialId}
            className="max-w-120"
          />
          <TextField
            label={t.secret}
            type="password"
            autoComplete="off"
            value={secret}
            onChange={setSecret}
            error={error.signature}
            className="max-w-120"
          />
        </fieldset>
        <Button type="submit" variant="primary" isPending={save.isPending} className="self-start">
          {t.save}
        </Button>
      </Form>
    </Card>
  );
}
