/** The documents to answer from: those of the workspace, ticked or not, new ones, and what went wrong with each. */
import { FileText, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { Json } from '../../lib/json.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { FilePicker } from '../../ui/file-picker.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Progress } from '../../ui/progress.tsx';
import type { FilesForm, KindForm, OfferedFile, SentFile } from '../kind-view.ts';
import { type InformData, MOST_FILES } from './kind.ts';
import { messages } from './messages.ts';
import { RemoveDocument } from './remove-document.tsx';

const PATH = 'files';

export interface DocumentsFieldProps {
  readonly data: InformData;
  readonly form: KindForm;
}

export function DocumentsField({ data: { files: chosen = [] }, form }: DocumentsFieldProps) {
  const t = useMessages(messages);
  const [removing, setRemoving] = useState<OfferedFile | null>(null);
  const { files } = form;
  const offered = files?.all ?? [];
  const gone = files?.all ? chosen.filter(({ id }) => !offered.some((file) => file.id === id)) : [];
  const choose = (next: readonly { readonly id: string; readonly name: string }[]) =>
    form.set(PATH, next as unknown as Json);
  const without = (id: string) => chosen.filter((file) => file.id !== id);
  const isFull = chosen.length >= MOST_FILES;
  const { changes } = files ?? {};
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1.5 text-sm font-medium">{t.files}</legend>
      <p className="-mt-1 mb-1 text-xs text-muted">{t['files.hint']}</p>
      {gone.map(({ id, name }) => (
        <GoneRow key={id} name={name} isReadOnly={form.isReadOnly} onRemove={() => choose(without(id))} />
      ))}
      {offered.length > 0 && (
        <ul className="-mx-1 flex max-h-72 flex-col overflow-y-auto p-1">
          {offered.map((file) => {
            const isChosen = chosen.some(({ id }) => id === file.id);
            return (
              <Row
                key={file.id}
                file={file}
                isChosen={isChosen}
                isDisabled={form.isReadOnly || (isFull && !isChosen)}
                onChange={(isWanted) =>
                  choose(isWanted ? [...chosen, { id: file.id, name: file.name }] : without(file.id))
                }
                {...(changes ? { onRemove: () => setRemoving(file) } : {})}
              />
            );
          })}
        </ul>
      )}
      {files?.sent.map((sent) => (
        <SentRow key={sent.id} sent={sent} onDismiss={() => files.dismiss(sent.id)} />
      ))}
      {isFull && <p className="text-xs text-muted">{t['files.most'](MOST_FILES)}</p>}
      {files && changes && !form.isReadOnly && !isFull && <Picker files={files} changes={changes} />}
      {removing && changes && (
        <RemoveDocument file={removing} changes={changes} path={PATH} onClose={() => setRemoving(null)} />
      )}
    </fieldset>
  );
}

type Changes = NonNullable<FilesForm['changes']>;

function Picker({ files, changes }: { readonly files: FilesForm; readonly changes: Changes }) {
  const t = useMessages(messages);
  return (
    <FilePicker
      label={t['files.add']}
      dropLabel={t['files.drop']}
      accepted={files.accepted}
      onFiles={(added) => changes.upload(PATH, added)}
    />
  );
}

interface RowProps {
  readonly file: OfferedFile;
  readonly isChosen: boolean;
  readonly isDisabled: boolean;
  readonly onChange: (isWanted: boolean) => void;
  readonly onRemove?: () => void;
}

function Row({ file, isChosen, isDisabled, onChange, onRemove }: RowProps) {
  const t = useMessages(messages);
  const format = useFormat();
  const hasFailed = file.state === 'interrupted' || file.state === 'unreadable';
  return (
    <li className="flex items-start gap-1">
      <div className="min-w-0 flex-1 py-1 wrap-anywhere">
        <Checkbox
          label={file.name}
          hint={file.state === 'ready' || hasFailed ? format.fileSize(file.size) : t[`files.${file.state}`]}
          isSelected={isChosen}
          // One that cannot be read may be taken out, not in.
          isDisabled={isDisabled || (hasFailed && !isChosen)}
          onChange={onChange}
        />
        {hasFailed && <p className="ml-6.5 text-xs text-danger">{t[`files.${file.state}`]}</p>}
      </div>
      {onRemove && (
        <IconButton
          size="small"
          icon={<Trash2 />}
          label={t['files.remove'](file.name)}
          placement="left"
          onPress={onRemove}
        />
      )}
    </li>
  );
}

function SentRow({ sent, onDismiss }: { readonly sent: SentFile; readonly onDismiss: () => void }) {
  const t = useMessages(messages);
  return (
    <div className="flex items-start gap-2.5 text-base">
      <FileText aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
      <div className="min-w-0 flex-1 wrap-anywhere" role={sent.error === undefined ? undefined : 'alert'}>
        {sent.name}
        {sent.error === undefined ? (
          // All of it sent, the answer is still to come.
          <Progress
            label={t['files.sending'](sent.name)}
            {...(sent.progress < 1 ? { value: sent.progress * 100 } : {})}
            className="mt-1"
          />
        ) : (
          <p className="text-xs text-danger">{sent.error}</p>
        )}
      </div>
      {sent.error !== undefined && (
        <IconButton
          size="small"
          icon={<X />}
          label={t['files.dismiss'](sent.name)}
          placement="left"
          onPress={onDismiss}
        />
      )}
    </div>
  );
}

interface GoneRowProps {
  readonly name: string;
  readonly isReadOnly: boolean;
  readonly onRemove: () => void;
}

function GoneRow({ name, isReadOnly, onRemove }: GoneRowProps) {
  const t = useMessages(messages);
  return (
    <div className="flex items-start gap-2.5 text-base">
      <FileText aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
      <div className="min-w-0 flex-1 wrap-anywhere">
        {name}
        <p className="text-xs text-danger">{t['files.gone']}</p>
      </div>
      <Button size="small" variant="ghost" isDisabled={isReadOnly} onPress={onRemove}>
        {t['files.takeOut']}
      </Button>
    </div>
  );
}
