/** A place to drop files on, with a button that opens the system's own chooser. Knows no upload. */
import { Upload } from 'lucide-react';
import { DropZone, type FileDropItem, FileTrigger, Text } from 'react-aria-components';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';

export interface FilePickerProps {
  /** What the button says. */
  readonly label: string;
  /** What the place says beside it. */
  readonly dropLabel: string;
  /** Ends of names, with their dot: what the system's chooser offers. Whoever drops may drop anything. */
  readonly accepted: readonly string[];
  /** One file only; of several that are dropped the first is taken. */
  readonly isSingle?: boolean;
  readonly isDisabled?: boolean;
  readonly className?: string;
  readonly onFiles: (files: readonly File[]) => void;
}

export function FilePicker(props: FilePickerProps) {
  const { label, dropLabel, accepted, isSingle = false, isDisabled, className } = props;
  const onFiles = (files: readonly File[]) => props.onFiles(isSingle ? files.slice(0, 1) : files);
  return (
    <DropZone
      aria-label={label}
      isDisabled={isDisabled === true}
      onDrop={({ items }) => {
        const files = items.filter((item): item is FileDropItem => item.kind === 'file');
        if (files.length > 0) void Promise.all(files.map((file) => file.getFile())).then(onFiles);
      }}
      className={classNames(
        'press-motion flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-lg border border-dashed border-field/70 p-3',
        'data-drop-target:border-accent data-drop-target:bg-accent-soft data-disabled:opacity-55',
        'data-focus-visible:outline-2 data-focus-visible:outline-accent',
        className,
      )}
    >
      <FileTrigger
        allowsMultiple={!isSingle}
        acceptedFileTypes={accepted}
        onSelect={(files) => files && files.length > 0 && onFiles([...files])}
      >
        <Button size="small" icon={<Upload />} isDisabled={isDisabled === true}>
          {label}
        </Button>
      </FileTrigger>
      <Text slot="label" className="text-xs text-muted">
        {dropLabel}
      </Text>
    </DropZone>
  );
}
