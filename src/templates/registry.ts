/** The templates, in the order of the gallery. */
import { afterHoursEmergency } from './after-hours-emergency/template.ts';
import { appointmentBooking } from './appointment-booking/template.ts';
import { callback } from './callback/template.ts';
import { itHelpdesk } from './it-helpdesk/template.ts';
import { lawFirm } from './law-firm/template.ts';
import { leadQualification } from './lead-qualification/template.ts';
import { medicalAppointment } from './medical-appointment/template.ts';
import { orderStatus } from './order-status/template.ts';
import { realEstateVisit } from './real-estate-visit/template.ts';
import { restaurantReservation } from './restaurant-reservation/template.ts';
import { satisfactionSurvey } from './satisfaction-survey/template.ts';
import type { Template } from './template.ts';

export const templates: readonly Template[] = [
  appointmentBooking,
  restaurantReservation,
  medicalAppointment,
  lawFirm,
  afterHoursEmergency,
  realEstateVisit,
  callback,
  orderStatus,
  satisfactionSurvey,
  itHelpdesk,
  leadQualification,
];
