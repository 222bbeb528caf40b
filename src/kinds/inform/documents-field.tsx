/** The documents to answer from: those of the workspace, ticked or not, new ones, and what went wrong with each. */
import { useState } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import type { Json } from '../../lib/json.ts';
import { FilePicker } from '../../ui/file-picker.tsx';
import type { FilesForm, KindForm, OfferedFile } from '../kind-view.ts';
import { GoneRow, OfferedRow, SentRow } from './document-rows.tsx';
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
              <OfferedRow
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
