/** For what a flow is compiled. Pure. */
import type { Server } from '../../vapi/contract/server.ts';
import type { CalendarNow } from '../calendar-names.ts';
import type { DialRefusal, Runtime, WorkspaceHoldings } from '../kind.ts';
import type { Pretence } from './pretend.ts';

export interface CompileTarget {
  /** `preview` adds the progress tool and a short time limit; `publish` is what answers real calls. */
  readonly mode: 'preview' | 'publish';
  /** Where Vapi reports calls. Without it calls are answered and reported to nobody. */
  readonly server?: Server;
  /** Where tools that act during a call (book, send) reach us. */
  readonly runtime?: Runtime;
  /** The provider of the number that will be called; while it is unknown only what every line can do is used. */
  readonly provider?: string;
  /** The uploaded files that the flow may read from: ids at Vapi by the ids in the drawing. Others are left out. Absent: as drawn. */
  readonly files?: Readonly<Record<string, string>>;
  /** Why a number may not be dialled; what is refused is left out of what is compiled, and told. Absent: as drawn. */
  readonly dialRefusal?: (number: string) => DialRefusal | null;
  /** What calendars of the workspace are called now. Absent: as drawn. */
  readonly calendarNow?: CalendarNow;
  /** What a preview takes for granted; ignored where real calls are answered. */
  readonly pretence?: Pretence;
  /** Professional secrecy: nothing is recorded, and nothing that was said is kept, whatever is drawn. */
  readonly secrecy?: boolean;
  /** Written into every assistant's `metadata` (vapi-facts §11.4); keep it the same for equal flows. */
  readonly metadata?: Readonly<Record<string, string | number>>;
}

/** Seconds after which a preview ends (vapi-facts §14). */
export const PREVIEW_SECONDS = 300;

/** What a check may know of the workspace that a flow is compiled for. */
export function holdingsOf({ files, calendarNow }: CompileTarget): WorkspaceHoldings {
  return {
    ...(files ? { files: new Set(Object.keys(files)) } : {}),
    ...(calendarNow ? { calendarNow } : {}),
  };
}
