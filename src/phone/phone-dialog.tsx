/** The sandbox's telephone: dial, listen, answer in writing or aloud. Says clearly that no real phone rings. */
import { ArrowUp, FlaskConical, Mic, PhoneOff, Square, Volume2, VolumeX } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import { useFormat } from '../i18n/format.ts';
import { useLanguage } from '../i18n/language.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { Conversation } from './conversation.tsx';
import { DialPad } from './dial-pad.tsx';
import { messages } from './messages.ts';
import { type Line, useLine } from './use-line.ts';
import { type CallVoice, useVoice } from './use-voice.ts';

export interface PhoneDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** The number to call, E.164; can be changed on the keys. */
  readonly number: string;
  /** Told when a call has ended, to look for news. */
  readonly onEnded?: () => void;
}

/** Stays in view while the conversation scrolls. */
const FOOT = 'sticky -bottom-6 -mx-6 -mb-6 flex flex-wrap gap-2 border-t border-line bg-card px-6 py-4';

/** Whose number the other side sees. Reserved for fiction by the French regulator (06 39 98 00 00 to 99). */
const CALLER = '+33639980042';

export function PhoneDialog({ isOpen, onClose, number, onEnded }: PhoneDialogProps) {
  const t = useMessages(messages);
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t.title} size="drawer">
      <Telephone number={number} {...(onEnded === undefined ? {} : { onEnded })} />
    </Dialog>
  );
}

function Telephone({ number, onEnded }: Pick<PhoneDialogProps, 'number' | 'onEnded'>) {
  const t = useMessages(messages);
  const format = useFormat();
  const line = useLine(onEnded);
  const [to, setTo] = useState(number);
  const isDialling = line.state === 'idle' || line.state === 'calling';
  return (
    <div className="flex min-h-full flex-col gap-4">
      <p className="flex gap-2 rounded-lg bg-warning-soft px-3 py-2 text-sm text-warning">
        <FlaskConical aria-hidden className="mt-px size-4 shrink-0" />
        {t.sandbox}
      </p>
      {line.failure !== null && <Banner tone="danger">{t.failures[line.failure]}</Banner>}
      {isDialling ? (
        <div className="my-auto py-4">
          <DialPad
            number={to}
            onChange={setTo}
            onCall={() => void line.call(to, CALLER)}
            isCalling={line.state === 'calling'}
          />
          <p className="mt-6 text-center text-xs text-muted">
            {t.from} <span className="tabular-nums">{format.phone(CALLER)}</span>
          </p>
        </div>
      ) : (
        <OnTheLine line={line} number={to} onAgain={() => void line.call(to, CALLER)} />
      )}
    </div>
  );
}

interface OnTheLineProps {
  readonly line: Line;
  readonly number: string;
  readonly onAgain: () => void;
}

function OnTheLine({ line, number, onAgain }: OnTheLineProps) {
  const t = useMessages(messages);
  const format = useFormat();
  const voice = useVoice(line, useLanguage());
  const isOver = line.state === 'ended';
  return (
    <>
      <div className="sticky -top-1 z-10 -mx-6 flex items-center gap-3 border-b border-line bg-card px-6 pt-1 pb-3">
        <div className="min-w-0 flex-1">
          <p className="text-md font-semibold tabular-nums">{format.phone(number)}</p>
          <p className="flex items-center gap-1.5 text-sm text-muted" role="status">
            {!isOver && <span aria-hidden className="size-2 rounded-full bg-success" />}
            {isOver ? t.ended : t.connected}
          </p>
        </div>
        {!isOver && voice.canSpeak && (
          <IconButton
            label={t.aloud}
            icon={voice.isAloud ? <Volume2 /> : <VolumeX />}
            isActive={voice.isAloud}
            placement="bottom"
            onPress={() => voice.setAloud(!voice.isAloud)}
          />
        )}
        {!isOver && (
          <Button variant="danger" icon={<PhoneOff aria-hidden />} onPress={() => void line.hangUp()}>
            {t.hangUp}
          </Button>
        )}
      </div>
      <div className="flex-1">
        <Conversation said={line.said} isWaiting={line.isWaiting} />
      </div>
      {isOver ? (
        <div className={FOOT}>
          <Button variant="primary" onPress={onAgain} autoFocus>
            {t.again}
          </Button>
          <ButtonLink href="/calls">{t.seeCalls}</ButtonLink>
        </div>
      ) : (
        <SayForm isWaiting={line.isWaiting} voice={voice} onSay={(text) => void line.say(text)} />
      )}
    </>
  );
}

interface SayFormProps {
  readonly isWaiting: boolean;
  readonly voice: CallVoice;
  readonly onSay: (text: string) => void;
}

function SayForm({ isWaiting, voice, onSay }: SayFormProps) {
  const t = useMessages(messages);
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const isReady = !isWaiting && text.trim() !== '';
  return (
    <Form
      className={FOOT}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        onSay(text.trim());
        setText('');
      }}
    >
      <TextField
        label={t.say}
        labelHidden
        placeholder={voice.part === null ? t.sayPlaceholder : t.listening}
        value={voice.part || text}
        onChange={setText}
        isReadOnly={voice.part !== null}
        autoComplete="off"
        inputRef={input}
        className="flex-1"
      />
      {voice.canListen && (
        <IconButton
          label={voice.part === null ? t.talk : t.talked}
          icon={voice.part === null ? <Mic /> : <Square />}
          variant="secondary"
          isActive={voice.part !== null}
          isDisabled={isWaiting}
          onPress={voice.talk}
        />
      )}
      <IconButton type="submit" variant="primary" label={t.send} icon={<ArrowUp />} isDisabled={!isReady} />
      <p className="basis-full text-xs text-muted" role="status">
        {voice.failure !== null ? t.hearing[voice.failure] : voice.canListen ? t.talkHint : t.cannotListen}
      </p>
    </Form>
  );
}
