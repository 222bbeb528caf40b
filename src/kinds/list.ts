/** THE list of step kinds (pure halves). Adding a kind is one folder and one line here. */
import { answer } from './answer/kind.ts';
import { ask } from './ask/kind.ts';
import { book } from './book/kind.ts';
import { connect } from './connect/kind.ts';
import { decide } from './decide/kind.ts';
import { hangUp } from './hang-up/kind.ts';
import { inform } from './inform/kind.ts';
import { note } from './note/kind.ts';
import { say } from './say/kind.ts';
import { section } from './section/kind.ts';
import { send } from './send/kind.ts';
import { transfer } from './transfer/kind.ts';
import { understand } from './understand/kind.ts';

/** In palette order. */
export const kinds = [
  answer,
  say,
  ask,
  understand,
  decide,
  inform,
  book,
  transfer,
  send,
  hangUp,
  connect,
  note,
  section,
] as const;
