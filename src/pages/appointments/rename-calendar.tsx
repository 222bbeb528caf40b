/** Gives a calendar another name; what books into it goes on. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { renameCalendar } from '../../data/calendars.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { messages } from './messages.ts';

const FORM = 'rename-calendar';
const LONGEST = 60;

export function RenameCalendar({ name, onClose }: { readonly name: string; readonly onClose: () => void }) {
  const t = useMessages(messages);
  const say = useFailureText();
  const queries = useQueryClient();
  const { workspace } = useWorkspace();
  const [text, setText] = useState(name);
  const [taken, setTaken] = useState('');
  const wanted = text.trim();
  const rename = useMutation({
    mutationFn: () => renameCalendar(workspace.id, name, wanted),
    onSuccess: async (renamed) => {
      if (renamed.ok && renamed.value.outcome === 'name-taken') return setTaken(wanted);
      if (!renamed.ok) return notify({ tone: 'danger', text: say(renamed.failure.code) });
      onClose();
      notify({ tone: 'success', text: t.named.renamed(name, wanted) });
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['calendars', workspace.id] }),
        queries.invalidateQueries({ queryKey: ['bookings', workspace.id] }),
      ]);
    },
  });
  const isReady = wanted !== '' && wanted !== name;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t.named.renameOne(name)}
      size="small"
      footer={
        <Button
          type="submit"
          form={FORM}
          variant="primary"
          isPending={rename.isPending}
          isDisabled={!isReady}
        >
          {t.named.rename}
        </Button>
      }
    >
      <Form
        id={FORM}
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) rename.mutate();
        }}
      >
        <TextField
          label={t.named.name}
          hint={t.named.renameHint}
          error={taken !== '' && taken === wanted ? t.named.taken : undefined}
          value={text}
          onChange={setText}
          maxLength={LONGEST}
          autoFocus
        />
      </Form>
    </Dialog>
  );
}
