/**
 * A stand-in for the call object of Daily that `@vapi-ai/web` drives: its events and methods, with a room of the sandbox
 * behind them. No WebRTC and no sound; what would be spoken is written.
 */

type Handler = (event?: unknown) => void;

/** Posts to the sandbox and gives its answer. */
export type Post = (url: string, body: unknown) => Promise<{ readonly messages?: readonly unknown[] }>;

export class DailyStandIn {
  /** What `join` was asked for. */
  joined: Record<string, unknown> | null = null;
  #handlers: { readonly event: string; readonly handler: Handler }[] = [];
  #isGone = false;
  #post: Post;
  /** What was sent and not answered yet. */
  #sending: Promise<void> = Promise.resolve();

  constructor(post: Post) {
    this.#post = post;
  }

  on(event: string, handler: Handler): this {
    this.#handlers.push({ event, handler });
    return this;
  }

  once(event: string, handler: Handler): this {
    const once: Handler = (given) => {
      this.#handlers = this.#handlers.filter((one) => one.handler !== once);
      handler(given);
    };
    return this.on(event, once);
  }

  iframe(): null {
    return null;
  }

  async join(properties: Record<string, unknown>): Promise<void> {
    this.joined = properties;
    this.#deliver(await this.#post(`${String(properties.url)}/join`, {}));
  }

  sendAppMessage(data: string): void {
    // The first message waits for the browser's loudspeaker, and there is none.
    if (data === 'playable') return;
    this.#sending = this.#sending.then(async () => {
      this.#deliver(await this.#post(`${String(this.joined?.url)}/messages`, JSON.parse(data)));
    });
  }

  /** The customer speaks; the sandbox's line hears it as text. */
  async speak(text: string): Promise<void> {
    const { pathname, origin } = new URL(String(this.joined?.url));
    const id = pathname.split('/').at(-1);
    this.#deliver(await this.#post(`${origin}/sandbox/line/calls/${id}/say`, { text }));
  }

  /** Leaves, as the real one does when it is destroyed during a meeting. */
  async destroy(): Promise<void> {
    if (this.#isGone) return;
    this.#isGone = true;
    await this.#sending;
    await this.#post(`${String(this.joined?.url)}/leave`, {});
    this.#emit('left-meeting');
  }

  /** Resolves when everything sent was answered. */
  async settled(): Promise<void> {
    await this.#sending;
  }

  startRemoteParticipantsAudioLevelObserver(): void {}

  async updateInputSettings(): Promise<void> {}

  startRecording(): void {}

  stopRecording(): void {}

  #deliver({ messages = [] }: { readonly messages?: readonly unknown[] }): void {
    for (const message of messages)
      this.#emit('app-message', { data: typeof message === 'string' ? message : JSON.stringify(message) });
  }

  #emit(event: string, given?: unknown): void {
    for (const one of [...this.#handlers]) if (one.event === event) one.handler(given);
  }
}
