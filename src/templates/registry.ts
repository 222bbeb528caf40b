/** The templates, in the order of the gallery. */
import { appointmentBooking } from './appointment-booking/template.ts';
import { restaurantReservation } from './restaurant-reservation/template.ts';
import type { Template } from './template.ts';

export const templates: readonly Template[] = [appointmentBooking, restaurantReservation];
