/**
 * How the view of a canvas moves from here to there: in place of d3's transitions, which the canvas uses for nothing else and
 * which are ten times as large (`unused-parts.ts`). Knows no zoom: it is given what to do at each moment.
 */

type Listener = ((this: Moved) => void) | null;
type Tween = (this: Moved, part: number) => void;

export interface Moved {
  /** What moves it now, or is about to. */
  __movement?: Movement;
}

/** Asked of d3's selection of one element. */
interface Chosen {
  node(): Moved;
}

export class Movement {
  private readonly heard = new Map<string, Listener>();
  private readonly tweens: ((this: Moved) => Tween)[] = [];
  private readonly node: Moved;
  private readonly chosen: Chosen;
  private time = 250;
  private curve = (part: number) => part;
  private hasBegun = false;
  private frame: number;

  constructor(chosen: Chosen) {
    this.chosen = chosen;
    this.node = chosen.node();
    interrupt(this.node);
    this.node.__movement = this;
    // Whoever makes it has still to say what moves, and how.
    this.frame = requestAnimationFrame(() => this.begin());
  }

  selection(): Chosen {
    return this.chosen;
  }

  duration(milliseconds: number): this {
    this.time = milliseconds;
    return this;
  }

  ease(curve: (part: number) => number): this {
    this.curve = curve;
    return this;
  }

  /** `end.zoom` is told of what `end` is. */
  on(names: string, listener: Listener): this {
    for (const name of names.split(' ')) this.heard.set(name, listener);
    return this;
  }

  tween(_name: string, make: (this: Moved) => Tween): this {
    this.tweens.push(make);
    return this;
  }

  call<Rest extends readonly unknown[]>(act: (movement: this, ...rest: Rest) => void, ...rest: Rest): this {
    act(this, ...rest);
    return this;
  }

  stop(): void {
    this.finish(this.hasBegun ? 'interrupt' : 'cancel');
  }

  private begin(): void {
    this.hasBegun = true;
    this.tell('start');
    const moves = this.tweens.map((make) => make.call(this.node));
    const began = performance.now();
    const step = () => {
      const part = Math.min(1, (performance.now() - began) / this.time);
      for (const move of moves) move.call(this.node, part === 1 ? 1 : this.curve(part));
      if (part === 1) this.finish('end');
      else this.frame = requestAnimationFrame(step);
    };
    this.frame = requestAnimationFrame(step);
  }

  private finish(how: 'end' | 'interrupt' | 'cancel'): void {
    cancelAnimationFrame(this.frame);
    delete this.node.__movement;
    this.tell(how);
  }

  private tell(type: string): void {
    for (const [name, listener] of this.heard) if (name.split('.')[0] === type) listener?.call(this.node);
  }
}

export function interrupt(node: Moved): void {
  node.__movement?.stop();
}
