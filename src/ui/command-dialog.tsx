/**
 * A window with a field and what it finds: groups of things to choose by arrows and Enter, or by pointer. The caller finds
 * them; this knows only how they are shown and chosen.
 */
import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Dialog as AriaDialog,
  TextField as AriaTextField,
  Autocomplete,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import { useReturnFocus } from './return-focus.ts';

export interface CommandItem {
  readonly id: string;
  /** None for a row that only shows more. */
  readonly icon?: ReactNode;
  readonly title: string;
  /** A second line. */
  readonly detail?: ReactNode;
  /** Keys that do the same, shown at the end of the row. */
  readonly keys?: string;
}

export interface CommandGroup {
  readonly id: string;
  readonly title: string;
  readonly items: readonly CommandItem[];
}

export interface CommandDialogProps {
  /** What the window and its field are for. */
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly groups: readonly CommandGroup[];
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
  /** Shown when there is nothing. */
  readonly empty: string;
  /** How much was found, for who does not see the list. */
  readonly status: string;
}

export function CommandDialog({ label, onClose, ...search }: CommandDialogProps) {
  useReturnFocus();
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className="animate-fade-in fixed inset-0 z-50 flex items-start justify-center bg-scrim sm:p-6 sm:pt-[12dvh]"
    >
      <Modal className="animate-rise-in flex max-h-dvh w-full overflow-hidden rounded-b-panel border border-line bg-card shadow-overlay sm:max-h-[70dvh] sm:max-w-150 sm:rounded-panel">
        <AriaDialog aria-label={label} className="flex min-h-0 min-w-0 flex-1 flex-col outline-none">
          <CommandSearch label={label} {...search} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function CommandSearch(props: Omit<CommandDialogProps, 'onClose'>) {
  const { label, placeholder, value, onChange, groups, onChoose, empty, status } = props;
  return (
    <>
      <Autocomplete inputValue={value} onInputChange={onChange}>
        <AriaTextField
          aria-label={label}
          autoFocus
          className="flex shrink-0 items-center gap-3 border-b border-line px-4"
        >
          <Search aria-hidden className="size-[18px] shrink-0 text-muted" />
          <Input
            role="combobox"
            aria-expanded
            placeholder={placeholder}
            autoComplete="off"
            spellCheck={false}
            className="h-13 min-w-0 flex-1 bg-transparent text-md outline-none placeholder:text-muted"
          />
        </AriaTextField>
        <ListBox
          aria-label={label}
          onAction={(id) => onChoose(String(id))}
          renderEmptyState={() => <p className="px-3 py-6 text-center text-base text-muted">{empty}</p>}
          className="min-h-0 flex-1 overflow-y-auto p-2 outline-none"
        >
          {groups.map(({ id, title, items }) => (
            <ListBoxSection key={id} id={id} className="pb-1">
              <Header className="px-2.5 pt-2 pb-1 text-xs font-medium text-muted">{title}</Header>
              {items.map((item) => (
                <CommandRow key={item.id} item={item} />
              ))}
            </ListBoxSection>
          ))}
        </ListBox>
      </Autocomplete>
      <p role="status" className="sr-only">
        {status}
      </p>
    </>
  );
}

function CommandRow({ item: { id, icon, title, detail, keys } }: { readonly item: CommandItem }) {
  return (
    <ListBoxItem
      id={id}
      textValue={title}
      className={classNames(
        'flex cursor-pointer scroll-my-9 items-center gap-3 rounded-lg px-2.5 py-1.5 outline-none select-none',
        'data-hovered:bg-hover data-focused:bg-accent-soft pointer-coarse:min-h-11',
      )}
    >
      {icon !== undefined && (
        <span className="flex w-8 shrink-0 justify-center [&>svg]:size-[18px] [&>svg]:text-muted">
          {icon}
        </span>
      )}
      <span className={classNames('min-w-0 flex-1', icon === undefined && 'pl-11 text-muted')}>
        <span className="block truncate text-base">{title}</span>
        {detail !== undefined && <span className="block truncate text-sm text-muted">{detail}</span>}
      </span>
      {keys !== undefined && <kbd className="shrink-0 font-sans text-xs text-muted">{keys}</kbd>}
    </ListBoxItem>
  );
}
