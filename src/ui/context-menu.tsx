/** A list of actions at a point: for a right click, a long press, or the key that opens menus. */
import { useRef } from 'react';
import { Popover } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { FLOATING } from './list-style.ts';
import type { MenuGroup } from './menu.tsx';
import { MenuRows } from './menu-list.tsx';

export interface ContextMenuProps {
  readonly label: string;
  /** Pixels of the window. */
  readonly at: { readonly x: number; readonly y: number };
  readonly groups: readonly MenuGroup[];
  readonly onClose: () => void;
}

export function ContextMenu({ label, at, groups, onClose }: ContextMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span
        ref={anchor}
        aria-hidden
        className="pointer-events-none fixed size-px"
        style={{ left: at.x, top: at.y }}
      />
      <Popover
        aria-label={label}
        isOpen
        triggerRef={anchor}
        placement="bottom start"
        offset={2}
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose();
        }}
        className={classNames(FLOATING, 'min-w-56')}
      >
        <MenuRows label={label} groups={groups} onClose={onClose} />
      </Popover>
    </>
  );
}
