/** The editor of one flow: loads it, then shows canvas and panels. Knows no page. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ReactFlowProvider } from '@xyflow/react';
import { CloudOff, Compass, FileWarning } from 'lucide-react';
import { type ReactNode, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { failureOf } from '../data/failure.ts';
import type { StoredFlow } from '../data/flows.ts';
import { flowQuery } from '../data/queries.ts';
import { observeSession } from '../data/session.ts';
import type { NodeId } from '../flow/document.ts';
import { useFailureText } from '../i18n/failures/failure-text.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { later, laterComponent } from '../ui/later.ts';
import { notify } from '../ui/toast.tsx';
import type { CreatedEditor } from './create-editor.ts';
import { openStored } from './damage/damage.ts';
import { EditorFrame } from './editor-frame.tsx';
import { EditorSkeleton } from './editor-skeleton.tsx';
import { editorMessages } from './messages.ts';
import { PanelBoundary } from './panel-boundary.tsx';
import { type StartedEditor, startEditor } from './start-editor.ts';
import { selectNodes } from './store/selection.ts';
import { RareBanners } from './top-bar/save-banner.tsx';
import { useOutside } from './use-outside.ts';

const WorkspaceParts = laterComponent(
  later(async () => (await import('./workspace-parts.tsx')).WorkspaceParts),
);

const DamageReport = laterComponent(
  later(async () => (await import('./damage/damage-report.tsx')).DamageReport),
);

export interface FlowEditorProps {
  readonly flowId: string;
  /** Whether the person may change flows of this workspace, or only look. */
  readonly mayChange: (workspaceId: string) => boolean;
  /** The step that somebody came for: selected and in view, if it is still drawn. */
  readonly step?: string | undefined;
}

export function FlowEditor({ flowId, mayChange, step }: FlowEditorProps) {
  const t = useMessages(editorMessages);
  const say = useFailureText();
  const person = usePersonId();
  // The editor is the only writer while it is open: what comes back later is seen by its compare-and-swap.
  const flow = useQuery({
    ...flowQuery(flowId),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: Infinity,
    gcTime: 0,
  });
  if (flow.isPending || person === undefined) return <EditorSkeleton />;
  if (flow.isError) {
    const { code } = failureOf(flow.error);
    if (code === 'not-found') {
      return (
        <Notice
          icon={<Compass />}
          title={t.notFound}
          action={<ButtonLink href="/flows">{t.backToFlows}</ButtonLink>}
        >
          {t.notFoundText}
        </Notice>
      );
    }
    return (
      <Notice
        icon={<CloudOff />}
        title={t.failed}
        action={
          <Button variant="primary" onPress={() => void flow.refetch()}>
            {t.retry}
          </Button>
        }
      >
        {say(code)}
      </Notice>
    );
  }
  return (
    <OpenFlow flow={flow.data} person={person} isLookedAt={!mayChange(flow.data.workspaceId)} step={step} />
  );
}

interface OpenFlowProps {
  readonly flow: StoredFlow;
  readonly person: string;
  readonly isLookedAt: boolean;
  readonly step: string | undefined;
}

function OpenFlow({ flow, person, isLookedAt, step }: OpenFlowProps) {
  const t = useMessages(editorMessages);
  const queries = useQueryClient();
  const [editor, setEditor] = useState<CreatedEditor | null>(null);
  const { document, damage } = useMemo(() => openStored(flow.document), [flow]);
  const tellMerged = useEffectEvent(() => notify({ text: t.merged }));
  useEffect(() => {
    let isGone = false;
    let started: StartedEditor | undefined;
    // Saving would lose what could not be read.
    const isReadOnly = damage !== null || isLookedAt;
    const opened = startEditor(flow, { document, isReadOnly, isLookedAt, damage, person }, () =>
      tellMerged(),
    );
    const close = (open: StartedEditor) =>
      void open.close().then(() => queries.invalidateQueries({ queryKey: ['flows'] }));
    // Its banner stands above the canvas from the start.
    const whole =
      damage === null
        ? opened
        : RareBanners.load().then(
            () => opened,
            () => opened,
          );
    void whole.then((open) => {
      if (isGone) return close(open);
      started = open;
      openAt(open.editor, step);
      setEditor(open.editor);
    });
    return () => {
      isGone = true;
      if (started) close(started);
      setEditor(null);
    };
  }, [flow, document, damage, isLookedAt, person, queries, step]);
  useRetryWhenSignedIn(editor, person);
  useOutside(editor, flow.workspaceId);
  useEffect(() => {
    if (editor?.hasRestored) notify({ text: t.restored });
  }, [editor, t.restored]);
  if (damage && Object.keys(document.nodes).length === 0) {
    return (
      <Notice
        icon={<FileWarning />}
        title={t.unreadable}
        action={
          <div className="flex max-w-140 flex-col gap-6">
            <PanelBoundary>
              <DamageReport damage={damage} workspaceId={flow.workspaceId} name={flow.name} />
            </PanelBoundary>
            <ButtonLink className="self-start" href="/flows">
              {t.backToFlows}
            </ButtonLink>
          </div>
        }
      >
        {t.unreadableText}
      </Notice>
    );
  }
  if (!editor) return <EditorSkeleton />;
  return (
    <ReactFlowProvider>
      <EditorFrame editor={editor} />
      <PanelBoundary fallback={null}>
        <WorkspaceParts editor={editor} workspaceId={flow.workspaceId} person={person} />
      </PanelBoundary>
    </ReactFlowProvider>
  );
}

/** Where there is little room the form covers the drawing: it is what somebody came for. */
function openAt(editor: CreatedEditor, step: string | undefined): void {
  const node = step as NodeId | undefined;
  if (node === undefined || !editor.store.state.getState().document.nodes[node]) return;
  editor.store.select(selectNodes(node));
  editor.panels.setState({ form: true });
}

/** Whoever signs in again where they were goes on saving. */
function useRetryWhenSignedIn(editor: CreatedEditor | null, person: string): void {
  useEffect(
    () =>
      observeSession((session) => {
        if (session.status === 'signed-in' && session.person.id === person) editor?.autosave.retry();
      }),
    [editor, person],
  );
}

interface NoticeProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly action: ReactNode;
  readonly children: ReactNode;
}

function Notice(props: NoticeProps) {
  return (
    <div className="grid h-full min-h-80 place-items-center" role="alert">
      <EmptyState isPage {...props} />
    </div>
  );
}

/** Drafts belong to a person; undefined until it is known who is there. */
function usePersonId(): string | undefined {
  const [id, setId] = useState<string>();
  useEffect(
    () =>
      observeSession((session) => {
        // Signed out while working: the drafts stay those of the person who was here.
        if ('person' in session) setId(session.person.id);
      }),
    [],
  );
  return id;
}
