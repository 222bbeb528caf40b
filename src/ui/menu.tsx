/** A list of actions that opens from a button. The list is fetched when a hand or the focus is near the button. */
import { type KeyboardEvent, type ReactElement, type ReactNode, useRef, useState } from 'react';
import { ButtonContext } from 'react-aria-components';
import { later, useLater } from './later.ts';

const list = later(async () => (await import('./menu-list.tsx')).MenuList);

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  /** Keys that do the same, shown at the end of the row. */
  readonly keys?: string;
  readonly isDanger?: boolean;
  readonly isDisabled?: boolean;
  readonly onAction: () => void;
}

/** A row that opens further rows beside it. */
export interface Submenu {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly groups: readonly MenuGroup[];
}

export interface MenuGroup {
  readonly id: string;
  readonly title?: string;
  readonly actions: readonly (MenuAction | Submenu)[];
}

export interface MenuProps {
  /** What the list is, for screen readers. */
  readonly label: string;
  /** A button of this folder; pressing it opens the list. */
  readonly trigger: ReactElement;
  readonly groups: readonly MenuGroup[];
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'right bottom';
}

export function Menu({ trigger, placement = 'bottom end', ...rest }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const List = useLater(list, isOpen);
  const prepare = () => void list.load().catch(() => {}); // told when it is wanted
  return (
    <>
      <ButtonContext
        value={{
          ref: button,
          isPressed: isOpen,
          'aria-haspopup': 'menu',
          'aria-expanded': isOpen,
          onPress: () => setOpen(true),
          onHoverStart: prepare,
          onFocus: prepare,
          onKeyDown(event: KeyboardEvent) {
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setOpen(true);
          },
        }}
      >
        {trigger}
      </ButtonContext>
      {List && (
        <List {...rest} placement={placement} button={button} isOpen={isOpen} onOpenChange={setOpen} />
      )}
    </>
  );
}
