/** The gallery: choose a model, answer two questions, and the canvas opens already complete. */
import { FileUp, SearchX, SquareDashed } from 'lucide-react';
import { Suspense, useMemo, useState } from 'react';
import type { CallLanguage } from '../../flow/document.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useSearchParams } from '../../router/router.tsx';
import { templates } from '../../templates/registry.ts';
import { type Wish, wishesOf } from '../../templates/wishes.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { laterComponent, onWish } from '../../ui/later.ts';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { FlowThumbnail } from '../flow-thumbnail.tsx';
import { PageFrame } from '../page-frame.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { BringFileDialog } from './bring-file-dialog.tsx';
import { messages } from './messages.ts';
import { QuestionsDialog } from './questions-dialog.tsx';
import { startingPoint, type TemplateId, templateOf } from './starting-point.ts';
import { TemplateIcon } from './template-icon.tsx';
import { findableWords, isMeant } from './template-search.ts';
import { TemplateTile } from './template-tile.tsx';
import { TRADES } from './trades.ts';
import { useCreateFlow } from './use-create-flow.ts';

interface Chosen {
  readonly template: TemplateId;
  readonly title: string;
  /** The suggested name. */
  readonly place: string;
}

const Details = laterComponent(onWish(async () => (await import('./template-details.tsx')).TemplateDetails));

export function NewFlowPage() {
  const t = useMessages(messages);
  const language = useLanguage();
  const { workspace } = useWorkspace();
  const [asked, setAsked] = useSearchParams();
  const [picked, setPicked] = useState<Chosen | null>(null);
  const [isBringing, setBringing] = useState(false);
  const tiles = useMemo(
    () =>
      templates.map((template) => {
        const words = template.messages[language];
        const { id, icon } = template;
        const trades = TRADES.filter((trade) => trade.template === id).flatMap(({ id: trade }) =>
          Object.values(t.trades[trade]),
        );
        const drawing = template.build(language, { name: words.place });
        return { id, icon, words, template, drawing, findable: findableWords(template, trades) };
      }),
    [language, t],
  );
  const [query, setQuery] = useState('');
  const [looked, setLooked] = useState<string | null>(null);
  const found = tiles.filter(({ findable }) => isMeant(findable, query));
  const closer = tiles.find(({ id }) => id === looked);
  const create = useCreateFlow();
  // `?template=…`: somebody came for this one.
  const wanted = tiles.find(({ id }) => id === asked.get('template'));
  const chosen =
    picked ?? (wanted ? { template: wanted.id, title: wanted.words.title, place: wanted.words.place } : null);
  const setChosen = (next: Chosen | null) => {
    setPicked(next);
    if (asked.has('template')) setAsked({}, { replace: true });
  };
  return (
    <PageFrame title={t.title}>
      <PageHeader
        title={t.title}
        lead={t.lead}
        back={
          <Link href="/flows" quiet>
            {t.back}
          </Link>
        }
        actions={
          <>
            <Button
              aria-label={t.choose(t.file)}
              icon={<FileUp aria-hidden />}
              onPress={() => setBringing(true)}
            >
              {t.file}
            </Button>
            <Button
              aria-label={t.choose(t.empty)}
              icon={<SquareDashed aria-hidden />}
              onPress={() => setChosen({ template: undefined, title: t.empty, place: workspace.name })}
            >
              {t.empty}
            </Button>
          </>
        }
      />
      <div className="flex flex-wrap items-center gap-3">
        <SearchField label={t.search} value={query} onChange={setQuery} className="w-full sm:w-90" />
        <p role="status" className="text-sm text-muted">
          {query.trim() !== '' && t.found(found.length)}
        </p>
      </div>
      {found.length === 0 && (
        <EmptyState
          icon={<SearchX />}
          title={t.nothingTitle}
          action={<Button onPress={() => setQuery('')}>{t.showAll}</Button>}
        >
          {t.nothingText}
        </EmptyState>
      )}
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {found.map(({ id, icon, words, drawing }) => (
          <TemplateTile
            key={id}
            title={words.title}
            goal={words.goal}
            collects={words.collects}
            bestFor={words.bestFor}
            icon={<TemplateIcon name={icon} />}
            drawing={drawing}
            onChoose={() => setChosen({ template: id, title: words.title, place: words.place })}
            onLook={() => setLooked(id)}
          />
        ))}
      </div>
      {closer && (
        <Suspense>
          <Details
            template={closer.template}
            drawing={closer.drawing}
            picture={<FlowThumbnail document={closer.drawing} className="absolute inset-0 size-full" />}
            onChoose={() => {
              setLooked(null);
              setChosen({ template: closer.id, title: closer.words.title, place: closer.words.place });
            }}
            onClose={() => setLooked(null)}
          />
        </Suspense>
      )}
      {isBringing && (
        <BringFileDialog
          isPending={create.isPending}
          onCreate={(document) => create.mutate({ document, isFirst: false })}
          onClose={() => setBringing(false)}
        />
      )}
      {chosen !== null && (
        <QuestionsDialog
          chosen={chosen.title}
          defaultName={chosen.place}
          wishes={wishesFor(chosen.template, language)}
          asksLanguage
          isPending={create.isPending}
          onCreate={(answers) =>
            create.mutate({
              document: startingPoint(chosen.template, answers),
              isFirst: false,
            })
          }
          onClose={() => setChosen(null)}
        />
      )}
    </PageFrame>
  );
}

function wishesFor(id: TemplateId, language: CallLanguage): Wish[] {
  const template = templateOf(id);
  return template ? wishesOf(template, language) : [];
}
