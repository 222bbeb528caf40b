/** A list of actions that opens from a button, or at a point. */
import { type ReactElement, type ReactNode, useRef } from 'react';
import {
  Menu as AriaMenu,
  Header,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import { FLOATING, ROW } from './list-style.ts';

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

export interface MenuGroup {
  readonly id: string;
  readonly title?: string;
  readonly actions: readonly MenuAction[];
}

export interface MenuProps {
  /** What the list is, for screen readers. */
  readonly label: string;
  /** A button of this folder; pressing it opens the list. */
  readonly trigger: ReactElement;
  readonly groups: readonly MenuGroup[];
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'right bottom';
}

export function Menu({ label, trigger, groups, placement = 'bottom end' }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement={placement} offset={6} className={classNames(FLOATING, 'min-w-48')}>
        <MenuList label={label} groups={groups} />
      </Popover>
    </MenuTrigger>
  );
}

export interface ContextMenuProps {
  readonly label: string;
  /** Pixels of the window. */
  readonly at: { readonly x: number; readonly y: number };
  readonly groups: readonly MenuGroup[];
  readonly onClose: () => void;
}

/** The same list at a point: for a right click, a long press, or the key that opens menus. */
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
        isOpen
        triggerRef={anchor}
        placement="bottom start"
        offset={2}
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose();
        }}
        className={classNames(FLOATING, 'min-w-56')}
      >
        <MenuList label={label} groups={groups} onClose={onClose} />
      </Popover>
    </>
  );
}

interface MenuListProps {
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  readonly onClose?: () => void;
}

function MenuList({ label, groups, onClose }: MenuListProps) {
  return (
    <AriaMenu
      aria-label={label}
      className="outline-none"
      {...(onClose === undefined ? {} : { onClose, autoFocus: 'first' as const })}
    >
      {groups.map((group, index) => (
        <MenuSection key={group.id}>
          {index > 0 && <Separator className="mx-1 my-1 h-px bg-line" />}
          {group.title !== undefined && (
            <Header className="px-2.5 pt-1.5 pb-1 text-xs font-medium text-muted">{group.title}</Header>
          )}
          {group.actions.map((action) => (
            <MenuRow key={action.id} action={action} />
          ))}
        </MenuSection>
      ))}
    </AriaMenu>
  );
}

function MenuRow({ action }: { readonly action: MenuAction }) {
  return (
    <MenuItem
      id={action.id}
      textValue={action.label}
      isDisabled={action.isDisabled === true}
      onAction={action.onAction}
      className={classNames(ROW, action.isDanger && '!text-danger [&>svg]:!text-danger')}
    >
      {action.icon}
      <span className="min-w-0 flex-1 truncate">{action.label}</span>
      {action.keys !== undefined && <kbd className="font-sans text-[11px] text-muted">{action.keys}</kbd>}
    </MenuItem>
  );
}
