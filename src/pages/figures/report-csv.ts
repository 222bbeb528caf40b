/** A report as rows of a table: all together, then each flow and version. Pure; its words come as arguments. */
import type { Figures, ReportAnswer } from '../../data/report.ts';

export interface ReportTable {
  readonly header: readonly string[];
  readonly all: string;
  readonly flowName: (id: string | null) => string;
  readonly number: (value: number) => string;
}

export function reportRows({ now, before, parts }: ReportAnswer, table: ReportTable): string[][] {
  const row = (name: string, version: string, figures: Figures, earlier: Figures | null) => [
    name,
    version,
    ...[
      figures.calls,
      earlier?.calls ?? 0,
      figures.answered,
      figures.goal,
      figures.transferred,
      Math.round(figures.seconds),
    ].map(String),
    figures.cost === null ? '' : table.number(figures.cost),
  ];
  return [
    [...table.header],
    row(table.all, '', now, before),
    ...parts.map((part) =>
      row(
        table.flowName(part.flow),
        part.version === null ? '' : String(part.version),
        part.now,
        part.before,
      ),
    ),
  ];
}
