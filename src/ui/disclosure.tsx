/** A part that unfolds. What is folded is made when it is first opened: a form is mostly folded parts. */
import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Disclosure as AriaDisclosure, Button, DisclosurePanel, Heading } from 'react-aria-components';
import { classNames } from './class-names.ts';

export interface DisclosureProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly defaultExpanded?: boolean;
  /** Something in it is wrong: a dot says so while it is folded, and it is made, to be found on the page. */
  readonly hasFault?: boolean;
  readonly className?: string;
  /** Of its heading; 3 unless it stands right below the title of a page. */
  readonly level?: 2 | 3;
}

export function Disclosure(props: DisclosureProps) {
  const { title, children, defaultExpanded = false, hasFault = false, className, level = 3 } = props;
  const [hasOpened, setOpened] = useState(defaultExpanded);
  return (
    <AriaDisclosure
      defaultExpanded={defaultExpanded}
      onExpandedChange={() => setOpened(true)}
      className={classNames('group', className)}
    >
      <Heading level={level}>
        <Button
          slot="trigger"
          className="press-motion -mx-1.5 flex min-h-7 w-[calc(100%+12px)] cursor-pointer items-center gap-1.5 rounded-md px-1.5 text-sm font-medium text-muted data-hovered:bg-hover data-hovered:text-ink pointer-coarse:min-h-11"
        >
          <ChevronRight aria-hidden className="press-motion size-4 group-data-expanded:rotate-90" />
          {title}
          {hasFault && (
            <span
              aria-hidden
              className="ml-auto size-2 shrink-0 rounded-full bg-warning group-data-expanded:hidden"
            />
          )}
        </Button>
      </Heading>
      <DisclosurePanel>
        <div className="pt-2 pb-1">{(hasOpened || hasFault) && children}</div>
      </DisclosurePanel>
    </AriaDisclosure>
  );
}
