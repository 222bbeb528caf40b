/** A person who calls, found by telephone number: what is kept, to hand over or to delete. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { findPerson } from '../../data/api.ts';
import type { ApiFailure } from '../../data/ask.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { PersonAnswer } from '../../publish/wire.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { FoundPerson } from './found-person.tsx';
import { messages } from './messages.ts';

export function PersonCard() {
  const t = useMessages(messages);
  const say = useFailureText();
  const queries = useQueryClient();
  const { workspace } = useWorkspace();
  const [number, setNumber] = useState('');
  const [found, setFound] = useState<PersonAnswer | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const find = useMutation({
    mutationFn: (asked: string) => findPerson(workspace.id, asked),
    onSuccess: (answer) => {
      setFound(answer.ok ? answer.value : null);
      setFailure(answer.ok ? null : answer.failure);
    },
  });
  const error =
    failure === null ? undefined : failure.code === 'bad-request' ? t.noNumber : say(failure.code);
  return (
    <Card title={t.person}>
      <p className="mb-4 max-w-140 text-sm text-muted">{t.personHint}</p>
      <Form
        className="flex flex-wrap items-start gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (number.trim() !== '') find.mutate(number.trim());
        }}
      >
        <TextField
          className="min-w-60 flex-1"
          label={t.number}
          hint={t.spoken}
          type="tel"
          value={number}
          maxLength={40}
          error={error}
          onChange={(text) => {
            setNumber(text);
            setFailure(null);
          }}
        />
        <Button
          type="submit"
          className="mt-6"
          icon={<Search aria-hidden />}
          isDisabled={number.trim() === ''}
          isPending={find.isPending}
        >
          {t.find}
        </Button>
      </Form>
      {found !== null && (
        <FoundPerson
          key={found.number}
          found={found}
          onErased={() => {
            find.mutate(found.number);
            void queries.invalidateQueries();
          }}
        />
      )}
    </Card>
  );
}
