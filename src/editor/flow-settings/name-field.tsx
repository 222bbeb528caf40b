/** The name of the flow as a field: kept when it is left, or with Enter. */
import { useState } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { TextField } from '../../ui/text-field.tsx';
import { editSettings } from '../commands/edit-settings.ts';
import { useDocumentState, useEditor } from '../editor-context.ts';
import { settingsMessages } from './messages.ts';
import { useSettingsFault } from './use-settings-fault.ts';

const LONGEST_NAME = 120;

export function NameField() {
  const { store, isReadOnly } = useEditor();
  const t = useMessages(settingsMessages);
  const fault = useSettingsFault();
  const name = useDocumentState(({ document }) => document.name);
  const [typed, setTyped] = useState<string | null>(null);
  const keep = () => {
    if (typed !== null) store.run(editSettings, { name: typed });
    setTyped(null);
  };
  return (
    <TextField
      label={t.name}
      hint={t.nameHint}
      error={fault(({ code }) => code === 'unnamed-flow')}
      value={typed ?? name}
      maxLength={LONGEST_NAME}
      isReadOnly={isReadOnly}
      onChange={setTyped}
      onBlur={keep}
      onKeyDown={({ key }) => {
        if (key === 'Enter') keep();
      }}
    />
  );
}
