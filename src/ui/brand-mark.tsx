/** The sign of the product: a speech bubble in which one way becomes two. */
import { classNames } from './class-names.ts';

export function BrandMark({ className }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 32 32" fill="none" aria-hidden="true" className={classNames('shrink-0', className)}>
      <path
        d="M8 2h16a6 6 0 0 1 6 6v12a6 6 0 0 1-6 6h-9.4L9 30.4c-.7.6-1.7.1-1.7-.8V26A6 6 0 0 1 2 20V8a6 6 0 0 1 6-6Z"
        className="fill-accent"
      />
      <g className="stroke-on-accent" strokeWidth="2" strokeLinecap="round">
        <path d="M12 14c4.5 0 3.5-4.5 8-4.5M12 14c4.5 0 3.5 4.5 8 4.5" />
      </g>
      <g className="fill-on-accent">
        <circle cx="10" cy="14" r="3" />
        <circle cx="22" cy="9.5" r="2.5" />
        <circle cx="22" cy="18.5" r="2.5" />
      </g>
    </svg>
  );
}
