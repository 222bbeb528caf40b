/** The product's own words, so that the journeys click what people read. */

import * as commandsEn from '../../src/editor/commands/messages.en.ts';
import * as commandsFr from '../../src/editor/commands/messages.fr.ts';
import * as findEn from '../../src/editor/find/messages.en.ts';
import * as findFr from '../../src/editor/find/messages.fr.ts';
import * as editorEn from '../../src/editor/messages.en.ts';
import * as editorFr from '../../src/editor/messages.fr.ts';
import * as outlineEn from '../../src/editor/outline/messages.en.ts';
import * as outlineFr from '../../src/editor/outline/messages.fr.ts';
import * as publishEn from '../../src/editor/publish-panel/messages.en.ts';
import * as publishFr from '../../src/editor/publish-panel/messages.fr.ts';
import * as rehearseEn from '../../src/editor/rehearse-panel/messages.en.ts';
import * as rehearseFr from '../../src/editor/rehearse-panel/messages.fr.ts';
import * as answerEn from '../../src/kinds/answer/messages.en.ts';
import * as answerFr from '../../src/kinds/answer/messages.fr.ts';
import * as askEn from '../../src/kinds/ask/messages.en.ts';
import * as askFr from '../../src/kinds/ask/messages.fr.ts';
import * as sayEn from '../../src/kinds/say/messages.en.ts';
import * as sayFr from '../../src/kinds/say/messages.fr.ts';
import * as callEn from '../../src/pages/call/messages.en.ts';
import * as callFr from '../../src/pages/call/messages.fr.ts';
import * as pagesEn from '../../src/pages/messages.en.ts';
import * as pagesFr from '../../src/pages/messages.fr.ts';
import * as galleryEn from '../../src/pages/new-flow/messages.en.ts';
import * as galleryFr from '../../src/pages/new-flow/messages.fr.ts';
import * as signInEn from '../../src/pages/sign-in/messages.en.ts';
import * as signInFr from '../../src/pages/sign-in/messages.fr.ts';
import * as phoneEn from '../../src/phone/messages.en.ts';
import * as phoneFr from '../../src/phone/messages.fr.ts';
import * as bookingEn from '../../src/templates/appointment-booking/messages.en.ts';
import * as bookingFr from '../../src/templates/appointment-booking/messages.fr.ts';

export const WORDS = {
  en: {
    outline: outlineEn.en,
    find: findEn.en,
    commands: commandsEn.en,
    ask: askEn.en,
    answer: answerEn.en,
    editor: editorEn.en,
    publish: publishEn.en,
    rehearse: rehearseEn.en,
    say: sayEn.en,
    call: callEn.en,
    gallery: galleryEn.en,
    pages: pagesEn.en,
    signIn: signInEn.en,
    phone: phoneEn.en,
    booking: bookingEn.en,
  },
  fr: {
    outline: outlineFr.fr,
    find: findFr.fr,
    commands: commandsFr.fr,
    ask: askFr.fr,
    answer: answerFr.fr,
    editor: editorFr.fr,
    publish: publishFr.fr,
    rehearse: rehearseFr.fr,
    say: sayFr.fr,
    call: callFr.fr,
    gallery: galleryFr.fr,
    pages: pagesFr.fr,
    signIn: signInFr.fr,
    phone: phoneFr.fr,
    booking: bookingFr.fr,
  },
} as const;
export type Language = keyof typeof WORDS;
