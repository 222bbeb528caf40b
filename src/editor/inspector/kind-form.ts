/** The line between a kind's form and the editor: what the form wishes becomes a command. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { calendarNamesQuery } from '../../data/editor-queries.ts';
import type { NodeId } from '../../flow/document.ts';
import type { CalendarsForm, KindForm } from '../../kinds/kind-view.ts';
import { useKindNames } from '../../kinds/kind-words.ts';
import { later, partOf } from '../../ui/later.ts';
import { editHours } from '../commands/edit-hours.ts';
import { editStep } from '../commands/edit-step.ts';
import { setInformation } from '../commands/set-information.ts';
import { setSection } from '../commands/set-section.ts';
import { useDocumentState, useEditor, useNodeProblems } from '../editor-context.ts';
import { useFault } from '../problems-panel/use-fault.ts';
import { useFilesForm } from './files-form.ts';
import { informationId } from './information-id.ts';

const requests = later(() => import('../../data/calendars.ts'));

function calendarsOf(queries: QueryClient, workspaceId: string): CalendarsForm {
  return {
    // Asked anew, for the checks of the open flow as well: they look at the same answer.
    list: () =>
      queries
        .fetchQuery({ ...calendarNamesQuery(workspaceId), staleTime: 0 })
        .catch(() => ({ names: [], former: [] })),
    create: async (name) => (await (await partOf(requests))?.createCalendar(workspaceId, name)) ?? false,
  };
}

/** Made anew only when something changed that a form shows: not when its step, or another one, is called something else. */
export function useKindForm(node: NodeId): KindForm {
  const { store, isReadOnly, workspaceId, workspaceHours, outside, problems: found } = useEditor();
  const queries = useQueryClient();
  const document = useDocumentState(
    useShallow(({ document: { information, hours, settings } }) => ({ information, hours, settings })),
  );
  // The form of what gathers steps shows them.
  useDocumentState(({ document: { nodes } }) => {
    const { kind = '' } = nodes[node] ?? {};
    return store.kinds.get(kind)?.gathers === true ? nodes : null;
  });
  const problems = useNodeProblems(node);
  // What mends a problem may be another thing after the next check.
  useStore(found.state, (all) => (problems.length > 0 ? all : null));
  const faultOf = useFault();
  const names = useKindNames();
  const { all, share } = useStore(workspaceHours);
  const { form: others } = useStore(outside);
  const write = useMemo(
    (): Omit<
      KindForm,
      'document' | 'error' | 'nameOf' | 'sharedHours' | 'outside' | 'files' | 'calendars'
    > => ({
      node,
      isReadOnly,
      type: (path, value) => store.run(editStep, { node, changes: [{ path, value }], typing: path }),
      set: (path, value) => store.run(editStep, { node, changes: [{ path, value }] }),
      edit: (edit) => store.run(editStep, { node, ...edit }),
      setInformation: (information, typing = false) => store.run(setInformation, { information, typing }),
      newInformation(name, type) {
        const taken = new Set(Object.keys(store.state.getState().document.information));
        return { id: informationId(name, taken), name, type };
      },
      newId: () => crypto.randomUUID().slice(0, 8),
      steps: () =>
        Object.values(store.state.getState().document.nodes).filter(
          ({ kind }) => store.kinds.get(kind)?.family !== 'aid',
        ),
      setSection: (nodes, section) => store.run(setSection, { nodes, section }),
    }),
    [store, node, isReadOnly],
  );
  const files = useFilesForm(node);
  const calendars = useMemo(() => calendarsOf(queries, workspaceId), [queries, workspaceId]);
  return {
    ...write,
    files,
    calendars,
    document,
    sharedHours: {
      all,
      ...(share ? { share } : {}),
      unlink: (hours) => store.run(editHours, { hours, changes: { shared: null } }),
    },
    ...(others ? { outside: others } : {}),
    nameOf: names.step,
    // Sorted by severity already.
    error: (path) =>
      faultOf(
        problems.find(({ at }) => at.field === path),
        store.state.getState().document,
      ),
  };
}
