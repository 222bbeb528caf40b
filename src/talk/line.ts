/**
 * A line on which somebody talks to the assistant with their own voice: what it tells and what can be asked of it. The same whether
 * Vapi is behind it or the sandbox. Knows neither, and no words.
 */
import type { CallMessage } from '../flow/trace.ts';
import type { HearingFailure } from '../voice/listen.ts';
import type { MicrophoneFailure } from './microphone.ts';

export type Who = 'assistant' | 'caller';

/** Why a call is over. `left`: whoever talks hung up. `broken`: something failed behind the line. */
export type EndReason = 'assistant' | 'left' | 'time-up' | 'silence' | 'not-joined' | 'broken' | 'other';

/** `not-reached`: the room could not be entered. `line-lost`: it was lost during the call. `conversation`: no answer came. */
export type TalkFailure = MicrophoneFailure | HearingFailure | 'not-reached' | 'line-lost' | 'conversation';

export type TalkEvent =
  /** The assistant is there and listens. Told once. */
  | { readonly type: 'ready' }
  | { readonly type: 'speaking'; readonly who: Who; readonly isSpeaking: boolean }
  /** 0 to 1. */
  | { readonly type: 'level'; readonly who: Who; readonly level: number }
  /** A part is replaced by the next part, and by the final text. */
  | { readonly type: 'said'; readonly who: Who; readonly text: string; readonly isFinal: boolean }
  /** What the drawing is followed by. */
  | { readonly type: 'traced'; readonly message: CallMessage }
  /** Another assistant has taken over, by its name. */
  | { readonly type: 'member'; readonly name: string }
  /** The line says by itself which step this is. */
  | { readonly type: 'step'; readonly node: string }
  /** The browser plays no sound before something is pressed: `unblock`. */
  | { readonly type: 'blocked' }
  /** The assistant takes unusually long. */
  | { readonly type: 'waiting' }
  | { readonly type: 'network'; readonly isWeak: boolean }
  | { readonly type: 'ended'; readonly reason: EndReason }
  | { readonly type: 'failed'; readonly failure: TalkFailure };

export type Hear = (event: TalkEvent) => void;

export interface TalkLine {
  /** Enters the line. What goes wrong is told as an event. */
  start(): Promise<void>;
  hangUp(): Promise<void>;
  setMuted(isMuted: boolean): void;
  /** What is written instead of spoken. */
  write(text: string): void;
  /** To be called from a press; false when there is still no sound. */
  unblock(): Promise<boolean>;
  /** Null where the browser decides. */
  readonly devices: DeviceChoice | null;
}

export interface DeviceChoice {
  setMicrophone(id: string): Promise<void>;
  setSpeaker(id: string): Promise<void>;
}
