/** The list of a menu, floating at its button. */
import { ChevronRight } from 'lucide-react';
import type { RefObject } from 'react';
import {
  Menu as AriaMenu,
  Header,
  MenuItem,
  MenuSection,
  Popover,
  Separator,
  SubmenuTrigger,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import { FLOATING, ROW } from './list-style.ts';
import type { MenuAction, MenuGroup, MenuProps, Submenu } from './menu.tsx';

export interface MenuListProps extends Omit<MenuProps, 'trigger'> {
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

export function MenuList({ label, groups, placement, button, isOpen, onOpenChange }: MenuListProps) {
  return (
    <Popover
      aria-label={label}
      trigger="MenuTrigger"
      triggerRef={button}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      {...(placement ? { placement } : {})}
      offset={6}
      className={classNames(FLOATING, 'min-w-48')}
    >
      <MenuRows label={label} groups={groups} onClose={() => onOpenChange(false)} />
    </Popover>
  );
}

export interface MenuRowsProps extends Pick<MenuProps, 'label' | 'groups'> {
  readonly onClose: () => void;
}

/** The groups of a list that has just been opened. */
export function MenuRows({ label, groups, onClose }: MenuRowsProps) {
  return (
    <AriaMenu aria-label={label} autoFocus="first" onClose={onClose} className="outline-none">
      {sectionsOf(groups, onClose)}
    </AriaMenu>
  );
}

/** As plain elements: the list builds its rows from what stands in it. */
function sectionsOf(groups: readonly MenuGroup[], onClose: () => void) {
  return groups.map((group, index) => (
    <MenuSection key={group.id}>
      {index > 0 && <Separator className="mx-1 my-1 h-px bg-line" />}
      {group.title !== undefined && (
        <Header className="px-2.5 pt-1.5 pb-1 text-xs font-medium text-muted">{group.title}</Header>
      )}
      {group.actions.map((row) =>
        'groups' in row ? (
          <SubmenuRow key={row.id} row={row} onClose={onClose} />
        ) : (
          <MenuRow key={row.id} action={row} />
        ),
      )}
    </MenuSection>
  ));
}

interface SubmenuRowProps {
  readonly row: Submenu;
  /** Of the whole list: what was chosen beside it closes it too. */
  readonly onClose: () => void;
}

function SubmenuRow({ row: { id, label, icon, groups }, onClose }: SubmenuRowProps) {
  return (
    <SubmenuTrigger>
      <MenuItem id={id} textValue={label} className={classNames(ROW, 'data-open:bg-hover')}>
        {icon}
        <span className="min-w-0 flex-1 truncate">{label}</span>
        <ChevronRight aria-hidden />
      </MenuItem>
      <Popover offset={2} className={classNames(FLOATING, 'min-w-48')}>
        <AriaMenu aria-label={label} onClose={onClose} className="outline-none">
          {sectionsOf(groups, onClose)}
        </AriaMenu>
      </Popover>
    </SubmenuTrigger>
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
