/**
 * For developers: every kind by its own examples, as cards in every state and as forms, to be written in and read-only. Language
 * and theme are those of the address (`?lang=fr&theme=dark`). In development only: no build for anybody else holds it.
 */
import { Suspense, useEffect } from 'react';
import { useSearchParams } from '../../router/router.tsx';
import '../../editor/canvas/canvas.css';
import { CardFrame, SeverityIcon } from '../../editor/canvas/card-frame.tsx';
import { emptyDocument, type FlowNode, type NodeId } from '../../flow/document.ts';
import { useLanguage } from '../../i18n/language.ts';
import { formOf } from '../../kinds/forms.tsx';
import { kinds } from '../../kinds/registry.ts';
import { setTheme, THEME_CHOICES } from '../../ui/theme.ts';
import { GALLERY_STATES, type GalleryState } from './states.ts';
import { stillForm } from './still-form.ts';

export function DevGalleryPage() {
  const [params] = useSearchParams();
  const theme = THEME_CHOICES.find((known) => known === params.get('theme'));
  useEffect(() => {
    if (theme) setTheme(theme);
  }, [theme]);
  const only = params.get('kind');
  return (
    <main className="flex min-h-dvh flex-col gap-10 bg-canvas p-8">
      <h1 className="text-lg font-semibold">{kinds.length}</h1>
      {kinds
        .filter(({ id }) => only === null || id === only)
        .map((kind) => (
          <section key={kind.id} data-kind={kind.id} className="flex flex-col gap-6">
            <h2 className="text-md font-semibold">{kind.id}</h2>
            {Object.entries(kind.examples).map(([name, data]) => (
              <Example
                key={name}
                name={name}
                node={{
                  id: `${kind.id}-${name}` as NodeId,
                  kind: kind.id,
                  position: { x: 0, y: 0 },
                  data: data as FlowNode['data'],
                }}
              />
            ))}
          </section>
        ))}
    </main>
  );
}

function Example({ name, node }: { readonly name: string; readonly node: FlowNode }) {
  return (
    <article data-example={name} className="flex flex-col gap-3">
      <h3 className="text-sm text-muted">{name}</h3>
      <div className="flex flex-wrap gap-6">
        {GALLERY_STATES.map((state) => (
          <Card key={state.id} node={node} state={state} />
        ))}
      </div>
      <div className="flex flex-wrap items-start gap-6">
        <Form node={node} isReadOnly={false} />
        <Form node={node} isReadOnly />
      </div>
    </article>
  );
}

function Card({ node, state }: { readonly node: FlowNode; readonly state: GalleryState }) {
  const document = emptyDocument('', useLanguage());
  return (
    <figure data-state-shown={state.id} className="flex flex-col gap-1">
      <div className="flow-canvas" data-lod={state.lod}>
        <CardFrame
          node={node}
          document={document}
          selected={state.selected}
          state={state.state}
          badge={state.hasProblem && <SeverityIcon severity="error" />}
        />
      </div>
      <figcaption className="text-xs text-muted">{state.id}</figcaption>
    </figure>
  );
}

function Form({ node, isReadOnly }: { readonly node: FlowNode; readonly isReadOnly: boolean }) {
  const document = emptyDocument('', useLanguage());
  const KindForm = formOf(node.kind);
  if (!KindForm) return null;
  return (
    <div
      data-form={isReadOnly ? 'read-only' : 'open'}
      className="flex w-90 flex-col gap-5 rounded-panel border border-line bg-card p-4"
    >
      <Suspense>
        <KindForm data={node.data} form={stillForm(document, node.id, isReadOnly)} />
      </Suspense>
    </div>
  );
}
