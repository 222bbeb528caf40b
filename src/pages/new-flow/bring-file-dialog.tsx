/** A file from elsewhere becomes a flow: what was read, what was guessed, and then the canvas. */
import { type ReactNode, useState } from 'react';
import type { FlowDocument, FlowNode } from '../../flow/document.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FilePicker } from '../../ui/file-picker.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { messages } from './messages.ts';
import { type BroughtFile, type Finding, readFile } from './read-file.ts';
import { useImportWords } from './use-import-words.ts';

export interface BringFileDialogProps {
  readonly isPending: boolean;
  readonly onCreate: (document: FlowDocument) => void;
  readonly onClose: () => void;
}

export function BringFileDialog({ isPending, onCreate, onClose }: BringFileDialogProps) {
  const t = useMessages(messages).bring;
  const words = useImportWords();
  const [file, setFile] = useState<BroughtFile | 'reading' | null>(null);
  const take = (files: readonly File[]) => {
    const [first] = files;
    if (!first) return;
    setFile('reading');
    void readFile(first, words).then(setFile);
  };
  const brought = file === 'reading' ? null : file;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t.title}
      lead={t.lead}
      footer={
        brought?.document && (
          <Button variant="primary" isPending={isPending} onPress={() => onCreate(brought.document!)}>
            {t.open}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <FilePicker
          label={brought ? t.another : t.choose}
          dropLabel={t.drop}
          accepted={['.json']}
          isSingle
          isDisabled={file === 'reading'}
          onFiles={take}
        />
        {file === 'reading' && (
          <p className="flex items-center gap-2 text-sm text-muted">
            <Spinner />
            {t.reading}
          </p>
        )}
        {brought && <Outcome file={brought} />}
      </div>
    </Dialog>
  );
}

function Outcome({ file: { name, document, source, findings } }: { readonly file: BroughtFile }) {
  const t = useMessages(messages).bring;
  if (!document || !source)
    return (
      <Banner tone="danger">
        <p className="font-medium">{t.refused(name)}</p>
        {findings.map(({ what, todo }) => (
          <p key={what} className="mt-1">
            {what}. {todo}
          </p>
        ))}
      </Banner>
    );
  const steps = (Object.values(document.nodes) as FlowNode[]).length;
  return (
    <>
      <Banner tone="info">
        <p className="font-medium">{t.read(name)}</p>
        <p>{t.content(t.sources[source], steps)}</p>
      </Banner>
      {findings.length > 0 && (
        <section aria-label={t.toCheck(findings.length)}>
          <h3 className="text-sm font-medium">{t.toCheck(findings.length)}</h3>
          <p className="mt-0.5 text-xs text-muted">{t.kept}</p>
          <ul
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard
            tabIndex={0}
            className="mt-2 flex max-h-72 flex-col gap-2 overflow-y-auto rounded-lg border border-line p-3 text-sm"
          >
            {findings.map((finding) => (
              <Row key={`${finding.step} ${finding.what}`} {...finding} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Row({ step, what }: Finding): ReactNode {
  return (
    <li>
      {step !== '' && <span className="font-medium">{step} · </span>}
      {what}
    </li>
  );
}
