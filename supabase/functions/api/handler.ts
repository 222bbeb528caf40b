/** The Edge Function `api`: what browsers may ask for, as written down in `src/publish/wire.ts`. */
import type { StatusAnswer } from '../../../src/publish/wire.ts';
import { identify, type Person } from '../_shared/auth.ts';
import type { Deps } from '../_shared/deps.ts';
import { answer, refuse, withCors } from '../_shared/http.ts';
import { describeError } from '../_shared/log.ts';
import { checkActivity, listActivity } from './activity.ts';
import { followLink } from './alert-links.ts';
import { addChannel, askAgain, changeKinds, listAlerts, removeChannel, testChannel } from './alerts.ts';
import { changeLink, listLinks, publishOnLink, readOffer, talkOnLink } from './browser-links.ts';
import { listCalendars, removeCalendar, renameCalendar } from './calendars.ts';
import { eraseCall, hideCall, listCalls, sumUpCalls } from './calls.ts';
import { carrierOf } from './carrier.ts';
import { closeAccount, closeWorkspace } from './closing.ts';
import {
  getConnection,
  removeConnection,
  retireSignature,
  setConnection,
  setSignature,
  testConnection,
} from './connection.ts';
import { deleteFile, getFiles, getFileUses, postFile } from './files.ts';
import { lookForCall, removeForwarding, saveForwarding, testForwarding } from './forwardings.ts';
import { healthOf } from './health.ts';
import { acceptInvitation, invite, inviteAgain, readInvitation, revokeInvitation } from './invitations.ts';
import {
  getFreeNumber,
  importNumber,
  keepNumber,
  nameNumber,
  removeNumber,
  scheduleNumber,
} from './number-changes.ts';
import { getTestNumber, listNumbers } from './numbers.ts';
import { changeRole, createWorkspace, handOver, listPeople, removeMember } from './people.ts';
import { erasePerson, exportPerson, findPerson } from './person.ts';
import { getProcessors } from './processors.ts';
import { advancePublication, getPublication, planPublication, startPublication } from './publications.ts';
import { readQuestions, settleQuestion } from './questions.ts';
import { hearCall } from './recording.ts';
import { rehearse } from './rehearsals.ts';
import { reportCalls } from './report.ts';
import { getSecrecy } from './secrecy.ts';
import { listSecrets, removeSecret, setSecret } from './secrets.ts';
import { compareNow, restoreVersion, settleDrift, unpublish } from './service.ts';
import { beginSimulation, cancelSimulation, lookAtSimulation } from './simulations.ts';
import { endTestCall, getTestCall, getTestLine, startTestCall } from './test-calls.ts';
import { flowTraffic } from './traffic.ts';
import { tryDrawnRequest } from './tries.ts';
import { getUsage, removeLimit, setLimit, setLimitWords } from './usage.ts';
import { listFlowVersions } from './versions.ts';
import { readWords } from './words.ts';

interface Address {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Parts between slashes; `:id` stands for any one part. */
  readonly path: string;
}

type Route = Address &
  (
    | { readonly isOpen: true; handle(request: Request, deps: Deps): Promise<Response> }
    | {
        readonly isOpen?: never;
        handle(request: Request, person: Person, deps: Deps, id: string): Promise<Response>;
      }
  );

