/** Gives a flow another name. */
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { messages } from './messages.ts';

export interface RenameDialogProps {
  readonly name: string;
  readonly isPending: boolean;
  readonly onSave: (name: string) => void;
  readonly onClose: () => void;
}

const FORM = 'rename-flow';

export function RenameDialog({ name, isPending, onSave, onClose }: RenameDialogProps) {
  const t = useMessages(messages);
  const [text, setText] = useState(name);
  const isReady = text.trim() !== '';
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t.renameTitle}
      size="small"
      footer={
        <Button type="submit" form={FORM} variant="primary" isPending={isPending} isDisabled={!isReady}>
          {t.save}
        </Button>
      }
    >
      <Form
        id={FORM}
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) onSave(text.trim());
        }}
      >
        <TextField label={t.name} value={text} onChange={setText} maxLength={120} autoFocus />
      </Form>
    </Dialog>
  );
}
