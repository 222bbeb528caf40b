/** How companies that get something of calls write their names. Pure. */

/** As the companies write themselves; another name stands for itself. */
const NAMES: Readonly<Record<string, string>> = {
  openai: 'OpenAI',
  azure: 'Microsoft Azure',
  deepgram: 'Deepgram',
  google: 'Google',
  vapi: 'Vapi',
  twilio: 'Twilio',
  telnyx: 'Telnyx',
  vonage: 'Vonage',
  resend: 'Resend',
};

export function companyName(name: string): string {
  return Object.hasOwn(NAMES, name) ? (NAMES[name] ?? name) : name;
}
