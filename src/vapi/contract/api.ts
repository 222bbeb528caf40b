/**
 * The port to Vapi: what the product asks of it. One adapter (`vapi/client.ts`), used by Edge Functions only;
 * live Vapi, its EU region and the sandbox differ by base URL and key alone.
 */
import type { Result } from '../../lib/result.ts';
import type { AssistantBody, SavedAssistant } from './assistant.ts';
import type { CallRecord, CreateWebCallBody, WebCall } from './call.ts';
import type { Chat, CreateChatBody } from './chat.ts';
import type { CreateCredentialBody, SavedCredential } from './credential.ts';
import type { NewFile, SavedFile } from './file.ts';
import type {
  CreatePhoneNumberBody,
  ImportPhoneNumberBody,
  SavedPhoneNumber,
  UpdatePhoneNumberBody,
} from './phone-number.ts';
import type {
  CreatedSimulationRun,
  CreateSimulationRunBody,
  SimulationRun,
  SimulationRunItem,
} from './simulation.ts';
import type { SavedSquad, SquadBody } from './squad.ts';

/**
 * How a request can fail, as the publish protocol must tell them apart:
 * - `refused`: a clear answer (4xx); nothing happened. `messages` are Vapi's own sentences.
 * - `limited`: 429; nothing happened, try later.
 * - `unknown`: time-out, broken connection or 5xx; it may have happened. Never repeat a create blindly.
 */
export type VapiFailure =
  | { readonly kind: 'refused'; readonly status: number; readonly messages: readonly string[] }
  | { readonly kind: 'limited'; readonly retryAfterSeconds?: number }
  | { readonly kind: 'unknown'; readonly cause: string };

export type Answer<Value> = Promise<Result<Value, VapiFailure>>;

/** Filters of the classic lists; `limit` is 1 to 1000 (100 when absent). Times are ISO 8601. */
export interface ListQuery {
  readonly limit?: number;
  readonly createdAtGe?: string;
  readonly createdAtLt?: string;
}

export interface VapiApi {
  createAssistant(body: AssistantBody): Answer<SavedAssistant>;
  getAssistant(id: string): Answer<SavedAssistant>;
  listAssistants(query: ListQuery): Answer<readonly SavedAssistant[]>;
  deleteAssistant(id: string): Answer<SavedAssistant>;
  createSquad(body: SquadBody): Answer<SavedSquad>;
  getSquad(id: string): Answer<SavedSquad>;
  listSquads(query: ListQuery): Answer<readonly SavedSquad[]>;
  deleteSquad(id: string): Answer<SavedSquad>;
  createPhoneNumber(body: CreatePhoneNumberBody | ImportPhoneNumberBody): Answer<SavedPhoneNumber>;
  getPhoneNumber(id: string): Answer<SavedPhoneNumber>;
  listPhoneNumbers(query: ListQuery): Answer<readonly SavedPhoneNumber[]>;
  updatePhoneNumber(id: string, body: UpdatePhoneNumberBody): Answer<SavedPhoneNumber>;
  deletePhoneNumber(id: string): Answer<SavedPhoneNumber>;
  createCredential(body: CreateCredentialBody): Answer<SavedCredential>;
  listCredentials(): Answer<readonly SavedCredential[]>;
  deleteCredential(id: string): Answer<SavedCredential>;
  getCall(id: string): Answer<CallRecord>;
  listCalls(query: ListQuery & { readonly phoneNumberId?: string }): Answer<readonly CallRecord[]>;
  /** Where the sound of a call is, both voices together: a signed address that opens it to anybody, for a while. `refused` 404: there is none. */
  findRecording(callId: string): Answer<string>;
  /** With everything that was said and recorded on it. */
  deleteCall(id: string): Answer<CallRecord>;
  createWebCall(body: CreateWebCallBody): Answer<WebCall>;
  createChat(body: CreateChatBody): Answer<Chat>;
  /** Queues paid work: never repeated after an answer that was lost. `refused` 402: Vapi wants to be paid first. */
  createSimulationRun(body: CreateSimulationRunBody): Answer<CreatedSimulationRun>;
  getSimulationRunItem(runId: string, itemId: string): Answer<SimulationRunItem>;
  /** `refused` 400 or 409: there is nothing left to cancel. */
  cancelSimulationRun(runId: string): Answer<SimulationRun>;
  createFile(file: NewFile): Answer<SavedFile>;
  getFile(id: string): Answer<SavedFile>;
  listFiles(): Answer<readonly SavedFile[]>;
  deleteFile(id: string): Answer<SavedFile>;
}
