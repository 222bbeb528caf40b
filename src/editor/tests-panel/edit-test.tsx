/** Renames a test and changes what it expects. What the caller says stays: that is what was rehearsed. */
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { StoredTest } from '../../data/test-cases.ts';
import type { NodeId } from '../../flow/document.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { type Expectation, MOST_EXPECTATIONS, type TestCase } from '../../rehearsals/test-case.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useDocumentState } from '../editor-context.ts';
import { ExpectationFields } from './expectation-fields.tsx';
import { testsMessages } from './messages.ts';

interface EditTestProps {
  readonly stored: StoredTest;
  readonly onClose: () => void;
  readonly onSave: (test: TestCase) => void;
}

interface Row {
  readonly key: number;
  readonly expectation: Expectation;
}

export function EditTest({ stored: { test }, onClose, onSave }: EditTestProps) {
  const t = useMessages(testsMessages);
  const document = useDocumentState((state) => state.document);
  const [name, setName] = useState(test.name);
  const [rows, setRows] = useState<readonly Row[]>(() =>
    test.expectations.map((expectation, key) => ({ key, expectation })),
  );
  const [isTried, setTried] = useState(false);
  const save = () => {
    setTried(true);
    if (name.trim() === '' || rows.some(({ expectation }) => isUnfinished(expectation))) return;
    onSave({
      ...test,
      name: name.trim(),
      expectations: rows.map(({ expectation }) => finished(expectation)),
    });
  };
  const add = () => {
    const node = Object.keys(document.nodes)[0] as NodeId;
    const key = Math.max(-1, ...rows.map((row) => row.key)) + 1;
    setRows([...rows, { key, expectation: { type: 'reaches', node } }]);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t.editTitle}
      footer={
        <>
          <Button variant="ghost" onPress={onClose}>
            {t.cancel}
          </Button>
          <Button variant="primary" onPress={save}>
            {t.save}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <TextField
          label={t.name}
          value={name}
          maxLength={120}
          onChange={setName}
          autoFocus
          {...(isTried && name.trim() === '' ? { error: t.nameMissing } : {})}
        />
        <section>
          <h3 className="mb-2 text-sm font-medium">{t.expected}</h3>
          {rows.length === 0 && <p className="mb-3 text-sm text-muted">{t.nothingExpected}</p>}
          <ul className="flex flex-col gap-3">
            {rows.map(({ key, expectation }) => (
              <ExpectationFields
                key={key}
                expectation={expectation}
                isMissing={isTried && isUnfinished(expectation)}
                onChange={(next) =>
                  setRows(rows.map((row) => (row.key === key ? { key, expectation: next } : row)))
                }
                onRemove={() => setRows(rows.filter((row) => row.key !== key))}
              />
            ))}
          </ul>
          <Button
            className="mt-3"
            size="small"
            icon={<Plus />}
            isDisabled={rows.length >= MOST_EXPECTATIONS}
            onPress={add}
          >
            {t.add}
          </Button>
        </section>
      </div>
    </Dialog>
  );
}

/** A sentence that is still to be written. */
function isUnfinished(expectation: Expectation): boolean {
  return 'text' in expectation && expectation.text.trim() === '';
}

function finished(expectation: Expectation): Expectation {
  return 'text' in expectation ? { ...expectation, text: expectation.text.trim() } : expectation;
}
