/** The name of the flow as a field: kept when it is left, or with Enter. */
import { useMessages } from '../../i18n/use-messages.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useEditor } from '../editor-context.ts';
import { settingsMessages } from './messages.ts';
import { useSettingsFault } from './use-settings-fault.ts';
import { LONGEST_NAME, useTypedName } from './use-typed-name.ts';

export function NameField() {
  const { isReadOnly } = useEditor();
  const t = useMessages(settingsMessages);
  const fault = useSettingsFault();
  const name = useTypedName();
  return (
    <TextField
      label={t.name}
      hint={t.nameHint}
      error={fault(({ code }) => code === 'unnamed-flow')}
      value={name.shown}
      maxLength={LONGEST_NAME}
      isReadOnly={isReadOnly}
      onChange={name.type}
      onBlur={name.keep}
      onKeyDown={({ key }) => {
        if (key === 'Enter') name.keep();
      }}
    />
  );
}
