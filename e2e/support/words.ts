/** The product's own words, so that the journeys click what people read. */

import * as appEn from '../../src/app/messages.en.ts';
import * as appFr from '../../src/app/messages.fr.ts';
import * as browserLinkEn from '../../src/browser-link/messages.en.ts';
import * as browserLinkFr from '../../src/browser-link/messages.fr.ts';
import * as laneEn from '../../src/editor/anytime-lane/messages.en.ts';
import * as laneFr from '../../src/editor/anytime-lane/messages.fr.ts';
import * as commandsEn from '../../src/editor/commands/messages.en.ts';
import * as commandsFr from '../../src/editor/commands/messages.fr.ts';
import * as findEn from '../../src/editor/find/messages.en.ts';
import * as findFr from '../../src/editor/find/messages.fr.ts';
import * as firstStepsEn from '../../src/editor/first-steps/messages.en.ts';
import * as firstStepsFr from '../../src/editor/first-steps/messages.fr.ts';
import * as settingsPanelEn from '../../src/editor/flow-settings/messages.en.ts';
import * as settingsPanelFr from '../../src/editor/flow-settings/messages.fr.ts';
import * as listenEn from '../../src/editor/listen/messages.en.ts';
import * as listenFr from '../../src/editor/listen/messages.fr.ts';
import * as editorEn from '../../src/editor/messages.en.ts';
import * as editorFr from '../../src/editor/messages.fr.ts';
import * as outlineEn from '../../src/editor/outline/messages.en.ts';
import * as outlineFr from '../../src/editor/outline/messages.fr.ts';
import * as playEn from '../../src/editor/play-from-here/messages.en.ts';
import * as playFr from '../../src/editor/play-from-here/messages.fr.ts';
import * as problemsEn from '../../src/editor/problems-panel/messages.en.ts';
import * as problemsFr from '../../src/editor/problems-panel/messages.fr.ts';
import * as publishEn from '../../src/editor/publish-panel/messages.en.ts';
import * as publishFr from '../../src/editor/publish-panel/messages.fr.ts';
import * as serviceEn from '../../src/editor/publish-panel/service/messages.en.ts';
import * as serviceFr from '../../src/editor/publish-panel/service/messages.fr.ts';
import * as rehearseEn from '../../src/editor/rehearse-panel/messages.en.ts';
import * as rehearseFr from '../../src/editor/rehearse-panel/messages.fr.ts';
import * as savingEn from '../../src/editor/saving/messages.en.ts';
import * as savingFr from '../../src/editor/saving/messages.fr.ts';
import * as talkEn from '../../src/editor/talk/messages.en.ts';
import * as talkFr from '../../src/editor/talk/messages.fr.ts';
import * as testsEn from '../../src/editor/tests-panel/messages.en.ts';
import * as testsFr from '../../src/editor/tests-panel/messages.fr.ts';
import * as tourEn from '../../src/editor/tour/messages.en.ts';
import * as tourFr from '../../src/editor/tour/messages.fr.ts';
import * as helpEn from '../../src/help/messages.en.ts';
import * as helpFr from '../../src/help/messages.fr.ts';
import { showKeys } from '../../src/i18n/messages.ts';
import * as answerEn from '../../src/kinds/answer/messages.en.ts';
import * as answerFr from '../../src/kinds/answer/messages.fr.ts';
import * as askEn from '../../src/kinds/ask/messages.en.ts';
import * as askFr from '../../src/kinds/ask/messages.fr.ts';
import * as sayEn from '../../src/kinds/say/messages.en.ts';
import * as sayFr from '../../src/kinds/say/messages.fr.ts';
import * as alertMailsEn from '../../src/pages/alert-mails/messages.en.ts';
import * as alertMailsFr from '../../src/pages/alert-mails/messages.fr.ts';
import * as alertsEn from '../../src/pages/alerts/messages.en.ts';
import * as alertsFr from '../../src/pages/alerts/messages.fr.ts';
import * as appointmentsEn from '../../src/pages/appointments/messages.en.ts';
import * as appointmentsFr from '../../src/pages/appointments/messages.fr.ts';
import * as browserTalkEn from '../../src/pages/browser-talk/messages.en.ts';
import * as browserTalkFr from '../../src/pages/browser-talk/messages.fr.ts';
import * as callEn from '../../src/pages/call/messages.en.ts';
import * as callFr from '../../src/pages/call/messages.fr.ts';
import * as callsEn from '../../src/pages/calls/messages.en.ts';
import * as callsFr from '../../src/pages/calls/messages.fr.ts';
import * as connectionEn from '../../src/pages/connection/messages.en.ts';
import * as connectionFr from '../../src/pages/connection/messages.fr.ts';
import * as figuresEn from '../../src/pages/figures/messages.en.ts';
import * as figuresFr from '../../src/pages/figures/messages.fr.ts';
import * as flowsEn from '../../src/pages/flows/messages.en.ts';
import * as flowsFr from '../../src/pages/flows/messages.fr.ts';
import * as helpCallEn from '../../src/pages/help/call/messages.en.ts';
import * as helpCallFr from '../../src/pages/help/call/messages.fr.ts';
import * as helpPagesEn from '../../src/pages/help/messages.en.ts';
import * as helpPagesFr from '../../src/pages/help/messages.fr.ts';
import * as pagesEn from '../../src/pages/messages.en.ts';
import * as pagesFr from '../../src/pages/messages.fr.ts';
import * as galleryEn from '../../src/pages/new-flow/messages.en.ts';
import * as galleryFr from '../../src/pages/new-flow/messages.fr.ts';
import * as workspaceEn from '../../src/pages/new-workspace/messages.en.ts';
import * as workspaceFr from '../../src/pages/new-workspace/messages.fr.ts';
import * as addNumberEn from '../../src/pages/numbers/add/messages.en.ts';
import * as addNumberFr from '../../src/pages/numbers/add/messages.fr.ts';
import * as forwardEn from '../../src/pages/numbers/forward/messages.en.ts';
import * as forwardFr from '../../src/pages/numbers/forward/messages.fr.ts';
import * as numberHoursEn from '../../src/pages/numbers/hours/messages.en.ts';
import * as numberHoursFr from '../../src/pages/numbers/hours/messages.fr.ts';
import * as numbersEn from '../../src/pages/numbers/messages.en.ts';
import * as numbersFr from '../../src/pages/numbers/messages.fr.ts';
import * as numberEn from '../../src/pages/numbers/one/messages.en.ts';
import * as numberFr from '../../src/pages/numbers/one/messages.fr.ts';
import * as hoursEn from '../../src/pages/opening-hours/messages.en.ts';
import * as hoursFr from '../../src/pages/opening-hours/messages.fr.ts';
import * as peopleEn from '../../src/pages/people/messages.en.ts';
import * as peopleFr from '../../src/pages/people/messages.fr.ts';
import * as privacyEn from '../../src/pages/privacy/messages.en.ts';
import * as privacyFr from '../../src/pages/privacy/messages.fr.ts';
import * as questionsEn from '../../src/pages/questions/messages.en.ts';
import * as questionsFr from '../../src/pages/questions/messages.fr.ts';
import * as messagesEn from '../../src/pages/sent-messages/messages.en.ts';
import * as messagesFr from '../../src/pages/sent-messages/messages.fr.ts';
import * as settingsEn from '../../src/pages/settings/messages.en.ts';
import * as settingsFr from '../../src/pages/settings/messages.fr.ts';
import * as signInEn from '../../src/pages/sign-in/messages.en.ts';
import * as signInFr from '../../src/pages/sign-in/messages.fr.ts';
import * as spendingEn from '../../src/pages/spending/messages.en.ts';
import * as spendingFr from '../../src/pages/spending/messages.fr.ts';
import * as versionsEn from '../../src/pages/versions/messages.en.ts';
import * as versionsFr from '../../src/pages/versions/messages.fr.ts';
import * as phoneEn from '../../src/phone/messages.en.ts';
import * as phoneFr from '../../src/phone/messages.fr.ts';
import * as readAloudEn from '../../src/read-aloud/messages.en.ts';
import * as readAloudFr from '../../src/read-aloud/messages.fr.ts';
import * as bookingEn from '../../src/templates/appointment-booking/messages.en.ts';
import * as bookingFr from '../../src/templates/appointment-booking/messages.fr.ts';
import * as uiEn from '../../src/ui/messages.en.ts';
import * as uiFr from '../../src/ui/messages.fr.ts';

