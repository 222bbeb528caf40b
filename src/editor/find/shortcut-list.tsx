/** All shortcuts of the editor, with their keys as they are written on this system. */
import { Fragment } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { keyParts } from '../key-names.ts';
import { SHORTCUT_GROUPS } from '../shortcuts.ts';
import { findMessages } from './messages.ts';
import { ALL_SHORTCUTS, useShortcutName } from './shortcut-names.ts';

export function ShortcutList({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages(findMessages).shortcuts;
  const name = useShortcutName();
  return (
    <Dialog isOpen onClose={onClose} title={t.title} size="medium" isText>
      {SHORTCUT_GROUPS.map((group) => (
        <section key={group} className="mb-4 last:mb-0">
          <h3 className="pb-1 text-xs font-medium text-muted">{t.groups[group]}</h3>
          <dl>
            {ALL_SHORTCUTS.filter((one) => one.group === group).map((one) => (
              <div
                key={one.id}
                className="flex items-center justify-between gap-4 border-t border-line py-1.5 text-base"
              >
                <dt>{name(one.id)}</dt>
                <dd className="flex shrink-0 items-center gap-1.5 text-sm text-muted">
                  <Keys keys={one.keys} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}

function Keys({ keys }: { readonly keys: readonly string[] }) {
  const t = useMessages(findMessages).shortcuts;
  return keys.map((one, index) => (
    <Fragment key={one}>
      {index > 0 && <span>{t.or}</span>}
      <span className="flex gap-1">
        {keyParts(one, t.keys).map((part) => (
          <kbd
            key={part}
            className="min-w-6 rounded-sm border border-line bg-sunken px-1.5 py-0.5 text-center font-sans text-xs text-ink"
          >
            {part}
          </kbd>
        ))}
      </span>
    </Fragment>
  ));
}
