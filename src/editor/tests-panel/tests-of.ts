/** The tests of an open flow, with what they need of the editor and the server; the same ones for the panel, a conversation and publishing. */
import { useEffect, useRef } from 'react';
import { rehearse } from '../../data/api.ts';
import { beginSimulation, cancelSimulation, lookAtSimulation } from '../../data/simulations.ts';
import { changeTest, deleteTest, keepResult, keepTests, listTests } from '../../data/test-cases.ts';
import type { Editor } from '../editor-context.ts';
import type { PanelState } from '../store/panels.ts';
import { createTests, type Tests, type TestsPorts } from './tests.ts';

const known = new WeakMap<Editor, Tests>();

export function testsOf(editor: Editor): Tests {
  const tests = known.get(editor) ?? createTests(portsOf(editor));
  known.set(editor, tests);
  return tests;
}

/** Nobody looks any more: what runs would only cost. Another panel that shows it may still be open. */
export function useStopUnless(editor: Editor, isShown: (panels: PanelState) => boolean): void {
  const isStillShown = useRef(isShown);
  useEffect(
    () => () => {
      if (!isStillShown.current(editor.panels.getState())) known.get(editor)?.stop();
    },
    [editor],
  );
}

function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener('abort', end);
    if (signal?.aborted) end();
  });
}

function portsOf({ flowId, workspaceId, isReadOnly, autosave, store }: Editor): TestsPorts {
  return {
    // What cannot be changed is saved as it is.
    save: async () => {
      const saved = await autosave.flush();
      return saved.ok ? saved.value.revision : null;
    },
    document: () => store.state.getState().document,
    converse: (turn, signal) => rehearse({ flowId, ...turn }, signal),
    simulation: {
      begin: ({ lines, answers, ...test }) =>
        beginSimulation({ flowId, ...test, lines: [...lines], answers: { ...answers } }),
      look: (of, signal) => lookAtSimulation({ flowId, ...of }, signal),
      cancel: (simulation) => cancelSimulation({ flowId, simulation }),
      wait: pause,
      now: () => Date.now(),
    },
    list: () => listTests(flowId),
    keep: (tests) => keepTests(workspaceId, flowId, tests),
    change: changeTest,
    keepResult,
    remove: deleteTest,
    newId: () => crypto.randomUUID(),
    now: () => Date.now(),
    canKeep: !isReadOnly,
  };
}
