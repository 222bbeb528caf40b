/** How a model is asked for a value of an information: only what Vapi's JSON Schema understands (vapi-facts §12.12). Pure. */
import type { JsonSchema } from '../../vapi/contract/tool.ts';
import type { CallLanguage, FlowDocument, InformationId, InformationType } from '../document.ts';
import { plainText } from '../text.ts';

const FORMS: Readonly<Record<CallLanguage, Partial<Record<InformationType, string>>>> = {
  en: {
    phone: 'digits, with + and country code if said',
    date: 'as YYYY-MM-DD',
    time: 'as HH:MM, 24 hours',
    number: 'in digits',
    email: 'name@domain',
  },
  fr: {
    phone: 'en chiffres, avec + et indicatif si dit',
    date: 'au format AAAA-MM-JJ',
    time: 'au format HH:MM',
    number: 'en chiffres',
    email: 'nom@domaine',
  },
};

/** A string schema; `yes-no` and `choice` are closed lists, so that rules can be computed on them. */
export function informationSchema(document: FlowDocument, id: InformationId): JsonSchema {
  const information = document.information[id];
  if (!information) return { type: 'string', description: id };
  const form = FORMS[document.language][information.type];
  const description = plainText(form ? `${information.name} (${form})` : information.name);
  if (information.type === 'yes-no') return { type: 'string', enum: ['yes', 'no'], description };
  if (information.type === 'choice' && information.choices?.length)
    return { type: 'string', enum: [...information.choices], description };
  return { type: 'string', description };
}