const en = {
  app: appEn.en,
  answer: answerEn.en,
  ask: askEn.en,
  commands: commandsEn.en,
  connection: connectionEn.en,
  outline: outlineEn.en,
  appointments: appointmentsEn.en,
  figures: figuresEn.en,
  questions: questionsEn.en,
  call: callEn.en,
  calls: callsEn.en,
  editor: editorEn.en,
  find: findEn.en,
  firstSteps: firstStepsEn.en,
  flows: flowsEn.en,
  gallery: galleryEn.en,
  help: helpEn.en,
  helpCall: helpCallEn.en,
  helpPages: helpPagesEn.en,
  tour: tourEn.en,
  hours: hoursEn.en,
  lane: laneEn.en,
  listen: listenEn.en,
  messages: messagesEn.en,
  addNumber: addNumberEn.en,
  forward: forwardEn.en,
  number: numberEn.en,
  numberHours: numberHoursEn.en,
  numbers: numbersEn.en,
  pages: pagesEn.en,
  people: peopleEn.en,
  phone: phoneEn.en,
  privacy: privacyEn.en,
  problems: problemsEn.en,
  publish: publishEn.en,
  service: serviceEn.en,
  readAloud: readAloudEn.en,
  rehearse: rehearseEn.en,
  talk: talkEn.en,
  browserLink: browserLinkEn.en,
  browserTalk: browserTalkEn.en,
  versions: versionsEn.en,
  play: playEn.en,
  saving: savingEn.en,
  say: sayEn.en,
  settings: settingsEn.en,
  settingsPanel: settingsPanelEn.en,
  signIn: signInEn.en,
  tests: testsEn.en,
  spending: spendingEn.en,
  alerts: alertsEn.en,
  alertMails: alertMailsEn.en,
  ui: uiEn.en,
  workspace: workspaceEn.en,
};
type ScreenWords = typeof en;

