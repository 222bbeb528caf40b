/** The gallery: choose a model, answer two questions, and the canvas opens already complete. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FileUp, SquareDashed } from 'lucide-react';
import { useMemo, useState } from 'react';
import { createFlow } from '../../data/flows.ts';
import { flowsQuery } from '../../data/queries.ts';
import type { FlowDocument } from '../../flow/document.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useNavigate, useSearchParams } from '../../router/router.tsx';
import { templates } from '../../templates/registry.ts';
import { Button } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { notify } from '../../ui/toast.tsx';
import { PageFrame } from '../page-frame.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { BringFileDialog } from './bring-file-dialog.tsx';
import { messages } from './messages.ts';
import { QuestionsDialog } from './questions-dialog.tsx';
import { startingPoint, type TemplateId } from './starting-point.ts';
import { TemplateIcon } from './template-icon.tsx';
import { TemplateTile } from './template-tile.tsx';

interface Chosen {
  readonly template: TemplateId;
  readonly title: string;
  /** The suggested name. */
  readonly place: string;
}

/** Saves the drawing as a new flow and opens it. */
function useCreateFlow() {
  const t = useMessages(messages);
  const say = useFailureText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { workspace } = useWorkspace();
  return useMutation({
    mutationFn: (document: FlowDocument) => createFlow(workspace.id, document),
    onSuccess: async (made) => {
      if (!made.ok) return notify({ tone: 'danger', text: `${t.createFailed} ${say(made.failure.code)}` });
      void queries.invalidateQueries({ queryKey: flowsQuery(workspace.id).queryKey });
      navigate(`/flows/${made.value.id}`);
    },
  });
}

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
        return { id, icon, words, drawing: template.build(language, { name: words.place }) };
      }),
    [language],
  );
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
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {tiles.map(({ id, icon, words, drawing }) => (
          <TemplateTile
            key={id}
            title={words.title}
            goal={words.goal}
            collects={words.collects}
            bestFor={words.bestFor}
            icon={<TemplateIcon name={icon} />}
            drawing={drawing}
            onChoose={() => setChosen({ template: id, title: words.title, place: words.place })}
          />
        ))}
      </div>
      {isBringing && (
        <BringFileDialog
          isPending={create.isPending}
          onCreate={(document) => create.mutate(document)}
          onClose={() => setBringing(false)}
        />
      )}
      {chosen !== null && (
        <QuestionsDialog
          chosen={chosen.title}
          defaultName={chosen.place}
          isPending={create.isPending}
          onCreate={(name, spoken) => create.mutate(startingPoint(chosen.template, spoken, name))}
          onClose={() => setChosen(null)}
        />
      )}
    </PageFrame>
  );
}
