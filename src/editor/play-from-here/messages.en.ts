/** Words for beginning a rehearsal at a step, in English. */
export const en = { playFromHere: 'Rehearse from here' };