const fr: ScreenWords = {
  app: appFr.fr,
  answer: answerFr.fr,
  ask: askFr.fr,
  commands: commandsFr.fr,
  connection: connectionFr.fr,
  outline: outlineFr.fr,
  appointments: appointmentsFr.fr,
  figures: figuresFr.fr,
  questions: questionsFr.fr,
  call: callFr.fr,
  calls: callsFr.fr,
  editor: editorFr.fr,
  find: findFr.fr,
  firstSteps: firstStepsFr.fr,
  flows: flowsFr.fr,
  gallery: galleryFr.fr,
  help: helpFr.fr,
  helpCall: helpCallFr.fr,
  helpPages: helpPagesFr.fr,
  tour: tourFr.fr,
  hours: hoursFr.fr,
  lane: laneFr.fr,
  listen: listenFr.fr,
  messages: messagesFr.fr,
  addNumber: addNumberFr.fr,
  forward: forwardFr.fr,
  number: numberFr.fr,
  numberHours: numberHoursFr.fr,
  numbers: numbersFr.fr,
  pages: pagesFr.fr,
  people: peopleFr.fr,
  phone: phoneFr.fr,
  privacy: privacyFr.fr,
  problems: problemsFr.fr,
  publish: publishFr.fr,
  service: serviceFr.fr,
  readAloud: readAloudFr.fr,
  rehearse: rehearseFr.fr,
  talk: talkFr.fr,
  browserLink: browserLinkFr.fr,
  browserTalk: browserTalkFr.fr,
  versions: versionsFr.fr,
  play: playFr.fr,
  saving: savingFr.fr,
  say: sayFr.fr,
  settings: settingsFr.fr,
  settingsPanel: settingsPanelFr.fr,
  signIn: signInFr.fr,
  tests: testsFr.fr,
  spending: spendingFr.fr,
  alerts: alertsFr.fr,
  alertMails: alertMailsFr.fr,
  ui: uiFr.fr,
  workspace: workspaceFr.fr,
};

/** As `?lang=test` shows them, each area by itself. */
const keys = Object.fromEntries(
  Object.entries(en).map(([area, words]) => [area, showKeys({ en: words, fr: words }, 'en')]),
) as ScreenWords;

/** `booking` is the content of a template: its language is chosen, whatever the screen speaks. */
export const WORDS = {
  en: { ...en, booking: bookingEn.en },
  fr: { ...fr, booking: bookingFr.fr },
  test: { ...keys, booking: bookingFr.fr },
} as const;
export type Language = 'en' | 'fr';
export type TourLanguage = keyof typeof WORDS;
export type Words = (typeof WORDS)[TourLanguage];