/** THE list of routes: `routes.db.test.ts` tries each of them with what it must refuse. */
export const ROUTES: readonly Route[] = [
  { method: 'POST', path: 'workspaces', handle: createWorkspace },
  { method: 'POST', path: 'workspaces/close', handle: closeWorkspace },
  { method: 'POST', path: 'account/close', handle: closeAccount },
  { method: 'GET', path: 'activity', handle: listActivity },
  { method: 'GET', path: 'activity/check', handle: checkActivity },
  { method: 'GET', path: 'secrecy', handle: getSecrecy },
  { method: 'GET', path: 'processors', handle: getProcessors },
  { method: 'GET', path: 'usage', handle: getUsage },
  { method: 'POST', path: 'usage/limit', handle: setLimit },
  { method: 'POST', path: 'usage/limit/words', handle: setLimitWords },
  { method: 'POST', path: 'usage/limit/remove', handle: removeLimit },
  { method: 'GET', path: 'alerts', handle: listAlerts },
  { method: 'POST', path: 'alerts/channels', handle: addChannel },
  {
    method: 'POST',
    path: 'alerts/channels/:id/kinds',
    handle: (request, person, deps, id) => changeKinds(id, request, person, deps),
  },
  {
    method: 'POST',
    path: 'alerts/channels/:id/again',
    handle: (request, person, deps, id) => askAgain(id, request, person, deps),
  },
  {
    method: 'POST',
    path: 'alerts/channels/:id/test',
    handle: (_request, person, deps, id) => testChannel(id, person, deps),
  },
  {
    method: 'POST',
    path: 'alerts/channels/:id/remove',
    handle: (_request, person, deps, id) => removeChannel(id, person, deps),
  },
  // Whoever reads the mails of an address says yes or no to them, with an account or without.
  { method: 'POST', path: 'alerts/links', isOpen: true, handle: followLink },
  { method: 'POST', path: 'calls/list', handle: listCalls },
  { method: 'POST', path: 'calls/sums', handle: sumUpCalls },
  { method: 'POST', path: 'calls/report', handle: reportCalls },
  { method: 'GET', path: 'questions', handle: readQuestions },
  { method: 'POST', path: 'questions/settle', handle: settleQuestion },
  { method: 'POST', path: 'calls/traffic', handle: flowTraffic },
  {
    method: 'POST',
    path: 'calls/:id/erase',
    handle: (_request, person, deps, id) => eraseCall(id, person, deps),
  },
  {
    method: 'POST',
    path: 'calls/:id/hide',
    handle: (request, person, deps, id) => hideCall(id, request, person, deps),
  },
  {
    method: 'GET',
    path: 'calls/:id/words',
    handle: (_request, person, deps, id) => readWords(id, person, deps),
  },
  {
    method: 'GET',
    path: 'calls/:id/recording',
    handle: (_request, person, deps, id) => hearCall(id, person, deps),
  },
  { method: 'GET', path: 'calendars', handle: listCalendars },
  { method: 'POST', path: 'calendars/rename', handle: renameCalendar },
  { method: 'POST', path: 'calendars/remove', handle: removeCalendar },
  { method: 'GET', path: 'people', handle: listPeople },
  { method: 'POST', path: 'people/role', handle: changeRole },
  { method: 'POST', path: 'people/remove', handle: removeMember },
  { method: 'POST', path: 'people/hand-over', handle: handOver },
  { method: 'POST', path: 'invitations', handle: invite },
  { method: 'POST', path: 'invitations/again', handle: inviteAgain },
  { method: 'POST', path: 'invitations/revoke', handle: revokeInvitation },
  { method: 'POST', path: 'invitations/accept', handle: acceptInvitation },
  // Whoever holds the link may read what it offers before they have an account.
  { method: 'POST', path: 'invitations/read', isOpen: true, handle: readInvitation },
  { method: 'GET', path: 'connection', handle: getConnection },
  { method: 'POST', path: 'connection', handle: setConnection },
  { method: 'POST', path: 'connection/test', handle: testConnection },
  { method: 'POST', path: 'connection/remove', handle: removeConnection },
  { method: 'POST', path: 'connection/signature', handle: setSignature },
  { method: 'POST', path: 'connection/signature/retire', handle: retireSignature },
  { method: 'POST', path: 'rehearsals', handle: rehearse },
  { method: 'POST', path: 'simulations', handle: beginSimulation },
  { method: 'POST', path: 'simulations/look', handle: lookAtSimulation },
  { method: 'POST', path: 'simulations/cancel', handle: cancelSimulation },
  { method: 'GET', path: 'test-calls', handle: getTestLine },
  { method: 'POST', path: 'test-calls', handle: startTestCall },
  {
    method: 'GET',
    path: 'test-calls/:id',
    handle: (_request, person, deps, id) => getTestCall(id, person, deps),
  },
  {
    method: 'POST',
    path: 'test-calls/:id/end',
    handle: (request, person, deps, id) => endTestCall(id, request, person, deps),
  },
  { method: 'GET', path: 'links', handle: listLinks },
  { method: 'POST', path: 'links', handle: changeLink },
  { method: 'POST', path: 'links/publish', handle: publishOnLink },
  // Anybody who has the address of a browser link may talk.
  { method: 'POST', path: 'links/read', isOpen: true, handle: readOffer },
  { method: 'POST', path: 'links/talk', isOpen: true, handle: talkOnLink },
  { method: 'GET', path: 'numbers', handle: listNumbers },
  { method: 'POST', path: 'numbers/test', handle: getTestNumber },
  { method: 'POST', path: 'numbers/import', handle: importNumber },
  { method: 'POST', path: 'numbers/free', handle: getFreeNumber },
  {
    method: 'POST',
    path: 'numbers/:id/label',
    handle: (request, person, deps, id) => nameNumber(id, request, person, deps),
  },
  {
    method: 'POST',
    path: 'numbers/:id/remove',
    handle: (_request, person, deps, id) => removeNumber(id, person, deps),
  },
  {
    method: 'POST',
    path: 'numbers/:id/keep',
    handle: (_request, person, deps, id) => keepNumber(id, person, deps),
  },
  {
    method: 'POST',
    path: 'numbers/:id/schedule',
    handle: (request, person, deps, id) => scheduleNumber(id, request, person, deps),
  },
  {
    method: 'POST',
    path: 'numbers/:id/forwardings',
    handle: (request, person, deps, id) => saveForwarding(id, request, person, deps),
  },
  {
    method: 'POST',
    path: 'forwardings/:id/test',
    handle: (_request, person, deps, id) => testForwarding(id, person, deps),
  },
  {
    method: 'POST',
    path: 'forwardings/:id/look',
    handle: (_request, person, deps, id) => lookForCall(id, person, deps),
  },
  {
    method: 'POST',
    path: 'forwardings/:id/remove',
    handle: (_request, person, deps, id) => removeForwarding(id, person, deps),
  },
  { method: 'GET', path: 'secrets', handle: listSecrets },
  { method: 'POST', path: 'secrets', handle: setSecret },
  { method: 'POST', path: 'secrets/remove', handle: removeSecret },
  { method: 'POST', path: 'requests/try', handle: tryDrawnRequest },
  { method: 'GET', path: 'files', handle: getFiles },
  { method: 'POST', path: 'files', handle: postFile },
  {
    method: 'GET',
    path: 'files/:id/uses',
    handle: (_request, person, deps, id) => getFileUses(id, person, deps),
  },
  {
    method: 'DELETE',
    path: 'files/:id',
    handle: (_request, person, deps, id) => deleteFile(id, person, deps),
  },
  { method: 'POST', path: 'person/find', handle: findPerson },
  { method: 'POST', path: 'person/export', handle: exportPerson },
  { method: 'POST', path: 'person/erase', handle: erasePerson },
  {
    method: 'GET',
    path: 'flows/:id/versions',
    handle: (_request, person, deps, id) => listFlowVersions(id, person, deps),
  },
  { method: 'POST', path: 'publications/plan', handle: planPublication },
  { method: 'POST', path: 'publications', handle: startPublication },
  {
    method: 'GET',
    path: 'publications/:id',
    handle: (_request, person, _deps, id) => getPublication(id, person),
  },
  {
    method: 'POST',
    path: 'publications/:id/advance',
    handle: (_request, person, deps, id) => advancePublication(id, person, deps),
  },
  {
    method: 'POST',
    path: 'publications/:id/restore',
    handle: (_request, person, deps, id) => restoreVersion(id, person, deps),
  },
  {
    method: 'POST',
    path: 'publications/:id/unpublish',
    handle: (request, person, deps, id) => unpublish(id, request, person, deps),
  },
  {
    method: 'POST',
    path: 'publications/:id/compare',
    handle: (_request, person, deps, id) => compareNow(id, person, deps),
  },
  {
    method: 'POST',
    path: 'publications/:id/drift',
    handle: (request, person, deps, id) => settleDrift(id, request, person, deps),
  },
];

