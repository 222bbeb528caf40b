/** What hinders a talk that goes on: no sound yet, a weak line, a long silence. */
import type { Talk, TalkState } from '../talk/talk.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';

export interface LineNoticesProps<Refusal extends string> {
  readonly talk: Talk<Refusal>;
  readonly state: Pick<TalkState<Refusal>, 'isBlocked' | 'isWeak' | 'isWaiting'>;
  readonly words: {
    readonly blocked: string;
    readonly unblock: string;
    readonly weak: string;
    readonly waiting: string;
  };
}

export function LineNotices<Refusal extends string>({ talk, state, words }: LineNoticesProps<Refusal>) {
  return (
    <>
      {state.isBlocked && (
        <Banner
          tone="warning"
          action={
            <Button size="small" onPress={() => void talk.unblock()}>
              {words.unblock}
            </Button>
          }
        >
          {words.blocked}
        </Banner>
      )}
      {state.isWeak && <Banner tone="warning">{words.weak}</Banner>}
      {state.isWaiting && <Banner>{words.waiting}</Banner>}
    </>
  );
}
