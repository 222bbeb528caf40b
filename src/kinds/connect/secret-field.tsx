/** A header's secret: one of the workspace's by name, or a new one. Its value is typed once and never shown. */
import { type FormEvent, useEffect, useState } from 'react';
import { Form } from 'react-aria-components';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { KindForm, OutsideForm } from '../kind-view.ts';
import { messages } from './messages.ts';
import { referenceTo, SECRET_NAME, secretName, secretNameFrom } from './secret.ts';

/** No secret has such a name. */
const NEW = 'new secret';

export interface SecretFieldProps {
  readonly form: KindForm;
  readonly path: string;
  /** The reference. */
  readonly value: string;
  readonly label: string;
}

export function SecretField({ form, path, value, label }: SecretFieldProps) {
  const t = useMessages(messages);
  const [dialog, setDialog] = useState<'new' | 'value' | null>(null);
  const { outside } = form;
  const load = outside?.loadSecrets;
  const isUnknown = outside?.secrets === null;
  useEffect(() => {
    if (isUnknown) load?.();
  }, [isUnknown, load]);
  const name = secretName(value);
  const known = outside?.secrets ?? [];
  const isMissing = name !== null && outside !== undefined && !isUnknown && !known.includes(name);
  const names = name === null || known.includes(name) ? known : [name, ...known];
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1">
      <Select
        label={label}
        labelHidden
        placeholder={t['secret.choose']}
        options={[
          ...names.map((id) => ({ id, label: id })),
          ...(outside ? [{ id: NEW, label: t['secret.new'] }] : []),
        ]}
        value={name}
        isDisabled={form.isReadOnly}
        error={form.error(path) ?? (isMissing ? t['secret.missing'] : undefined)}
        onChange={(chosen) => (chosen === NEW ? setDialog('new') : form.set(path, referenceTo(chosen)))}
      />
      {outside && name !== null && !form.isReadOnly && (
        <Button
          size="small"
          variant="ghost"
          className="-ml-2 self-start"
          onPress={() => setDialog('value')}
          isDisabled={isUnknown}
        >
          {isMissing ? t['secret.store'] : t['secret.replace']}
        </Button>
      )}
      {dialog !== null && outside && (
        <SecretDialog
          outside={outside}
          name={dialog === 'new' ? null : name}
          onClose={() => setDialog(null)}
          onSaved={(saved) => {
            setDialog(null);
            if (saved !== name) form.set(path, referenceTo(saved));
          }}
        />
      )}
    </div>
  );
}

interface SecretDialogProps {
  readonly outside: OutsideForm;
  /** Whose value is written; null for a new one. */
  readonly name: string | null;
  readonly onClose: () => void;
  readonly onSaved: (name: string) => void;
}

function SecretDialog({ outside, name: given, onClose, onSaved }: SecretDialogProps) {
  const t = useMessages(messages);
  const [typed, setTyped] = useState(given ?? '');
  const [value, setValue] = useState('');
  const [failure, setFailure] = useState<string>();
  const [isSaving, setSaving] = useState(false);
  const name = typed.replace(/-$/, '');
  const exists = outside.secrets?.includes(name) === true;
  const canSave = SECRET_NAME.test(name) && value.trim() !== '';
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!canSave || isSaving) return;
    setSaving(true);
    const problem = await outside.saveSecret(name, value.trim());
    setSaving(false);
    if (problem === null) onSaved(name);
    else setFailure(problem);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="small"
      title={given === null ? t['secret.newTitle'] : t['secret.valueOf'](given)}
      lead={t['secret.lead']}
    >
      <Form className="flex flex-col gap-4" onSubmit={(event) => void save(event)}>
        {given === null && (
          <TextField
            label={t['secret.name']}
            placeholder={t['secret.name.placeholder']}
            hint={exists ? t['secret.exists'] : t['secret.name.hint']}
            value={typed}
            maxLength={40}
            autoFocus
            autoComplete="off"
            onChange={(text) => setTyped(secretNameFrom(text))}
          />
        )}
        <TextField
          label={t['secret.value']}
          hint={t['secret.value.hint']}
          error={failure}
          type="password"
          value={value}
          maxLength={4000}
          autoFocus={given !== null}
          // A password manager would offer the person's own.
          autoComplete="new-password"
          onChange={setValue}
        />
        <Button
          type="submit"
          variant="primary"
          className="self-end"
          isDisabled={!canSave}
          isPending={isSaving}
        >
          {t['secret.save']}
        </Button>
      </Form>
    </Dialog>
  );
}
