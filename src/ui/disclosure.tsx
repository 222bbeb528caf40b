/** A part that unfolds. What is folded is made when it is first opened: a form is mostly folded parts. */
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Disclosure as AriaDisclosure, Button, DisclosurePanel, Heading } from 'react-aria-components';
import { classNames } from './class-names.ts';

export interface DisclosureProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly defaultExpanded?: boolean;
  readonly className?: string;
}

/** While it is folded over a fault, a dot says so; what is unfolded says it itself. */
const MARK = '[&:not([data-expanded]):has([data-fault])>h3>button>[data-mark]]:block';

export function Disclosure({ title, children, defaultExpanded = false, className }: DisclosureProps) {
  return (
    <AriaDisclosure defaultExpanded={defaultExpanded} className={classNames('group', MARK, className)}>
      <Heading level={3}>
        <Button
          slot="trigger"
          className="press-motion -mx-1.5 flex min-h-7 w-[calc(100%+12px)] cursor-pointer items-center gap-1.5 rounded-md px-1.5 text-sm font-medium text-muted data-hovered:bg-hover data-hovered:text-ink pointer-coarse:min-h-11"
        >
          <ChevronRight aria-hidden className="press-motion size-4 group-data-expanded:rotate-90" />
          {title}
          <span aria-hidden data-mark className="ml-auto hidden size-2 shrink-0 rounded-full bg-warning" />
        </Button>
      </Heading>
      <DisclosurePanel>
        <div className="pt-2 pb-1">{children}</div>
      </DisclosurePanel>
    </AriaDisclosure>
  );
}
