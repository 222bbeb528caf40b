/** A call that goes on: what is said, a field to write in, and the buttons of any telephone. */
import { Mic, MicOff, PhoneOff, SendHorizontal } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { Talk, TalkState } from '../../talk/talk.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { messages } from './messages.ts';
import type { Refusal } from './open-call.ts';

export interface CallProps {
  readonly talk: Talk<Refusal>;
  /** With the microphone; otherwise all is written. */
  readonly speaks: boolean;
}

export function Call({ talk, speaks }: CallProps) {
  const t = useMessages(messages);
  const state = useStore(talk.state);
  return (
    <>
      <div className="flex items-baseline gap-2 text-sm">
        <h1 role="status" className="min-w-0 flex-1 text-md font-semibold">
          {t[activityOf(state, speaks)]}
        </h1>
        {state.endsAt !== null && <TimeLeft endsAt={state.endsAt} />}
      </div>
      <Transcript talk={talk} />
      <div className="flex flex-col gap-3">
        {state.isBlocked && (
          <Banner
            tone="warning"
            action={
              <Button size="small" onPress={() => void talk.unblock()}>
                {t.unblock}
              </Button>
            }
          >
            {t.blocked}
          </Banner>
        )}
        {state.isWeak && <Banner tone="warning">{t.weak}</Banner>}
        {state.isWaiting && <Banner>{t.waiting}</Banner>}
        <Writing isReady={state.phase === 'talking'} onSend={(text) => talk.write(text)} />
        <div className="flex gap-2">
          {speaks && (
            <Button
              className="flex-1"
              icon={state.isMuted ? <MicOff aria-hidden /> : <Mic aria-hidden />}
              isDisabled={state.phase !== 'talking'}
              onPress={() => talk.setMuted(!state.isMuted)}
            >
              {state.isMuted ? t.unmute : t.mute}
            </Button>
          )}
          <Button
            variant="danger"
            className="flex-1"
            icon={<PhoneOff aria-hidden />}
            onPress={() => void talk.hangUp()}
          >
            {t.hangUp}
          </Button>
        </div>
      </div>
    </>
  );
}

function activityOf({ phase, isMuted, speaking }: TalkState<Refusal>, speaks: boolean) {
  if (phase === 'connecting') return 'connecting';
  if (speaking === 'assistant') return 'speaking';
  if (isMuted && speaks) return 'muted';
  if (speaking !== 'caller') return speaks ? 'thinking' : 'yourTurn';
  return speaks ? 'listening' : 'yourTurn';
}

function Transcript({ talk }: { readonly talk: Talk<Refusal> }) {
  const t = useMessages(messages);
  const turns = useStore(talk.state, (state) => state.turns);
  const bottom = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls whenever something was said
  useEffect(() => {
    void bottom.current?.scrollIntoView({ block: 'nearest' });
  }, [turns]);
  return (
    <div
      role="log"
      aria-label={t.transcript}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with the keyboard
      tabIndex={0}
      className="my-4 h-64 overflow-y-auto"
    >
      <ol className="flex flex-col gap-1.5 p-0.5">
        {turns.map(({ id, who, text, isFinal }) => (
          <li
            key={id}
            className={classNames(
              'animate-rise-in max-w-[85%] rounded-panel px-3.5 py-2 text-base text-pretty break-words',
              who === 'caller'
                ? 'self-end rounded-br-sm bg-accent text-on-accent'
                : 'self-start rounded-bl-sm bg-fill',
              !isFinal && 'italic',
            )}
          >
            <span className="sr-only">{`${who === 'caller' ? t.you : t.assistant}: `}</span>
            {text}
            {!isFinal && ' …'}
          </li>
        ))}
      </ol>
      <div ref={bottom} />
    </div>
  );
}

interface WritingProps {
  readonly isReady: boolean;
  readonly onSend: (text: string) => void;
}

/** As long as Vapi takes a message to be. */
const LONGEST = 1000;

function Writing({ isReady, onSend }: WritingProps) {
  const t = useMessages(messages);
  const [text, setText] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '' || !isReady) return;
    onSend(text.trim());
    setText('');
  };
  return (
    <form onSubmit={send} className="flex items-end gap-2">
      <TextField
        label={t.write}
        labelHidden
        placeholder={t.write}
        value={text}
        onChange={setText}
        maxLength={LONGEST}
        autoComplete="off"
        className="min-w-0 flex-1"
      />
      <IconButton label={t.send} type="submit" icon={<SendHorizontal />} isDisabled={!isReady} />
    </form>
  );
}

function TimeLeft({ endsAt }: { readonly endsAt: number }) {
  const t = useMessages(messages);
  const format = useFormat();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <span className="shrink-0 text-muted tabular-nums">
      {t.left(format.clock(Math.max(0, endsAt - now)))}
    </span>
  );
}
