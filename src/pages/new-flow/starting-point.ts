/** What a new flow begins as: a template with what callers should be able to do, or only the step that answers the call. */
import { type CallLanguage, emptyDocument, type FlowDocument, type NodeId } from '../../flow/document.ts';
import type { AnyKind } from '../../flow/kind.ts';
import { kinds } from '../../kinds/registry.ts';
import { templates } from '../../templates/registry.ts';
import type { Template } from '../../templates/template.ts';
import { drawWishes, type WishId } from '../../templates/wishes.ts';

/** Undefined: empty. */
export type TemplateId = string | undefined;

export interface Answers {
  readonly name: string;
  /** Spoken on the call. */
  readonly language: CallLanguage;
  readonly wishes: ReadonlySet<WishId>;
}

export function templateOf(id: TemplateId): Template | undefined {
  return templates.find((known) => known.id === id);
}

/** The drawing to begin with. Pure; an unknown template gives an empty one. */
export function startingPoint(id: TemplateId, { name, language, wishes }: Answers): FlowDocument {
  const template = templateOf(id);
  return template === undefined
    ? emptyFlow(name, language)
    : drawWishes(template, language, { name, wishes });
}

/** Nothing but the step with which every call begins. */
function emptyFlow(name: string, language: CallLanguage): FlowDocument {
  const document = emptyDocument(name, language);
  const entry = (kinds as readonly AnyKind[]).find((kind) => kind.entry === true);
  if (entry === undefined) return document;
  const id = 'start' as NodeId;
  const node = { id, kind: entry.id, position: { x: 0, y: 0 }, data: entry.create({ language }) };
  return { ...document, nodes: { [id]: node } };
}
