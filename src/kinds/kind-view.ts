/**
 * What the React half of a step kind gives: icon, words, the two lines of its card (`view.tsx`) and its form (`form.tsx`). And what its
 * form may ask of the editor. Knows no kind, no store and no canvas.
 */
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { CalendarNames } from '../flow/calendar-names.ts';
import type {
  ExitId,
  FlowDocument,
  FlowNode,
  HoursId,
  Information,
  InformationId,
  InformationType,
  NodeId,
  OpeningHours,
} from '../flow/document.ts';
import type { SharedHours } from '../flow/shared-hours.ts';
import type { MessageBundle } from '../i18n/messages.ts';
import type { Json } from '../lib/json.ts';
import type { Result } from '../lib/result.ts';
import type { FieldFault } from '../ui/field-hint.tsx';
import type { TriedRequest } from './tried-request.ts';

// biome-ignore lint/suspicious/noExplicitAny: a sentence's parameters are its own
type Words = string | ((...values: any[]) => string);

/**
 * The words of a kind by flat keys: `name`, `hint`, `exit.<id>`, `field.<path>`, `problem.<code>` (what is wrong)
 * with `problem.<code>.do` (why it matters, what to do). `because.<word of a test>`: why a step was left whose only test held. Problem sentences may be made from the problem's params.
 */
export interface KindWords {
  readonly name: string;
  readonly hint: string;
  readonly [key: string]: Words | { readonly [key: string]: Words };
}

/** Several changes that belong together and are undone together. */
export interface StepEdit {
  readonly changes: readonly { readonly path: string; readonly value: Json | undefined }[];
  readonly information?: readonly Information[];
  /** Forgotten unless some step still speaks of it. */
  readonly forget?: readonly InformationId[];
  readonly hours?: readonly OpeningHours[];
  /** What is being typed; edits with the same word merge. */
  readonly typing?: string;
}

/** What forms may look at besides their own step: with other steps they have nothing to do, so that these may change. */
export type FormDocument = Pick<FlowDocument, 'information' | 'hours' | 'settings'>;

/** The form's line to the editor. Paths are dotted field paths inside the step's data. */
export interface KindForm {
  readonly node: NodeId;
  readonly document: FormDocument;
  readonly isReadOnly: boolean;
  /** The gravest problem at this field, with what mends it. */
  error(path: string): FieldFault | undefined;
  /** A keystroke: undone together with those around it. */
  type(path: string, value: string): void;
  /** A click: undone by itself. */
  set(path: string, value: Json): void;
  edit(edit: StepEdit): void;
  /** Changes an information that exists, letter by letter when `typing`. */
  setInformation(information: Information, typing?: boolean): void;
  /** A new information with a fresh id, not yet part of the document. */
  newInformation(name: string, type: InformationType): Information;
  /** A fresh id for a row: a choice, a case. */
  newId(): string;
  /** The steps that a call can get to, by name: no aids. */
  steps(): readonly FlowNode[];
  /** What a step is called on screen. */
  nameOf(step: FlowNode): string;
  /** Opening hours of the workspace; absent where there is no workspace. */
  readonly sharedHours?: SharedHoursForm;
  /** Secrets and requests; absent where there is no workspace. */
  readonly outside?: OutsideForm;
  /** Documents of the workspace; absent where there is no workspace. */
  readonly files?: FilesForm;
  /** Calendars of the workspace; absent where there is no workspace. */
  readonly calendars?: CalendarsForm;
  /** Puts steps into a section, or takes them out of theirs. */
  setSection(steps: readonly NodeId[], section: NodeId | null): void;
}

/** What a form may do with the calendars that appointments go into, by name. */
export interface CalendarsForm {
  /** In the order of their names. Empty when they could not be asked for. */
  list(): Promise<CalendarNames>;
  /** False when it could not be kept in the workspace. One that exists is as good as made. */
  create(name: string): Promise<boolean>;
}

