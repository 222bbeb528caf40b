/** All information of the flow: renamed, given another type, and taken away where nothing speaks of it. */
import { X } from 'lucide-react';
import type { FlowDocument, Information } from '../../flow/document.ts';
import { isUsed, stepsThatUse } from '../../flow/information-use.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { InformationFields } from '../../kinds/information-fields.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { forgetInformation } from '../commands/forget-information.ts';
import { setInformation } from '../commands/set-information.ts';
import { useDocumentState, useEditor } from '../editor-context.ts';
import { settingsMessages } from './messages.ts';
import { useSettingsFault } from './use-settings-fault.ts';

export function FlowInformation() {
  const t = useMessages(settingsMessages);
  const document = useDocumentState((state) => state.document);
  const hasFault = useSettingsFault()(({ at }) => at.information !== undefined) !== undefined;
  const all = (Object.values(document.information) as Information[]).sort((a, b) => a.id.localeCompare(b.id));
  return (
    <Disclosure title={t.information} hasFault={hasFault} className="border-t border-line pt-3">
      <p className="mb-3 text-xs text-muted">{all.length === 0 ? t.noInformation : t.informationHint}</p>
      <ul className="flex flex-col gap-2">
        {all.map((information) => (
          <Row key={information.id} information={information} document={document} />
        ))}
      </ul>
    </Disclosure>
  );
}

interface RowProps {
  readonly information: Information;
  readonly document: FlowDocument;
}

function Row({ information, document }: RowProps) {
  const { store, isReadOnly } = useEditor();
  const t = useMessages(settingsMessages);
  const fault = useSettingsFault();
  const { id, name } = information;
  return (
    <li className="flex flex-col gap-2 rounded-lg border border-line p-3">
      <div className="flex items-start gap-1">
        <TextField
          className="flex-1"
          label={t.informationName}
          labelHidden
          hint={t.used(stepsThatUse(document, store.kinds, id).length)}
          error={fault(({ at }) => at.information === id)}
          value={name}
          maxLength={80}
          isReadOnly={isReadOnly}
          onChange={(next) =>
            store.run(setInformation, { information: { ...information, name: next }, typing: true })
          }
        />
        <span className="flex h-9 items-center">
          <IconButton
            label={t.removeInformation(name)}
            icon={<X />}
            size="small"
            isDisabled={isReadOnly || isUsed(document, store.kinds, id)}
            onPress={() => store.run(forgetInformation, { information: id })}
          />
        </span>
      </div>
      <InformationFields
        information={information}
        form={{
          isReadOnly,
          setInformation: (next, typing = false) => store.run(setInformation, { information: next, typing }),
        }}
      />
    </li>
  );
}
