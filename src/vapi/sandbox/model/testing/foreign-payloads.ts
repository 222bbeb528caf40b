/** Assistants and squads as other people write them, invented for tests: free prompts, tools with JSON schemas, both languages. */
import type { JsonRecord } from '../../runtime/record.ts';

const fr = { transcriber: { provider: 'deepgram', model: 'nova-3', language: 'fr' } };
const endCall = { type: 'endCall' };

function assistant(
  name: string,
  prompt: string,
  tools: readonly JsonRecord[],
  rest: JsonRecord = {},
): JsonRecord {
  const model = {
    provider: 'openai',
    model: 'gpt-4o',
    messages: [{ role: 'system', content: prompt }],
    tools,
  };
  return { name, model, ...rest };
}

/** A tool that answers what its code says, silently. */
function tool(
  name: string,
  description: string,
  properties: JsonRecord,
  required: readonly string[],
  code = 'return "";',
): JsonRecord {
  const parameters = { type: 'object', properties, required };
  return { type: 'code', function: { name, description, parameters }, code, messages: [] };
}

function handoff(name: string, description: string, to: string, properties?: JsonRecord): JsonRecord {
  const parameters = properties && {
    type: 'object',
    properties: { destination: { type: 'string', enum: [to] }, ...properties },
    required: ['destination', ...Object.keys(properties)],
  };
  return {
    type: 'handoff',
    function: { name, description, ...(parameters ? { parameters } : {}) },
    destinations: [{ type: 'assistant', assistantName: to }],
    messages: [],
  };
}

const silent = { firstMessage: '', firstMessageMode: 'assistant-speaks-first-with-model-generated-message' };

const pizza = {
  assistant: assistant(
    'Mario',
    `You are Mario, the friendly voice of Mario's Pizza.
Opening hours: every day from 11 am to 10 pm.
Delivery is free above 20 dollars.
Take the order, then read it back. Never invent a price.`,
    [
      tool(
        'place_order',
        'Places a pizza order once everything is known.',
        {
          size: { type: 'string', enum: ['small', 'medium', 'large'], description: 'Size of the pizza' },
          toppings: {
            type: 'array',
            items: { type: 'string', enum: ['mushrooms', 'olives', 'ham', 'extra cheese'] },
            description: 'The toppings',
          },
          delivery: { type: 'boolean', description: 'Delivered to your home' },
          customerName: { type: 'string', description: "The customer's full name" },
        },
        ['size', 'toppings', 'delivery', 'customerName'],
        'return { orderId: "P7", message: "Your pizza is ready in 20 minutes." };',
      ),
      endCall,
    ],
    { firstMessage: "Mario's Pizza, what can I get you?", endCallMessage: 'Ciao!' },
  ),
};

const reception = {
  squad: {
    members: [
      {
        assistant: assistant(
          'Accueil',
          'Tu es la réceptionniste du cabinet Martin. Tu orientes chaque appel.',
          [
            handoff('vers_rendez_vous', 'Quand le patient veut prendre un rendez-vous.', 'Rendez-vous'),
            handoff(
              'vers_facturation',
              'Quand le patient parle d’une facture ou d’un paiement.',
              'Facturation',
            ),
            endCall,
          ],
          { ...fr, firstMessage: 'Cabinet Martin, bonjour, que puis-je faire pour vous ?' },
        ),
      },
      {
        assistant: assistant(
          'Rendez-vous',
          'Tu fixes les rendez-vous. Une fois le rendez-vous pris, termine l’appel.',
          [
            tool(
              'prendre_rendez_vous',
              'Enregistre le rendez-vous.',
              {
                date: {
                  type: 'string',
                  format: 'date',
                  description: 'Date du rendez-vous au format AAAA-MM-JJ',
                },
                heure: { type: 'string', description: 'Heure souhaitée' },
                nom: { type: 'string', description: 'Nom du patient' },
                telephone: { type: 'string', description: 'Numéro de téléphone du patient' },
              },
              ['date', 'heure', 'nom', 'telephone'],
              'return { message: "Le rendez-vous est confirmé." };',
            ),
            endCall,
          ],
          { ...fr, ...silent },
        ),
      },
      {
        assistant: assistant(
          'Facturation',
          'Tu réponds sur les factures. Les factures se règlent sous 30 jours.',
          [endCall],
          { ...fr, ...silent },
        ),
      },
    ],
  },
};

const survey = {
  assistant: assistant(
    'Survey',
    `You call customers for a short survey. Ask every question of save_answers, one at a time.
Once the answers are saved, thank the customer and end the call.`,
    [
      tool(
        'save_answers',
        'Saves the answers of the survey.',
        {
          score: { type: 'integer', description: 'Rating of our service (0 to 10)' },
          wouldReturn: { type: 'boolean', description: 'Would you come back' },
          comment: { type: 'string', description: 'Your comment' },
        },
        ['score', 'wouldReturn', 'comment'],
      ),
      endCall,
    ],
    { firstMessage: 'Hello, do you have two minutes for a survey about our service?' },
  ),
};

