/** What a number is called here. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { nameNumber } from '../../../data/number-changes.ts';
import { numbersQuery } from '../../../data/number-queries.ts';
import type { PhoneNumber } from '../../../data/numbers.ts';
import { useFailureText } from '../../../i18n/failures/failure-text.ts';
import { useMessages } from '../../../i18n/use-messages.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { notify } from '../../../ui/toast.tsx';
import { useWorkspace } from '../../workspace-context.ts';
import { messages } from './messages.ts';

export function LabelForm({ number }: { readonly number: PhoneNumber }) {
  const t = useMessages(messages);
  const say = useFailureText();
  const queries = useQueryClient();
  const { workspace } = useWorkspace();
  const [label, setLabel] = useState(number.label);
  const save = useMutation({
    mutationFn: () => nameNumber(number.id, label),
    onSuccess: (saved) => {
      notify(
        saved.ok ? { tone: 'success', text: t.saved } : { tone: 'danger', text: say(saved.failure.code) },
      );
      return queries.invalidateQueries({ queryKey: numbersQuery(workspace.id).queryKey });
    },
  });
  return (
    <Card>
      <Form
        validationBehavior="aria"
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <TextField
          label={t.label}
          maxLength={80}
          value={label}
          onChange={setLabel}
          className="min-w-60 flex-1"
        />
        <Button type="submit" isPending={save.isPending} isDisabled={label.trim() === number.label}>
          {t.save}
        </Button>
      </Form>
    </Card>
  );
}
