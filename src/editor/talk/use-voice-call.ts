/** One talk of the panel: the line that there is, the microphone, and the step it lights on the canvas. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { getTestLine } from '../../data/test-calls.ts';
import type { TestCallState, TestLineAnswer } from '../../publish/test-call-wire.ts';
import { askForMicrophone, measureLevel } from '../../talk/microphone.ts';
import { createTalk, type Talk } from '../../talk/talk.ts';
import { keepInView } from '../canvas/viewport.ts';
import { type Editor, useEditor } from '../editor-context.ts';
import type { Rehearsal } from '../rehearse-panel/rehearsal.ts';
import { openSandbox, openVapi, type Refusal } from './open-line.ts';

/** On Android a microphone that is measured is not there for being understood. */
const canMeasureBeside = () => !/android/i.test(navigator.userAgent);

export interface VoiceCall {
  readonly talk: Talk<Refusal>;
  /** Null until it is known; a code when it cannot be. */
  readonly line: TestLineAnswer | null;
  readonly lineFailure: string | null;
  readonly settled: TestCallState | null;
  /** The device that was chosen; undefined: the browser's choice. */
  readonly microphone: string | undefined;
  lookForLine(): Promise<void>;
  begin(): Promise<void>;
  chooseMicrophone(id: string): Promise<void>;
}

export function useVoiceCall(rehearsal: Rehearsal): VoiceCall {
  const editor = useEditor();
  const [talk] = useState(() => createTalk<Refusal>(() => Date.now()));
  const [line, setLine] = useState<TestLineAnswer | null>(null);
  const [lineFailure, setLineFailure] = useState<string | null>(null);
  const [settled, setSettled] = useState<TestCallState | null>(null);
  const [microphone, setMicrophone] = useState<string | undefined>(undefined);
  const stopMeasuring = useRef(() => {});

  const lookForLine = useCallback(async () => {
    setLineFailure(null);
    const answer = await getTestLine(editor.workspaceId);
    if (answer.ok) setLine(answer.value);
    else setLineFailure(answer.failure.code);
  }, [editor]);
  useEffect(() => void lookForLine(), [lookForLine]);

  const hold = (stream: MediaStream) => {
    stopMeasuring.current();
    const stopMeter = measureLevel(stream, (level) => {
      const { isMuted } = talk.state.getState();
      talk.hear({ type: 'level', who: 'caller', level: isMuted ? 0 : level });
    });
    stopMeasuring.current = () => {
      stopMeter();
      for (const track of stream.getTracks()) track.stop();
      stopMeasuring.current = () => {};
    };
  };

  const begin = async () => {
    if (line === null || line.line === 'none') return;
    setSettled(null);
    const isVapi = line.line === 'vapi';
    await talk.begin(async (hear) => {
      const asked = await askForMicrophone(window, microphone);
      if (!asked.ok) return { ok: false, failure: asked.failure };
      hold(asked.value);
      if (!isVapi && !canMeasureBeside()) stopMeasuring.current();
      return isVapi
        ? openVapi(editor, rehearsal, microphone, setSettled)(hear)
        : openSandbox(editor, rehearsal)(hear);
    });
  };

  const phase = useStore(talk.state, (state) => state.phase);
  useEffect(() => {
    if (phase === 'over') stopMeasuring.current();
  }, [phase]);
  // Who closes the panel hangs up.
  useEffect(
    () => () => {
      void talk.hangUp();
      stopMeasuring.current();
    },
    [talk],
  );
  useLitStep(editor, talk);

  return {
    talk,
    line,
    lineFailure,
    settled,
    microphone,
    lookForLine,
    begin,
    async chooseMicrophone(id) {
      setMicrophone(id);
      await talk.devices()?.setMicrophone(id);
      const asked = await askForMicrophone(window, id);
      if (asked.ok && talk.state.getState().phase === 'talking') hold(asked.value);
      else if (asked.ok) for (const track of asked.value.getTracks()) track.stop();
    },
  };
}

/** The step that the call is at is lit on the canvas, and kept in view, past React: it must be seen at once. */
function useLitStep(editor: Editor, talk: Talk<Refusal>): void {
  useEffect(() => {
    let lit: string | undefined;
    const unsubscribe = talk.state.subscribe(({ position }) => {
      if (!position) return;
      const isLiveInferred = position.confidence === 'inferred';
      if (position.node === lit && editor.panels.getState().isLiveInferred === isLiveInferred) return;
      const isElsewhere = position.node !== lit;
      lit = position.node;
      editor.panels.setState({ live: position.node, isLiveInferred });
      if (isElsewhere) keepInView(editor, [position.node]);
    });
    return () => {
      unsubscribe();
      if (lit !== undefined) editor.panels.setState({ live: undefined, isLiveInferred: false });
    };
  }, [editor, talk]);
}
