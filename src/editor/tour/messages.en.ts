/** Words of the tour of the editor, in English. */
export const en = {
  stop: (number: number, of: number) => `Tour: ${number} of ${of}`,
  skip: 'Skip the tour',
  back: 'Back',
  next: 'Next',
  done: 'Done',
  stops: {
    drawing: {
      title: 'This is your call',
      text: 'It begins here, with the step that answers. Each row of a step is one thing that can happen, and leads on to the next step.',
    },
    drawingPhone: {
      title: 'This is your call',
      text: 'Read it from top to bottom, step by step. This bar shows it as a drawing too, undoes, finds, and adds a step.',
    },
    step: {
      title: 'Every step can be changed',
      text: 'Press a step, and its form opens: here is what your callers hear first. Write it as you would say it. It is saved by itself.',
    },
    stepPhone: {
      title: 'Every step can be changed',
      text: 'Press a step, and its form opens. Write what is said as you would say it. It is saved by itself.',
    },
    hear: {
      title: 'Hear it, as often as you like',
      text: 'Talk to your assistant, or listen to a call. Nobody is rung, and nothing is charged.',
    },
    publish: {
      title: 'Then put it on a number',
      text: 'Callers hear nothing of your changes before you publish. You see beforehand what changes, and can go back with one click.',
    },
  },
};
