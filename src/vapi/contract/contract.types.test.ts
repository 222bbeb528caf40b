/** Does what we write fit the types of Vapi's own SDK? Types only: the proof is that this file compiles. */
import type { Vapi } from '@vapi-ai/server-sdk';
import { describe, expectTypeOf, it } from 'vitest';
import type { AssistantBody, AssistantOverrides, UpdateAssistantBody } from './assistant.ts';
import type { CreateWebCallBody } from './call.ts';
import type { CreateChatBody } from './chat.ts';
import type { CreatePhoneNumberBody } from './phone-number.ts';
import type { ToolCallsAnswer } from './server-message.ts';
import type { SquadBody } from './squad.ts';
import type { HandoffTool, VapiTool } from './tool.ts';

/** The SDK types `backoffPlan.type` and `sipVerb` as objects; the API takes strings (a known flaw of the OpenAPI, vapi-facts §13). */
type Corrected<Value> = Value extends readonly (infer Item)[]
  ? Corrected<Item>[]
  : Value extends object
    ? { [Key in keyof Value as Key extends 'backoffPlan' | 'sipVerb' ? never : Key]: Corrected<Value[Key]> }
    : Value;
/** The same with the `undefined` of optional properties taken away: JSON has none. */
type Present<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> };
/** The keys of ours that the SDK does not know. `function` on native tools is hidden, hence missing there (vapi-facts §3). */
type Unknown<Ours, Theirs> = Exclude<keyof Ours, keyof Theirs>;

/** Compiles only when every value of ours is a value of theirs. */
function fits<Theirs>() {
  return <Ours extends Theirs>(_ours?: Ours): void => undefined;
}

describe('the contract and the types of @vapi-ai/server-sdk', () => {
  it('assistants fit', () => {
    fits<Vapi.CreateAssistantDto>()<Corrected<AssistantBody>>();
    expectTypeOf<Unknown<AssistantBody, Vapi.CreateAssistantDto>>().toBeNever();
    expectTypeOf<Unknown<UpdateAssistantBody, Vapi.UpdateAssistantDto>>().toBeNever();
  });
  it('overrides fit', () => {
    fits<Vapi.AssistantOverrides>()<Corrected<AssistantOverrides>>();
    expectTypeOf<Unknown<AssistantOverrides, Vapi.AssistantOverrides>>().toBeNever();
  });
  it('squads fit', () => {
    fits<Vapi.CreateSquadDto>()<Corrected<SquadBody>>();
    expectTypeOf<Unknown<SquadBody, Vapi.CreateSquadDto>>().toBeNever();
  });
  it('tools fit', () => {
    fits<Vapi.OpenAiModelToolsItem>()<Corrected<VapiTool>>();
    expectTypeOf<Unknown<HandoffTool, Vapi.OpenAiModelToolsItem.Handoff>>().toBeNever();
  });
  it('phone numbers, chats and tool answers fit', () => {
    fits<Vapi.CreateVapiPhoneNumberDto>()<Corrected<Omit<CreatePhoneNumberBody, 'provider'>>>();
    fits<Vapi.CreateChatDto>()<Present<Corrected<CreateChatBody>>>();
    fits<Vapi.ServerMessageResponseToolCalls>()<ToolCallsAnswer>();
  });
  it('web calls know the targets that calls know', () => {
    expectTypeOf<
      Unknown<Omit<CreateWebCallBody, 'roomDeleteOnUserLeaveEnabled'>, Vapi.CreateCallDto>
    >().toBeNever();
  });
});
