/** Several panels of which one is shown. */
import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import { classNames } from './class-names.ts';

export interface TabItem<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** A small mark after the word: a count, a badge. */
  readonly mark?: ReactNode;
  readonly content: ReactNode;
}

export interface TabsProps<Id extends string> {
  readonly label: string;
  readonly items: readonly TabItem<Id>[];
  readonly selected?: Id;
  readonly onSelect?: (id: Id) => void;
  readonly className?: string;
  readonly panelClassName?: string;
  /** Where the tabs stand, if not at the edge of what they belong to. */
  readonly listClassName?: string;
}

export function Tabs<Id extends string>({
  label,
  items,
  selected,
  onSelect,
  className,
  panelClassName,
  listClassName = 'px-1',
}: TabsProps<Id>) {
  return (
    <AriaTabs
      {...(selected === undefined ? {} : { selectedKey: selected })}
      onSelectionChange={(key) => {
        const item = items.find(({ id }) => id === key);
        if (item !== undefined) onSelect?.(item.id);
      }}
      className={classNames('flex min-h-0 flex-col', className)}
    >
      <TabList
        aria-label={label}
        className={classNames('flex shrink-0 gap-4 border-b border-line', listClassName)}
      >
        {items.map((item) => (
          <Tab
            key={item.id}
            id={item.id}
            className="press-motion -mb-px flex h-9 cursor-pointer items-center gap-1.5 border-b-2 border-transparent text-sm font-medium text-muted data-hovered:text-ink data-selected:border-accent data-selected:text-ink pointer-coarse:h-11 pointer-coarse:min-w-11 pointer-coarse:justify-center"
          >
            {item.label}
            {item.mark}
          </Tab>
        ))}
      </TabList>
      {items.map((item) => (
        <TabPanel key={item.id} id={item.id} className={classNames('min-h-0 flex-1', panelClassName)}>
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
