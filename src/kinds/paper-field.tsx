/** The field that chooses the colour of a note or a section. Knows no kind. */
import { useMessages } from '../i18n/use-messages.ts';
import { Select } from '../ui/select.tsx';
import type { KindForm } from './kind-view.ts';
import { formMessages } from './messages.ts';
import { PAPER_COLORS, type PaperColor } from './paper.ts';

export function PaperField({ value, form }: { readonly value: PaperColor; readonly form: KindForm }) {
  const t = useMessages(formMessages);
  return (
    <Select
      label={t.color}
      hint={t.colorHint}
      options={PAPER_COLORS.map((id) => ({ id, label: t.colors[id] }))}
      value={value}
      isDisabled={form.isReadOnly}
      onChange={(color) => form.set('color', color)}
    />
  );
}
