/**
 * The drawing as rows of a tree: steps as they are read with their ways out inside, sections around them, then what no
 * call gets to, notes, and the rules of any time. Pure; knows no kind and no component.
 */
import { anytimeTarget, enabledRules } from '../../flow/anytime/anytime.ts';
import type { AnytimeRule, ExitId, FlowDocument, FlowNode, NodeId } from '../../flow/document.ts';
import type { DrawnKinds, Exit } from '../../flow/kind.ts';
import { placeOf, stepOrder } from '../../flow/outline/outline.ts';

interface Row {
  /** Unique in the whole outline, and the same as long as its step is there. */
  readonly id: string;
  /** What typing finds it by. */
  readonly text: string;
  readonly children: readonly OutlineRow[];
}

export interface StepRow extends Row {
  readonly type: 'step';
  readonly node: NodeId;
}

export interface ExitRow extends Row {
  readonly type: 'exit';
  readonly node: NodeId;
  readonly exit: ExitId;
  /** Undefined when it leads nowhere. */
  readonly to: NodeId | undefined;
}

/** `section`: its steps stand inside, where the first of them is read. */
export interface GroupRow extends Row {
  readonly type: 'group';
  readonly group: 'section' | 'unreached' | 'aids' | 'anytime';
  readonly node?: NodeId;
}

export interface RuleRow extends Row {
  readonly type: 'rule';
  readonly rule: AnytimeRule;
  /** Undefined when the call goes on where it was. */
  readonly to: NodeId | undefined;
}

export type OutlineRow = StepRow | ExitRow | GroupRow | RuleRow;

export interface OutlineNames {
  step(node: FlowNode): string;
  exit(node: FlowNode, exit: Exit): string;
  group(group: Exclude<GroupRow['group'], 'section'>): string;
  rule(rule: AnytimeRule): string;
}

export interface Outline {
  readonly rows: readonly OutlineRow[];
  readonly numbers: ReadonlyMap<NodeId, number>;
}

export const rowOfStep = (node: NodeId) => `step:${node}`;
export const rowOfExit = (node: NodeId, exit: ExitId) => `exit:${node}:${exit}`;
export const rowOfSection = (node: NodeId) => `section:${node}`;

/** Rows that are as before are the same objects, so that whoever shows them can rest. */
export function outlineOf(
  document: FlowDocument,
  registry: DrawnKinds,
  names: OutlineNames,
  before?: Outline,
): Outline {
  const { graph, order, numbers } = stepOrder(document, registry);
  const known = new Map<string, OutlineRow>();
  if (before) remember(before.rows, known);
  const keep = <One extends OutlineRow>(row: One): One => {
    const old = known.get(row.id);
    return old && isSame(old, row) ? (old as One) : row;
  };
  const stepRow = (node: FlowNode): StepRow =>
    keep({
      type: 'step',
      id: rowOfStep(node.id),
      text: names.step(node),
      node: node.id,
      children: exitsOf(node, registry).map((exit) =>
        keep<ExitRow>({
          type: 'exit',
          id: rowOfExit(node.id, exit.id),
          text: names.exit(node, exit),
          node: node.id,
          exit: exit.id,
          to: graph.next(node.id, exit.id)?.to,
          children: [],
        }),
      ),
    });
  const nodes = order.flatMap((id) => document.nodes[id] ?? []);
  const at = (place: ReturnType<typeof placeOf>) =>
    nodes.filter((node) => placeOf(node, graph, registry) === place);
  const reached = at('reached');
  const sections = new Map<NodeId, FlowNode[]>();
  for (const node of reached) {
    const section = sectionOf(node.section, document, registry);
    if (section === undefined) continue;
    const inside = sections.get(section);
    if (inside) inside.push(node);
    else sections.set(section, [node]);
  }
  const rows: OutlineRow[] = reached.flatMap((node): OutlineRow[] => {
    const section = sectionOf(node.section, document, registry);
    if (section === undefined) return [stepRow(node)];
    const inside = sections.get(section) ?? [];
    if (inside[0] !== node) return [];
    const row = {
      type: 'group',
      group: 'section',
      id: rowOfSection(section),
      node: section,
      text: names.step(document.nodes[section]!),
      children: inside.map(stepRow),
    } as const;
    return [keep<GroupRow>(row)];
  });
  const group = (id: Exclude<GroupRow['group'], 'section'>, children: readonly OutlineRow[]): OutlineRow[] =>
    children.length === 0
      ? []
      : [keep<GroupRow>({ type: 'group', group: id, id: `group:${id}`, text: names.group(id), children })];
  const rules = enabledRules(document).map(({ rule }) =>
    keep<RuleRow>({
      type: 'rule',
      id: `rule:${rule}`,
      text: names.rule(rule),
      rule,
      to: anytimeTarget(document, registry, rule) ?? undefined,
      children: [],
    }),
  );
  return {
    rows: [
      ...rows,
      ...group('unreached', at('unreached').map(stepRow)),
      ...group(
        'aids',
        at('aid')
          .filter(({ id }) => !sections.has(id))
          .map(stepRow),
      ),
      ...group('anytime', rules),
    ],
    numbers,
  };
}

/** A section that is drawn; what is named but not there groups nothing. */
function sectionOf(
  section: NodeId | undefined,
  { nodes }: FlowDocument,
  registry: DrawnKinds,
): NodeId | undefined {
  const node = section === undefined ? undefined : nodes[section];
  return node && registry.get(node.kind)?.family === 'aid' ? node.id : undefined;
}

function exitsOf(node: FlowNode, registry: DrawnKinds): readonly Exit[] {
  try {
    return registry.get(node.kind)?.exits(node.data) ?? [];
  } catch {
    return []; // broken data is a problem of the checks, not a reason to lose the outline
  }
}

function remember(rows: readonly OutlineRow[], known: Map<string, OutlineRow>): void {
  for (const row of rows) {
    known.set(row.id, row);
    remember(row.children, known);
  }
}

function isSame(a: OutlineRow, b: OutlineRow): boolean {
  return (
    a.type === b.type &&
    a.text === b.text &&
    ('to' in a ? a.to : undefined) === ('to' in b ? b.to : undefined) &&
    a.children.length === b.children.length &&
    a.children.every((child, index) => child === b.children[index])
  );
}

/** What decides about rows and numbers in a step, besides its words. */
export function shapeOf(node: FlowNode, registry: DrawnKinds): string {
  return [node.kind, node.section ?? '', ...exitsOf(node, registry).map(({ id }) => id)].join('\n');
}
