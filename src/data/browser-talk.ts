/** A browser link as a visitor has it: where it leads, and a call on it. Nobody need be signed in. */
import {
  type LinkCallAnswer,
  type LinkOffer,
  linkCallAnswer,
  linkOffer,
} from '../publish/browser-talk-wire.ts';
import { type ApiResult, ask } from './ask.ts';

export function readBrowserLink(token: string): ApiResult<LinkOffer> {
  return ask('POST', '/links/read', linkOffer, { token });
}

/** Makes a call; its room waits for some seconds only. */
export function talkOnBrowserLink(token: string): ApiResult<LinkCallAnswer> {
  return ask('POST', '/links/talk', linkCallAnswer, { token });
}
