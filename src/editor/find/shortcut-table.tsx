/** All shortcuts of the editor, with their keys as they are written on this system. Stands in no window: knows no open flow. */
import { Fragment } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { keyParts } from '../key-names.ts';
import { SHORTCUT_GROUPS } from '../shortcuts.ts';
import { findMessages } from './messages.ts';
import { ALL_SHORTCUTS, useShortcutName } from './shortcut-names.ts';

export interface ShortcutTableProps {
  /** Of its headings. */
  readonly level?: 2 | 3;
}

export function ShortcutTable({ level = 3 }: ShortcutTableProps) {
  const t = useMessages(findMessages).shortcuts;
  const name = useShortcutName();
  const Heading = `h${level}` as const;
  return SHORTCUT_GROUPS.map((group) => (
    <section key={group} className="mb-4 last:mb-0">
      <Heading className="pb-1 text-xs font-medium text-muted">{t.groups[group]}</Heading>
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
  ));
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