/** What a form may do with opening hours that several flows follow. */
export interface SharedHoursForm {
  readonly all: readonly SharedHours[];
  /** Lets other flows follow hours of this drawing; absent for people who may not. */
  readonly share?: (hours: OpeningHours) => void;
  /** From then on the hours belong to this drawing alone. */
  unlink(hours: HoursId): void;
}

/** What a form may do with systems of other people. A sentence says why something did not work. */
export interface OutsideForm {
  /** Names of the workspace's secrets; null while they are not known. */
  readonly secrets: readonly string[] | null;
  /** Asks for the names, where they are about to be shown. */
  loadSecrets(): void;
  /** Makes or replaces one. Null when it worked. */
  saveSecret(name: string, value: string): Promise<string | null>;
  /** Makes the request of a step now, with values in place of what a caller would say. */
  tryRequest(step: Json, values: Readonly<Record<string, string>>): Promise<Result<TriedRequest, string>>;
}

/** A document of the workspace. `interrupted`: it never arrived. `unreadable`: nothing could be read in it. */
export interface OfferedFile {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly state: 'uploading' | 'processing' | 'ready' | 'interrupted' | 'unreadable';
}

/** A document that is being sent for this step, or could not be. */
export interface SentFile {
  readonly id: string;
  readonly name: string;
  /** From 0 to 1. */
  readonly progress: number;
  /** The sentence of why it was not taken. */
  readonly error?: string;
}

/** A flow that names a document; in service, calls are answered from it. */
export interface FileUse {
  readonly name: string;
  readonly isInService: boolean;
}

/** What a form may do with the workspace's documents. Paths lead to a list of ids and names in the step's data. */
export interface FilesForm {
  /** Null while it is not known which there are. */
  readonly all: readonly OfferedFile[] | null;
  readonly sent: readonly SentFile[];
  /** Ends of names, with their dot. */
  readonly accepted: readonly string[];
  /** Forgets one that could not be sent. */
  dismiss(sent: string): void;
  /** Absent for people who may not. */
  readonly changes?: {
    upload(path: string, files: readonly File[]): void;
    /** Undefined when it cannot be found out now; the person is told. */
    uses(file: string): Promise<readonly FileUse[] | undefined>;
    /** Out of the workspace, and of the list. False when that failed; the person is told. */
    remove(path: string, file: string): Promise<boolean>;
  };
}

/** For what is folded: whether something is wrong with one of its fields. */
export function hasFaultAt(form: Pick<KindForm, 'error'>, ...paths: readonly string[]): boolean {
  return paths.some((path) => form.error(path) !== undefined);
}

export interface KindView<Data> {
  readonly icon: LucideIcon;
  /** Built, only what the card shows: all of them are `wordsOf` of `whole-words.ts`. */
  readonly messages: MessageBundle<KindWords>;
  /** Two lines of the card, as text; an empty answer shows the kind's hint in grey. */
  readonly Body: ComponentType<{ readonly data: Data; readonly document: CardDocument }>;
  /** The whole card, for kinds that are only drawn. Without it the card has tile, title, body and exits. */
  readonly Card?: ComponentType<{ readonly data: Data }>;
  /** Words that are written on the card itself, without opening the form; absent when there are none. */
  readonly onCard?: {
    /** Field of the words; `field.<path>` names it. */
    readonly path: string;
    /** Nothing is spoken: no information stands in it. */
    readonly plain?: true;
  };
  /** A better name for an exit than its label or `exit.<id>`; a key of the kind's words. */
  exitKey?(data: Data, exit: ExitId): string | undefined;
}

/** The parts of the document that a card may show besides its own step. */
export type CardDocument = Pick<FlowDocument, 'information' | 'hours'>;

// biome-ignore lint/suspicious/noExplicitAny: views of many data types stand in one list; each is checked where it is defined
export type AnyKindView = KindView<any>;
// biome-ignore lint/suspicious/noExplicitAny: as above
export type AnyFormProps = { readonly data: any; readonly form: KindForm };
export type AnyKindForm = ComponentType<AnyFormProps>;

export function defineKindView<Data>(view: KindView<Data>): KindView<Data> {
  return view;
}
