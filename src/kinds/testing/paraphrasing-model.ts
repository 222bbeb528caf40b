/**
 * A model that says nothing as it is written: whatever it speaks itself comes out in other words, down to the letter. What a
 * caller still hears word for word was spoken by a construct (first message, tool message), not by the model's goodwill.
 */
import type { Model } from '../../vapi/sandbox/model/model.ts';
import { scriptedModel } from '../../vapi/sandbox/model/scripted.ts';

export function paraphrasing(model: Model = scriptedModel): Model {
  return {
    gathered: (view) => model.gathered(view),
    reply: async (view) => {
      const reply = await model.reply(view);
      return { ...reply, content: paraphrase(reply.content) };
    },
  };
}

/** Backwards, its characters kept apart: no sentence of two characters or more can be found in it. */
export function paraphrase(text: string): string {
  return [...text].reverse().join('~');
}
