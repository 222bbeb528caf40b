/** The picture of a trade, by the name that its template gives. */
import {
  CalendarCheck,
  House,
  Landmark,
  LifeBuoy,
  type LucideIcon,
  PackageSearch,
  PhoneCall,
  Siren,
  Star,
  Stethoscope,
  Target,
  Utensils,
} from 'lucide-react';
import type { Template } from '../../templates/template.ts';

const ICONS: Readonly<Record<Template['icon'], LucideIcon>> = {
  'calendar-check': CalendarCheck,
  house: House,
  'life-buoy': LifeBuoy,
  'package-search': PackageSearch,
  'phone-call': PhoneCall,
  scale: Landmark,
  siren: Siren,
  star: Star,
  stethoscope: Stethoscope,
  target: Target,
  utensils: Utensils,
};

export function TemplateIcon({ name }: { readonly name: Template['icon'] }) {
  const Icon = ICONS[name];
  return <Icon aria-hidden className="size-4.5 text-accent" strokeWidth={1.75} />;
}
