/** How a model is asked for a value of an information: only what Vapi's JSON Schema understands (vapi-facts §12.12). Pure. */
import type { JsonSchema } from '../../vapi/contract/tool.ts';
import type { CallLanguage, FlowDocument, InformationId, InformationType } from '../document.ts';
import { plainText } from '../text.ts';

const FORMS: Readonly<Record<CallLanguage, Partial<Record<InformationType, string>>>> = {
  en: {
    phone: 'complete, digits only, with + and country code if said',
    date: 'as YYYY-MM-DD',
    time: 'as HH:MM, 24 hours',
    number: 'in digits, with a point for decimals',
    email: 'name@domain.com',
  },
  fr: {
    phone: 'complet, en chiffres, avec + et indicatif du pays si dit',
    date: 'au format AAAA-MM-JJ',
    time: 'au format HH:MM',
    number: 'en chiffres, avec un point pour les décimales',
    email: 'nom@domaine.fr',
  },
};

/** The same as rules, where JSON Schema has one. A number stays text: it has to compare with texts of other kinds. */
const RULES: Readonly<Partial<Record<InformationType, Pick<JsonSchema, 'pattern' | 'format'>>>> = {
  phone: { pattern: '^\\+?[0-9]{6,15}$' },
  email: { format: 'email' },
  date: { format: 'date' },
  time: { pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' },
  number: { pattern: '^-?[0-9]+(\\.[0-9]+)?$' },
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
  return { type: 'string', description, ...RULES[information.type] };
}

/** Longest value that a caller's words make. Characters. */
const LONGEST = 2000;

/**
 * Whether a value that came back from a model may be one of the information: a closed list stays closed, whatever the model
 * was talked into. An empty text stands for what is not known. Forms (dates, numbers) are the model's best effort and not judged.
 */
export function mayBeValue(document: FlowDocument, id: InformationId, value: string): boolean {
  const { enum: list } = informationSchema(document, id);
  return value.length <= LONGEST && (value === '' || list === undefined || list.includes(value));
}