const triage = {
  squad: {
    members: [
      {
        assistant: assistant('Triage', 'You find out what the caller needs.', [], {
          firstMessage: 'Acme support, how can I help?',
        }),
        assistantDestinations: [
          {
            type: 'assistant',
            assistantName: 'Billing',
            message: 'I pass you to billing.',
            description: 'Questions about an invoice or a charge',
          },
          {
            type: 'assistant',
            assistantName: 'Technical',
            message: '',
            description: 'Something is broken or does not work',
          },
        ],
      },
      {
        assistant: assistant('Billing', 'Invoices are sent on the first of the month.', [], {
          firstMessage: 'Billing speaking.',
        }),
      },
      {
        assistant: assistant(
          'Technical',
          'You open tickets.',
          [
            tool(
              'open_ticket',
              'Opens a ticket for a technical problem.',
              {
                serial: {
                  type: 'string',
                  pattern: '^[A-Z]{2}\\d{4}$',
                  description: 'Serial number of the device',
                },
                problem: { type: 'string', description: 'What is wrong' },
              },
              ['serial', 'problem'],
              'return "Ticket 12 is open";',
            ),
          ],
          { firstMessage: 'Technical support.' },
        ),
      },
    ],
  },
};

const garage = {
  assistant: assistant(
    'Garage',
    `Vous êtes le standard du garage Durand. Le client est {{ civilite }} {{ nom }}.
Nom : {{ nom }}
Immatriculation : {{ plaque }}
Nous sommes ouverts du lundi au vendredi de 8 h à 18 h.`,
    [
      tool(
        'demander_devis',
        'Demande un devis pour une réparation.',
        {
          nom: { type: 'string', description: 'Nom du client' },
          immatriculation: { type: 'string', description: 'Immatriculation' },
          budget: { type: 'number', description: 'Budget maximum en euros' },
          panne: { type: 'string', description: 'Panne constatée' },
        },
        ['nom', 'immatriculation', 'budget', 'panne'],
      ),
      {
        type: 'transferCall',
        destinations: [{ type: 'number', number: '+33199000001', description: 'Un conseiller de l’atelier' }],
      },
    ],
    { ...fr, firstMessage: 'Garage Durand, bonjour {{ civilite }} {{ nom }}.' },
  ),
  assistantOverrides: { variableValues: { civilite: 'Madame', nom: 'Zoé Petit', plaque: 'AB-123-CD' } },
};

const hotel = {
  assistant: assistant(
    'Hôtel',
    'You are the night desk of a hotel in Lyon. Breakfast is served from 7 to 10.',
    [
      tool(
        'check_availability',
        'Check whether a room is free',
        {
          arrival: { type: 'string', format: 'date' },
          guests: { type: 'integer', description: 'Number of guests' },
        },
        ['arrival', 'guests'],
        'return { available: true, roomId: "R12", message: "One room is free." };',
      ),
      tool(
        'book_room',
        'Book a room for the guest',
        {
          arrival: { type: 'string', format: 'date' },
          guests: { type: 'integer', description: 'Number of guests' },
          email: { type: 'string', format: 'email' },
        },
        ['arrival', 'guests', 'email'],
      ),
      endCall,
    ],
    { voice: { provider: 'azure', voiceId: 'en-GB-SoniaNeural' } },
  ),
};

const parcel = {
  squad: {
    members: [
      {
        assistant: assistant(
          'Suivi',
          'Tu accueilles les clients du transporteur.',
          [
            handoff('vers_livraison', 'Le client veut savoir où est sa livraison.', 'Livraison', {
              numero_colis: { type: 'string', description: 'Numéro du colis' },
            }),
          ],
          { ...fr, firstMessage: 'Transports Dupont, bonjour.' },
        ),
      },
      {
        assistant: assistant('Livraison', 'Le colis suivi est {{ numero_colis }}.', [], {
          ...fr,
          firstMessage: 'Je regarde le colis {{ numero_colis }}.',
        }),
      },
    ],
  },
};

const plumber = {
  assistant: assistant(
    'Plombier',
    'Tu prends les demandes d’un plombier. Ensuite, transfère les urgences.',
    [
      tool(
        'enregistrer_demande',
        'Registers the job of a customer',
        {
          fullName: { type: 'string', description: 'Full name of the customer' },
          phone: { type: 'string', description: 'Phone number of the customer' },
          address: {
            type: 'object',
            properties: {
              street: { type: 'string', description: 'Rue et numéro' },
              city: { type: 'string', description: 'Ville' },
            },
            required: ['street', 'city'],
          },
          visit: { type: 'string', format: 'date-time', description: 'When to come' },
        },
        ['fullName', 'phone', 'address', 'visit'],
      ),
      endCall,
    ],
    { ...fr, firstMessage: 'Plomberie Leroy, bonjour.' },
  ),
};

const message = {
  assistant: assistant(
    'Answering',
    'You take messages for a busy lawyer.',
    [
      tool(
        'take_message',
        'Takes a message',
        {
          from: { type: 'string', description: 'Your name' },
          text: { type: 'string', description: 'Your message' },
        },
        [],
      ),
    ],
    { firstMessage: 'Law office, may I take a message?' },
  ),
};

const vetoed = {
  assistant: assistant(
    'Club',
    'You register members.',
    [
      {
        ...tool(
          'register_member',
          'Registers a new member',
          { age: { type: 'integer', description: 'Your age' } },
          ['age'],
        ),
        rejectionPlan: { conditions: [{ type: 'liquid', liquid: 'true' }] },
      },
      tool(
        'cancel_membership',
        'Cancels a membership',
        { memberNumber: { type: 'string', description: 'Member number' } },
        ['memberNumber'],
        'throw new Error("closed");',
      ),
      {
        type: 'transferCall',
        destinations: [{ type: 'number', number: '+14155550100', description: 'The manager' }],
      },
      endCall,
    ],
    { firstMessage: 'The club, good morning.' },
  ),
};

/** A new copy each time, as it would be posted. */
export const FOREIGN = { pizza, reception, survey, triage, garage, hotel, parcel, plumber, message, vetoed };
