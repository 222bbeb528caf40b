/** One template in the gallery: its drawing, what it is for, what it collects. */
import { BookOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { FlowDocument } from '../../flow/document.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button as PlainButton } from '../../ui/button.tsx';
import { FlowThumbnail } from '../flow-thumbnail.tsx';
import { messages } from './messages.ts';

export interface TemplateTileProps {
  readonly title: string;
  readonly goal: string;
  readonly collects: readonly string[];
  readonly bestFor: string;
  readonly icon: ReactNode;
  readonly drawing: FlowDocument;
  readonly onChoose: () => void;
  readonly onLook: () => void;
}

export function TemplateTile({
  title,
  goal,
  collects,
  bestFor,
  icon,
  drawing,
  onChoose,
  onLook,
}: TemplateTileProps) {
  const t = useMessages(messages);
  return (
    <article className="press-motion relative flex flex-col overflow-hidden rounded-card border border-line bg-card shadow-card hover:border-accent/60 hover:shadow-raised">
      <div className="relative h-36 border-b border-line bg-canvas">
        <FlowThumbnail document={drawing} className="absolute inset-0 size-full" />
      </div>
      <div className="flex flex-1 flex-col p-5">
        <h2 className="flex items-center gap-2 text-md font-semibold">
          {icon}
          <Button
            aria-label={t.choose(title)}
            onPress={onChoose}
            className="cursor-pointer text-left after:absolute after:inset-0 after:rounded-card data-focus-visible:after:outline-2 data-focus-visible:after:outline-offset-2 data-focus-visible:after:outline-accent"
          >
            {title}
          </Button>
        </h2>
        <p className="mt-1 text-base text-pretty text-muted">{goal}</p>
        {collects.length > 0 && (
          <dl className="mt-4">
            <dt className="text-xs font-medium text-muted">{t.collects}</dt>
            <dd className="mt-1.5 flex flex-wrap gap-1">
              {collects.map((item) => (
                <span
                  key={item}
                  className="rounded-md bg-family-listen-tint px-1.5 py-0.5 text-xs font-medium text-family-listen"
                >
                  {item}
                </span>
              ))}
            </dd>
          </dl>
        )}
        <dl className="mt-auto pt-4">
          <dt className="text-xs font-medium text-muted">{t.bestForTitle}</dt>
          <dd className="mt-0.5 text-sm">{bestFor}</dd>
        </dl>
        {/* Above the button that covers the whole tile. */}
        <div className="relative z-1 mt-4 flex">
          <PlainButton
            size="small"
            icon={<BookOpen aria-hidden />}
            aria-label={t.lookAt(title)}
            onPress={onLook}
          >
            {t.look}
          </PlainButton>
        </div>
      </div>
    </article>
  );
}
