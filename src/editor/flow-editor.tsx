/** The editor of one flow: loads it, then shows canvas and panels. Knows no page. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ReactFlowProvider } from '@xyflow/react';
import { CloudOff, Compass, FileWarning } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { failureOf } from '../data/failure.ts';
import type { StoredFlow } from '../data/flows.ts';
import { flowQuery } from '../data/queries.ts';
import { observeSession } from '../data/session.ts';
import { useFailureText } from '../i18n/failures/failure-text.ts';
import { languageState } from '../i18n/language.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { kindNamesIn } from '../kinds/kind-words.ts';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { notify } from '../ui/toast.tsx';
import { type CreatedEditor, createEditor } from './create-editor.ts';
import { EditorFrame } from './editor-frame.tsx';
import { EditorSkeleton } from './editor-skeleton.tsx';
import { editorMessages } from './messages.ts';
import { createFlowSave, readDocument, readStored } from './store/flow-save.ts';
import { createLocalDraft } from './store/local-draft.ts';
import { useOutside } from './use-outside.ts';
import { useWorkspaceFiles } from './use-workspace-files.ts';
import { useWorkspaceHours } from './use-workspace-hours.ts';

export interface FlowEditorProps {
  readonly flowId: string;
}

export function FlowEditor({ flowId }: FlowEditorProps) {
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
  return <OpenFlow flow={flow.data} person={person} />;
}

function OpenFlow({ flow, person }: { readonly flow: StoredFlow; readonly person: string }) {
  const t = useMessages(editorMessages);
  const queries = useQueryClient();
  const [editor, setEditor] = useState<CreatedEditor | null>(null);
  const { document, isWhole } = useMemo(() => readStored(flow.document), [flow]);
  useEffect(() => {
    const created = createEditor(
      {
        flowId: flow.id,
        workspaceId: flow.workspaceId,
        document,
        revision: flow.revision,
        // Saving would lose what could not be read.
        isReadOnly: !isWhole,
      },
      {
        save: createFlowSave(flow.id, flow.workspaceId),
        draft: createLocalDraft(localStorage, person, flow.id, readDocument),
        timers: {
          after(milliseconds, callback) {
            const timer = setTimeout(callback, milliseconds);
            return () => clearTimeout(timer);
          },
        },
      },
      (node) => kindNamesIn(languageState()).step(node),
    );
    setEditor(created);
    return () => {
      void created.autosave.flush().then(() => {
        void queries.invalidateQueries({ queryKey: ['flows'] });
      });
      created.stop();
    };
  }, [flow, document, isWhole, person, queries]);
  useWorkspaceHours(editor, flow.workspaceId, person);
  useOutside(editor, flow.workspaceId);
  useWorkspaceFiles(editor, flow.workspaceId, person);
  useEffect(() => {
    if (editor?.hasRestored) notify({ text: t.restored });
  }, [editor, t.restored]);
  if (!isWhole && Object.keys(document.nodes).length === 0) {
    return (
      <Notice
        icon={<FileWarning />}
        title={t.unreadable}
        action={<ButtonLink href="/flows">{t.backToFlows}</ButtonLink>}
      >
        {t.unreadableText}
      </Notice>
    );
  }
  if (!editor) return <EditorSkeleton />;
  return (
    <ReactFlowProvider>
      <EditorFrame editor={editor} />
    </ReactFlowProvider>
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
