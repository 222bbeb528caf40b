/** The one question of a new workspace: its name. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { createWorkspace } from '../../data/people.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { messages } from './messages.ts';

export interface NewWorkspaceFormProps {
  readonly onMade: (id: string) => void;
}

export function NewWorkspaceForm({ onMade }: NewWorkspaceFormProps) {
  const t = useMessages(messages);
  const say = useFailureText();
  const [name, setName] = useState('');
  const make = useMutation({
    mutationFn: () => createWorkspace(name.trim()),
    onSuccess: (made) => {
      if (made.ok) onMade(made.value.id);
    },
  });
  const refusal = make.data !== undefined && !make.data.ok ? say(make.data.failure.code) : undefined;
  return (
    <Form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') make.mutate();
      }}
    >
      <TextField
        label={t.name}
        hint={t.nameHint}
        value={name}
        onChange={setName}
        maxLength={80}
        autoFocus
        error={refusal}
      />
      <Button type="submit" variant="primary" isPending={make.isPending} isDisabled={name.trim() === ''}>
        {t.create}
      </Button>
    </Form>
  );
}
