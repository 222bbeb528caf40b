/** The rows of the documents to answer from: one of the workspace, one that is being sent, one that is gone. */
import { FileText, Trash2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Progress } from '../../ui/progress.tsx';
import type { OfferedFile, SentFile } from '../kind-view.ts';
import { messages } from './messages.ts';

interface OfferedRowProps {
  readonly file: OfferedFile;
  readonly isChosen: boolean;
  readonly isDisabled: boolean;
  readonly onChange: (isWanted: boolean) => void;
  readonly onRemove?: () => void;
}

export function OfferedRow({ file, isChosen, isDisabled, onChange, onRemove }: OfferedRowProps) {
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

export function SentRow({ sent, onDismiss }: { readonly sent: SentFile; readonly onDismiss: () => void }) {
  const t = useMessages(messages);
  return (
    <PlainRow
      name={sent.name}
      error={sent.error}
      action={
        sent.error !== undefined && (
          <IconButton
            size="small"
            icon={<X />}
            label={t['files.dismiss'](sent.name)}
            placement="left"
            onPress={onDismiss}
          />
        )
      }
    >
      {sent.error === undefined && (
        // Once all of it is sent, the answer is still to come.
        <Progress
          label={t['files.sending'](sent.name)}
          {...(sent.progress < 1 ? { value: sent.progress * 100 } : {})}
          className="mt-1"
        />
      )}
    </PlainRow>
  );
}

interface GoneRowProps {
  readonly name: string;
  readonly isReadOnly: boolean;
  readonly onRemove: () => void;
}

export function GoneRow({ name, isReadOnly, onRemove }: GoneRowProps) {
  const t = useMessages(messages);
  return (
    <PlainRow
      name={name}
      error={t['files.gone']}
      action={
        <Button size="small" variant="ghost" isDisabled={isReadOnly} onPress={onRemove}>
          {t['files.takeOut']}
        </Button>
      }
    />
  );
}

interface PlainRowProps {
  readonly name: string;
  readonly error: string | undefined;
  readonly action: ReactNode;
  readonly children?: ReactNode;
}

/** Of a document that cannot be ticked. */
function PlainRow({ name, error, action, children }: PlainRowProps) {
  return (
    <div className="flex items-start gap-2.5 text-base">
      <FileText
        aria-hidden
        className={classNames('mt-0.5 size-4 shrink-0', error === undefined ? 'text-muted' : 'text-danger')}
      />
      <div className="min-w-0 flex-1 wrap-anywhere" role={error === undefined ? undefined : 'alert'}>
        {name}
        {error !== undefined && <p className="text-xs text-danger">{error}</p>}
        {children}
      </div>
      {action}
    </div>
  );
}
