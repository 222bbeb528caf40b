/** A new account begins here: what kind of business, two short answers, and the canvas opens with a flow that can be heard at once. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useLanguage } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { wishesOf } from '../../templates/wishes.ts';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PageFrame } from '../page-frame.tsx';
import { messages } from './messages.ts';
import { QuestionsDialog } from './questions-dialog.tsx';
import { startingPoint, templateOf } from './starting-point.ts';
import { TemplateIcon } from './template-icon.tsx';
import { TRADES } from './trades.ts';
import { useCreateFlow } from './use-create-flow.ts';

export interface FirstMinutesProps {
  /** A flow will be made in a moment. */
  readonly onBegin: () => void;
}

export function FirstMinutes({ onBegin }: FirstMinutesProps) {
  const t = useMessages(messages);
  const language = useLanguage();
  const create = useCreateFlow();
  const [chosen, setChosen] = useState<(typeof TRADES)[number] | null>(null);
  const template = templateOf(chosen?.template);
  return (
    <PageFrame title={t.first.title}>
      <PageHeader title={t.first.title} lead={t.first.lead} />
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {TRADES.map((trade) => (
          <li key={trade.id}>
            <Button
              onPress={() => {
                setChosen(trade);
                onBegin();
              }}
              className="press-motion flex h-full w-full cursor-pointer items-start gap-3 rounded-card border border-line bg-card p-4 text-left shadow-card data-focus-visible:outline-2 data-focus-visible:outline-offset-2 data-focus-visible:outline-accent data-hovered:border-accent/60 data-hovered:shadow-raised"
            >
              <span className="grid size-9 shrink-0 place-items-center rounded-lg bg-accent-soft">
                <TemplateIcon name={templateOf(trade.template)!.icon} />
              </span>
              <span className="min-w-0">
                <span className="block text-md font-semibold">{t.trades[trade.id].name}</span>
                <span className="mt-0.5 block text-sm text-pretty text-muted">{t.trades[trade.id].does}</span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
      <p className="text-sm text-muted">
        {t.first.rather} <Link href="/flows/new">{t.first.gallery}</Link>
      </p>
      {chosen !== null && template && (
        <QuestionsDialog
          key={chosen.id}
          chosen={t.trades[chosen.id].name}
          defaultName={template.messages[language].place}
          wishes={wishesOf(template, language)}
          asksLanguage={false}
          isPending={create.isPending}
          onCreate={(answers) =>
            create.mutate({ document: startingPoint(template.id, answers), isFirst: true })
          }
          onClose={() => setChosen(null)}
        />
      )}
    </PageFrame>
  );
}
