/** Adds a rule about the opening hours (made on the spot when there are none) or about what the caller said. */
import { CalendarHeart, Clock, Plus, TextQuote } from 'lucide-react';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { firstHours } from '../hours-field.tsx';
import type { KindForm } from '../kind-view.ts';
import { formMessages } from '../messages.ts';
import { messages } from './messages.ts';
import type { CalendarRule, Rule } from './rule.ts';

const MOST_RULES = 8;

export interface AddRuleProps {
  readonly path: string;
  readonly rules: readonly Rule[];
  readonly form: KindForm;
}

export function AddRule({ path, rules, form }: AddRuleProps) {
  const t = useMessages(messages);
  const words = useMessages(formMessages);
  const information = Object.values(form.document.information);
  const aboutCalendar = (type: CalendarRule['type']) => {
    const known = Object.values(form.document.hours)[0];
    const hours = known ?? firstHours(form, words.defaultHours);
    form.edit({
      changes: [{ path, value: [...rules, { type, hours: hours.id, is: true }] }],
      ...(known ? {} : { hours: [hours] }),
    });
  };
  const aboutInformation = () => {
    const first = information[0];
    if (!first) return;
    form.set(path, [...rules, { type: 'compare', information: first.id, operator: 'is', value: '' }]);
  };
  if (rules.length >= MOST_RULES) return null;
  return (
    <Menu
      label={t.addRule}
      placement="bottom start"
      trigger={
        <Button
          size="small"
          variant="ghost"
          icon={<Plus />}
          className="-ml-2 self-start"
          isDisabled={form.isReadOnly}
        >
          {t.addRule}
        </Button>
      }
      groups={[
        {
          id: 'about',
          actions: [
            { id: 'hours', label: t.aboutHours, icon: <Clock />, onAction: () => aboutCalendar('open') },
            {
              id: 'holidays',
              label: t.aboutHolidays,
              icon: <CalendarHeart />,
              onAction: () => aboutCalendar('holiday'),
            },
            {
              id: 'information',
              label: t.aboutInformation,
              icon: <TextQuote />,
              isDisabled: information.length === 0,
              onAction: aboutInformation,
            },
          ],
        },
      ]}
    />
  );
}
