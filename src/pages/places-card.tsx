/** Pages behind a page, one row each: what it is called, and what it is for. */
import { ChevronRight } from 'lucide-react';
import { Link } from 'react-aria-components';
import { Card } from '../ui/card.tsx';

export interface PlaceRow {
  readonly href: string;
  readonly title: string;
  readonly hint: string;
}

export function PlacesCard({ places }: { readonly places: readonly PlaceRow[] }) {
  return (
    <Card flush className="overflow-hidden">
      <ul className="divide-y divide-line">
        {places.map(({ href, title, hint }) => (
          <li key={href}>
            <Link
              href={href}
              className="press-motion flex cursor-pointer items-center gap-4 px-5 py-4 -outline-offset-2 data-hovered:bg-hover data-pressed:bg-press"
            >
              <span className="min-w-0 flex-1">
                <span className="block text-md font-semibold">{title}</span>
                <span className="mt-0.5 block text-sm text-pretty text-muted">{hint}</span>
              </span>
              <ChevronRight aria-hidden className="size-4 shrink-0 text-muted" />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