export function handle(request: Request, deps: Deps): Promise<Response> {
  return withCors(request, deps.settings.origins, () => dispatch(request, deps));
}

async function dispatch(request: Request, deps: Deps): Promise<Response> {
  const parts = new URL(request.url).pathname.split('/').filter(Boolean).slice(1);
  if (request.method === 'GET' && parts.join('/') === 'status') {
    return answer(statusOf(deps));
  }
  if (request.method === 'GET' && parts.join('/') === 'health') return healthOf(deps);
  const matching = ROUTES.filter((route) => matches(route.path, parts));
  const route = matching.find((each) => each.method === request.method);
  if (!route) return refuse('not-found', {}, matching.length > 0 ? 405 : 404);
  try {
    if (route.isOpen) return await route.handle(request, deps);
    const person = await identify(request, deps);
    if (!person.ok) return person.failure;
    const id = parts[route.path.split('/').indexOf(':id')] ?? '';
    return await route.handle(request, person.value, deps, id);
  } catch (error) {
    const { method, path } = route;
    deps.log({ function: 'api', event: 'failed', method, route: path, ...describeError(error) });
    return refuse('unexpected');
  }
}

function statusOf({ sandbox, vapi, settings, couriers }: Deps): StatusAnswer {
  return {
    sandbox,
    vapi: vapi !== null,
    runtime: settings.runtime !== null,
    messages: { sms: carrierOf(couriers.sms), email: carrierOf(couriers.email) },
  };
}

function matches(path: string, parts: readonly string[]): boolean {
  const wanted = path.split('/');
  return (
    wanted.length === parts.length && wanted.every((part, index) => part === ':id' || part === parts[index])
  );
}
