/** Kinds of business to begin with, and the template that fits each. Their names are in the messages. */
export const TRADES = [
  { id: 'health', template: 'medical-appointment' },
  { id: 'law', template: 'law-firm' },
  { id: 'restaurant', template: 'restaurant-reservation' },
  { id: 'repairs', template: 'after-hours-emergency' },
  { id: 'realEstate', template: 'real-estate-visit' },
  { id: 'shop', template: 'order-status' },
  { id: 'appointments', template: 'appointment-booking' },
  { id: 'sales', template: 'lead-qualification' },
  { id: 'it', template: 'it-helpdesk' },
  { id: 'other', template: 'callback' },
] as const;
