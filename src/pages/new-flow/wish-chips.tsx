/** What callers should be able to do: chips to switch on and off, prefilled from the template. */
import { Check, Lock, Plus } from 'lucide-react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useLanguage } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { Wish, WishId } from '../../templates/wishes.ts';
import { messages } from './messages.ts';

export interface WishChipsProps {
  readonly wishes: readonly Wish[];
  readonly chosen: ReadonlySet<WishId>;
  readonly onChange: (chosen: ReadonlySet<WishId>) => void;
  readonly isMissing: boolean;
}

export function WishChips({ wishes, chosen, onChange, isMissing }: WishChipsProps) {
  const t = useMessages(messages);
  const language = useLanguage();
  return (
    <div>
      <p id="wishes" className="text-sm font-medium">
        {t.wishes}
      </p>
      <p className="mt-0.5 text-xs text-muted">{t.wishesHint}</p>
      <ToggleButtonGroup
        aria-labelledby="wishes"
        selectionMode="multiple"
        selectedKeys={chosen}
        onSelectionChange={(keys) => onChange(new Set([...keys].map(String)))}
        className="mt-2 flex flex-wrap gap-1.5"
      >
        {wishes.map(({ id, label, isFixed }) => {
          const isOn = isFixed || chosen.has(id);
          const Mark = isFixed ? Lock : isOn ? Check : Plus;
          return (
            <ToggleButton
              key={id}
              id={id}
              isDisabled={isFixed}
              // Words of the call that will be, which is in the language of the screen.
              lang={language}
              className="press-motion flex min-h-8 cursor-pointer items-center gap-1.5 rounded-full border border-dashed border-line bg-card px-3 py-1 text-left text-sm font-medium text-muted data-hovered:border-edge/60 data-hovered:text-ink data-selected:border-solid data-selected:border-accent data-selected:bg-accent-soft data-selected:text-accent data-disabled:cursor-default pointer-coarse:min-h-11"
            >
              <Mark aria-hidden className="size-3.5 shrink-0" />
              {label}
            </ToggleButton>
          );
        })}
      </ToggleButtonGroup>
      {isMissing && (
        <p role="alert" className="mt-2 text-sm text-danger">
          {t.wishMissing}
        </p>
      )}
    </div>
  );
}
