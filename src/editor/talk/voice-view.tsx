/** Talking with one's own voice, in place of writing: before, during and after. Says which line it is and what it takes. */
import { ArrowLeft, Mic } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { TestLineAnswer } from '../../publish/test-call-wire.ts';
import { microphonePermission } from '../../talk/microphone.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { createEar, type ListeningScope } from '../../voice/listen.ts';
import { createMouth } from '../../voice/speak.ts';
import type { Rehearsal } from '../rehearse-panel/rehearsal.ts';
import { talkMessages } from './messages.ts';
import { useVoiceCall } from './use-voice-call.ts';
import { VoiceCall } from './voice-call.tsx';
import { VoiceOver } from './voice-over.tsx';

export interface VoiceViewProps {
  readonly rehearsal: Rehearsal;
  readonly onClose: () => void;
}

export function VoiceView({ rehearsal, onClose }: VoiceViewProps) {
  const t = useMessages(talkMessages);
  const say = useFailureText();
  const call = useVoiceCall(rehearsal);
  const phase = useStore(call.talk.state, (state) => state.phase);
  return (
    <section aria-label={t.title} className="flex h-full flex-col">
      <header className="flex h-10 shrink-0 items-center gap-1 px-2">
        <IconButton label={t.back} icon={<ArrowLeft />} size="small" placement="bottom" onPress={onClose} />
        <h3 className="text-sm font-medium">{t.title}</h3>
      </header>
      {phase === 'connecting' || phase === 'talking' ? (
        <VoiceCall call={call} />
      ) : phase === 'over' ? (
        <VoiceOver call={call} onClose={onClose} />
      ) : call.line ? (
        <Intro line={call.line} onBegin={() => void call.begin()} />
      ) : call.lineFailure === null ? (
        <p role="status" className="p-4 text-sm text-muted">
          {t.preparing}
        </p>
      ) : (
        <div className="p-4">
          <Banner
            tone="danger"
            action={
              <Button size="small" onPress={() => void call.lookForLine()}>
                {t.retry}
              </Button>
            }
          >
            {say(call.lineFailure)}
          </Banner>
        </div>
      )}
    </section>
  );
}

interface IntroProps {
  readonly line: TestLineAnswer;
  readonly onBegin: () => void;
}

/** What will happen, and why the browser asks, before it asks. */
function Intro({ line, onBegin }: IntroProps) {
  const t = useMessages(talkMessages);
  const willAsk = useWillAsk();
  const canListen = createEar(window as ListeningScope).canListen;
  if (line.line === 'none') return <Lead>{t.none}</Lead>;
  if (line.line === 'sandbox' && !canListen)
    return (
      <div className="p-4">
        <Banner tone="warning">{t.sandbox.cannot}</Banner>
      </div>
    );
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-4">
      <div className="flex flex-col gap-2 text-sm text-pretty">
        {line.line === 'sandbox' ? <SandboxWords /> : <VapiWords line={line} />}
      </div>
      <div className="mt-auto flex flex-col items-center gap-3 pb-2">
        <p className="text-center text-sm text-pretty text-muted">
          {t.why} {willAsk && t.asksNext}
        </p>
        <Button variant="primary" icon={<Mic />} onPress={onBegin} autoFocus>
          {t.begin}
        </Button>
      </div>
    </div>
  );
}

function SandboxWords() {
  const { sandbox } = useMessages(talkMessages);
  return (
    <>
      <Banner tone="warning">
        <strong className="block font-medium">{sandbox.title}</strong>
        {sandbox.lead}
      </Banner>
      <p>{sandbox.turns}</p>
      {!createMouth(window).canSpeak && <p>{sandbox.silent}</p>}
      <p className="text-muted">{sandbox.hearing}</p>
    </>
  );
}

function VapiWords({ line }: { readonly line: TestLineAnswer }) {
  const { vapi } = useMessages(talkMessages);
  return (
    <>
      <Banner>
        <strong className="block font-medium">{vapi.title}</strong>
        {vapi.lead}
      </Banner>
      <p>{vapi.transfers}</p>
      <p>{vapi.limit(Math.floor(line.secondsPerCall / 60), Math.floor(line.secondsLeft / 60))}</p>
    </>
  );
}

function Lead({ children }: { readonly children: string }) {
  return <p className="p-4 text-sm text-pretty">{children}</p>;
}

/** Whether the browser shows its own question; also where browsers do not tell. */
function useWillAsk(): boolean {
  const [willAsk, setWillAsk] = useState(true);
  useEffect(() => {
    let isGone = false;
    void microphonePermission(window).then((state) => !isGone && setWillAsk(state !== 'granted'));
    return () => {
      isGone = true;
    };
  }, []);
  return willAsk;
}
