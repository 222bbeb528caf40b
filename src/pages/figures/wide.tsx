/** What may be wider than the screen: it scrolls by itself, with keys too. */
import type { ReactNode } from 'react';

export interface WideProps {
  readonly label: string;
  readonly children: ReactNode;
}

export function Wide({ label, children }: WideProps) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached with keys
      tabIndex={0}
      className="overflow-x-auto"
    >
      {children}
    </section>
  );
}
