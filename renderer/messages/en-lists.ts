import type { Mirror } from './mirror.ts';
import type { viLists } from './vi-lists.ts';

export const enLists: Mirror<typeof viLists> = {
  lists: {
    title: 'Dossiers of a list',
    which: 'List',
    recent: 'Received last',
    open: 'In work, by due date',
    due: 'Due',
    everyDue: 'Any',
    field: 'Field',
    everyField: 'Every field',
    unit: 'Unit',
    everyUnit: 'Every unit',
    officer: 'Officer',
    everyOfficer: 'Everybody',
    nobody: 'Not assigned',
    choice: '{name}, {n, number}',
    total: '{n, plural, one {# dossier} other {# dossiers}}',
    groupCount: '{group}, {n, number}',
    group: {
      soon: 'Due soon',
      overdue: 'Overdue',
      inTime: 'In time',
      ready: 'Result ready',
      paused: 'Paused, waiting for the citizen',
      noDate: 'No day promised',
    },
  },
};
