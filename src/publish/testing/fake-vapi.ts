/** Vapi in memory, for tests of publishing: it keeps state, loses requests and answers on demand, and lists late. */
import { fail, type Result, succeed } from '../../lib/result.ts';
import type { ListQuery, VapiApi, VapiFailure } from '../../vapi/contract/api.ts';
import type { SavedAssistant } from '../../vapi/contract/assistant.ts';
import type { SavedPhoneNumber } from '../../vapi/contract/phone-number.ts';
import type { SavedSquad } from '../../vapi/contract/squad.ts';
import type { Clock } from '../ports.ts';

/** What becomes of a request. `lost-request` and `lost-answer` look alike from outside; only the second took effect. */
export type Fate = 'ok' | 'lost-request' | 'lost-answer' | VapiFailure;

export const NUMBER_ID = '11111111-1111-4111-8111-111111111111';

export class FakeVapi {
  readonly assistants = new Map<string, SavedAssistant>();
  readonly squads = new Map<string, SavedSquad>();
  readonly numbers = new Map<string, SavedPhoneNumber>();
  /** Names of the requests, in order. */
  readonly requests: string[] = [];
  /** Decides about each request; the number counts from 0. */
  fate: (request: string, index: number) => Fate = () => 'ok';
  /** Milliseconds until something created shows up in lists. */
  listLag = 0;
  #clock: Clock;
  #ids = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.numbers.set(NUMBER_ID, {
      ...this.#saved(),
      id: NUMBER_ID,
      provider: 'vapi',
      number: '+15550100',
      assistantId: null,
      squadId: null,
    });
  }

  get api(): VapiApi {
    const missing = () => Promise.reject(new Error('FakeVapi: not needed for publishing'));
    return {
      createAssistant: (body) => this.#create('createAssistant', this.assistants, body),
      getAssistant: (id) => this.#get('getAssistant', this.assistants, id),
      deleteCall: missing,
      findRecording: missing,
      deletePhoneNumber: missing,
      listAssistants: (query) => this.#list('listAssistants', this.assistants, query),
      deleteAssistant: (id) => this.#delete('deleteAssistant', this.assistants, id),
      createSquad: (body) => this.#create('createSquad', this.squads, body),
      getSquad: (id) => this.#get('getSquad', this.squads, id),
      listSquads: (query) => this.#list('listSquads', this.squads, query),
      deleteSquad: (id) => this.#delete('deleteSquad', this.squads, id),
      getPhoneNumber: (id) => this.#get('getPhoneNumber', this.numbers, id),
      updatePhoneNumber: (id, body) =>
        this.#request('updatePhoneNumber', () => {
          const number = this.numbers.get(id);
          if (!number) return notFound();
          const updated = { ...number, ...body } as SavedPhoneNumber;
          this.numbers.set(id, updated);
          return succeed(updated);
        }),
      createPhoneNumber: missing,
      createCredential: missing,
      listCredentials: missing,
      deleteCredential: missing,
      listPhoneNumbers: missing,
      getCall: missing,
      listCalls: missing,
      createWebCall: missing,
      createChat: missing,
      createSimulationRun: missing,
      getSimulationRunItem: missing,
      cancelSimulationRun: missing,
      createFile: missing,
      getFile: missing,
      listFiles: missing,
      deleteFile: missing,
    };
  }

  #saved() {
    this.#ids += 1;
    const at = new Date(this.#clock.now()).toISOString();
    const id = `22222222-2222-4222-8222-${String(this.#ids).padStart(12, '0')}`;
    return { id, createdAt: at, updatedAt: at };
  }

  async #request<Value>(
    name: string,
    effect: () => Result<Value, VapiFailure>,
  ): Promise<Result<Value, VapiFailure>> {
    const fate = this.fate(name, this.requests.length);
    this.requests.push(name);
    await this.#clock.sleep(100);
    if (typeof fate === 'object') return fail(fate);
    if (fate === 'lost-request') return fail({ kind: 'unknown', cause: 'no answer' });
    const answer = effect();
    return fate === 'lost-answer' ? fail({ kind: 'unknown', cause: 'no answer' }) : answer;
  }

  #create<Item extends { id: string }>(name: string, items: Map<string, Item>, body: object) {
    return this.#request<Item>(name, () => {
      const item = { ...structuredClone(body), ...this.#saved() } as unknown as Item;
      items.set(item.id, item);
      return succeed(item);
    });
  }

  #get<Item>(name: string, items: Map<string, Item>, id: string) {
    return this.#request<Item>(name, () => {
      const item = items.get(id);
      return item ? succeed(item) : notFound();
    });
  }

  #list<Item extends { createdAt: string }>(name: string, items: Map<string, Item>, query: ListQuery) {
    return this.#request<readonly Item[]>(name, () => {
      const shown = [...items.values()].filter((item) => {
        const at = Date.parse(item.createdAt);
        if (at + this.listLag > this.#clock.now()) return false;
        if (query.createdAtGe !== undefined && at < Date.parse(query.createdAtGe)) return false;
        return query.createdAtLt === undefined || at < Date.parse(query.createdAtLt);
      });
      shown.sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
      return succeed(shown.slice(0, query.limit ?? 100));
    });
  }

  #delete<Item>(name: string, items: Map<string, Item>, id: string) {
    return this.#request<Item>(name, () => {
      const item = items.get(id);
      if (!item) return notFound();
      items.delete(id);
      return succeed(item);
    });
  }
}

function notFound(): Result<never, VapiFailure> {
  return fail({ kind: 'refused', status: 404, messages: ['not found'] });
}
