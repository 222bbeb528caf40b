/** Choices made from numbers that fast-check drew: the same numbers choose the same again, and smaller ones the simpler thing. */
export class Draws {
  private at = 0;
  private readonly numbers: readonly number[];

  constructor(numbers: readonly number[]) {
    this.numbers = numbers;
  }

  /** A whole number below `end`. */
  below(end: number): number {
    const drawn = this.numbers[this.at % this.numbers.length] ?? 0;
    this.at += 1;
    return end <= 0 ? 0 : drawn % end;
  }

  pick<Value>(list: readonly Value[]): Value | undefined {
    return list[this.below(list.length)];
  }

  /** True once in so many times. */
  oneIn(times: number): boolean {
    return this.below(times) === times - 1;
  }

  some<Value>(list: readonly Value[], most: number): Value[] {
    const count = this.below(Math.min(most, list.length) + 1);
    return Array.from({ length: count }, () => this.pick(list)!);
  }

  point() {
    return { x: this.below(4_000) - 2_000, y: this.below(4_000) - 2_000 };
  }
}
