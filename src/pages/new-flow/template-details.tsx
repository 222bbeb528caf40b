/** One template seen closely: what it is for, its drawing large, and a conversation to read and to hear. Comes when it is asked for. */
import { type ReactNode, useMemo } from 'react';
import { FlowMap } from '../../editor/canvas/flow-map.tsx';
import type { FlowDocument } from '../../flow/document.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { ConversationToHear } from '../../read-aloud/conversation-to-hear.tsx';
import type { Template } from '../../templates/template.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { messages } from './messages.ts';
import { sampleOf } from './template-sample.ts';

export interface TemplateDetailsProps {
  readonly template: Template;
  readonly drawing: FlowDocument;
  /** The same without words. */
  readonly picture: ReactNode;
  readonly onChoose: () => void;
  readonly onClose: () => void;
}

export function TemplateDetails({ template, drawing, picture, onChoose, onClose }: TemplateDetailsProps) {
  const t = useMessages(messages);
  const format = useFormat();
  const language = useLanguage();
  const { title, goal, collects, bestFor } = template.messages[language];
  const sample = useMemo(() => sampleOf(template, drawing, language), [template, drawing, language]);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      lead={goal}
      size="full"
      footer={
        <Button variant="primary" onPress={onChoose}>
          {t.take}
        </Button>
      }
    >
      <div className="flex flex-col gap-6 lg:grid lg:h-full lg:min-h-0 lg:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="flex flex-col gap-4 lg:min-h-0">
          <figure className="relative h-72 shrink-0 overflow-hidden rounded-card border border-line bg-canvas lg:h-auto lg:min-h-80 lg:flex-1">
            <div className="h-full max-lg:hidden">
              <FlowMap document={drawing} />
            </div>
            {/* On a phone its words would be too small to be read. */}
            <div className="lg:hidden">{picture}</div>
            <figcaption className="sr-only">{t.drawing(title)}</figcaption>
          </figure>
          <dl className="grid gap-4 text-sm sm:grid-cols-2">
            <div>
              <dt className="text-xs font-medium text-muted">{t.collects}</dt>
              <dd className="mt-0.5">{format.list(collects)}</dd>
            </div>
            <div>
              <dt className="text-xs font-medium text-muted">{t.bestForTitle}</dt>
              <dd className="mt-0.5">{bestFor}</dd>
            </div>
          </dl>
        </div>
        {sample && (
          <section aria-label={t.sample} className="flex flex-col lg:min-h-0">
            <h3 className="mb-2 text-sm font-semibold">{t.sample}</h3>
            <ConversationToHear
              lines={sample.lines}
              language={language}
              end={sample.end}
              facts={<p className="mt-2 text-sm">{t.lasts(format.duration(sample.time.seconds * 1000))}</p>}
              className="flex-1"
            />
          </section>
        )}
      </div>
    </Dialog>
  );
}
