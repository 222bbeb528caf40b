/** Replacing what signs Vapi's messages: the new secret goes beside the former one, so that nothing is missed meanwhile. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { setSignature } from '../../data/connection.ts';
import { connectionQuery } from '../../data/settings-queries.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { messages } from './messages.ts';

export function SignatureForm({ onDone }: { readonly onDone: () => void }) {
  const t = useMessages(messages);
  const say = useFailureText();
  const queries = useQueryClient();
  const { workspace } = useWorkspace();
  const [credentialId, setCredentialId] = useState('');
  const [secret, setSecret] = useState('');
  const [error, setError] = useState<string>();
  const save = useMutation({
    mutationFn: () => setSignature({ workspaceId: workspace.id, credentialId: credentialId.trim(), secret }),
    onSuccess: (saved) => {
      if (!saved.ok) {
        const { code } = saved.failure;
        return setError(code === 'bad-request' ? t.needSecret : say(code));
      }
      notify({ tone: 'success', text: t.replacedSignature });
      onDone();
      return queries.invalidateQueries({ queryKey: connectionQuery(workspace.id).queryKey });
    },
  });
  return (
    <Card title={t.replaceSignature}>
      <Form
        validationBehavior="aria"
        autoComplete="off"
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          const isWhole = credentialId.trim() !== '' && secret.trim() !== '';
          setError(isWhole ? undefined : t.needSecret);
          if (isWhole) save.mutate();
        }}
      >
        <p className="max-w-160 text-sm text-pretty text-muted">{t.replaceSignatureHint}</p>
        <TextField
          label={t.credentialId}
          autoComplete="off"
          autoFocus
          value={credentialId}
          onChange={setCredentialId}
          className="max-w-120"
        />
        <TextField
          label={t.newSecret}
          type="password"
          autoComplete="off"
          value={secret}
          onChange={setSecret}
          error={error}
          className="max-w-120"
        />
        <Button type="submit" variant="primary" isPending={save.isPending} className="self-start">
          {t.saveSignature}
        </Button>
      </Form>
    </Card>
  );
}
