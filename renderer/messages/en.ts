import { enCorrection } from './en-correction.ts';
import { enHall } from './en-hall.ts';
import { enQueue } from './en-queue.ts';
import { enDigitise } from './en-digitise.ts';
import { enDossier } from './en-dossier.ts';
import { enBooks } from './en-books.ts';
import { enHandover } from './en-handover.ts';
import { enIntake } from './en-intake.ts';
import { enLists } from './en-lists.ts';
import { enMoney } from './en-money.ts';
import { enAccounts } from './en-accounts.ts';
import { enDisplay, enKiosk } from './en-kiosk.ts';
import { enCourier } from './en-courier.ts';
import { enAdmin } from './en-admin.ts';
import { enTemplate } from './en-template.ts';
import { enApproval } from './en-approval.ts';
import { enGuidance } from './en-guidance.ts';
import { enWork } from './en-work.ts';
import { enReceipt } from './en-receipt.ts';
import { enResults } from './en-results.ts';
import { enSupervision } from './en-supervision.ts';
import type { Mirror } from './mirror.ts';
import type { vi } from './vi.ts';

/** The same words in English, sentence by sentence. */
export const en: Mirror<typeof vi> = {
  ...enAccounts,
  courier: enCourier,
  ...enSupervision,
  kiosk: enKiosk,
  display: enDisplay,
  queue: enQueue,
  hall: enHall,
  ...enAdmin,
  ...enTemplate,
  app: {
    name: 'Quầy Một Cửa',
  },
  frame: {
    workspaces: 'Workspaces',
    rail: 'Queue',
    sheet: 'Dossier',
    outcome: 'Outcome',
    status: 'State of this machine',
    lineFacts: 'Line and data of this machine',
    minimise: 'Minimise the window',
    maximise: 'Maximise the window',
    restore: 'Restore the window',
    close: 'Close the window',
    dueToday: '{n, number} due today',
  },
  workspace: {
    books: 'Books',
    receipt: 'Receive',
    handover: 'Handover',
    intake: 'Take over',
    results: 'Results',
    dossiers: 'Dossiers',
    unit: 'Work',
    board: 'Hall',
    province: 'Province',
    settings: 'Settings',
  },
  search: {
    label: 'Search',
    placeholder: 'Dossier, person, procedure',
    none: 'Nothing matches “{text}”. Try without marks, or the four digits of the dossier.',
    found: '{n, plural, one {# result} other {# results}}',
    searching: 'Searching…',
  },
  line: {
    up: 'Line up',
    upSince: 'All sent at {time}',
    upNothing: 'Nothing to be sent',
    sending: 'Sending, {left, number} of {of, number} dossiers left',
    receiving: 'Taking in what the office did, {left, number} of {of, number} entries left; work goes on',
    down: 'Line down since {time}',
    downSafe: 'Work goes on as usual.',
    downWaiting: '<b>{n, plural, one {# dossier} other {# dossiers}}</b> on this machine, to be sent',
    downBrief: '<b>{n, plural, one {# dossier} other {# dossiers}}</b> to be sent',
    stopped: 'Sending stopped',
    stoppedSafe: '{n, plural, one {# dossier is} other {# dossiers are}} safe',
    notEnrolled: 'This machine belongs to no centre yet',
    sealed: 'The data of this machine is not unlocked yet',
  },
  printer: {
    ready: 'A4: {name}',
    none: 'No printer yet',
    unknown: 'Printer not known',
  },
  attention: {
    count: '{n, plural, one {# needs attention} other {# need attention}}',
    none: 'Nothing needs attention',
  },
  paper: {
    unseen: 'Not yet seen',
    has: 'Complete',
    missing: 'Missing',
    wrong: 'Not right',
    notNeeded: 'Not needed',
  },
  due: {
    inTime: 'Within time',
    left: '{n, plural, one {# working day} other {# working days}} left',
    soon: 'Due soon, {n, plural, one {# working day} other {# working days}} left',
    today: 'Due today',
    overdue: 'Overdue by {n, plural, one {# working day} other {# working days}}',
    paused: 'Paused, waiting for the citizen',
    pausedMoney: 'Paused, waiting for a payment duty',
    done: 'Returned {date}',
  },
  stand: {
    here: 'On this machine, to be sent',
    sent: 'Sent, waiting for the province',
    inProvince: 'In the provincial system',
    attention: 'Needs attention',
  },
  day: {
    received: 'Received',
    counted: 'Day {n, number}',
    off: 'Off',
    holiday: 'Holiday',
    paused: 'Paused',
    due: 'Due',
    today: 'today',
  },
  ticket: {
    serving: 'Serving',
    noHall: 'Hall not connected, receiving goes on without tickets',
    callsToGo: '{n, plural, one {# more call} other {# more calls}}',
    next: 'next',
    waiting: 'Waiting {n, number}',
    longest: 'longest {n, plural, one {# minute} other {# minutes}}',
    others: 'For other counters {n, number}',
    drafts: 'Drafts {n, number}',
  },
  verdict: {
    name: 'Verdict',
    receive: 'Receive',
    supplement: 'Ask for papers',
    refuse: 'Refuse',
  },
  field: {
    opens: 'Enter to change',
    locked: 'cannot be changed',
    saved: 'Saved {time}',
    code: 'Error code',
  },
  action: {
    hold: 'Hold',
    move: 'Move',
    keepDraft: 'Keep as draft',
    previewSlip: 'Preview the slip',
    later: 'Later',
    close: 'Close',
    back: 'Back',
    missing: 'Not yet, {why}',
  },
  keys: {
    title: 'Keys of this screen',
    always: 'Letters and digits act only where nothing can be typed.',
    help: 'Help and all keys',
    callNext: 'Call next',
    recall: 'Recall',
    noShow: 'No-show',
    region: 'Next region',
    regionBack: 'Previous region',
    moveTicket: 'Move to another counter',
    attention: 'What needs attention',
    hold: 'Hold the ticket',
    search: 'Search dossier, person, procedure',
    main: 'The next step of the screen',
    keepDraft: 'Keep as draft',
    drafts: 'Open a draft',
    slip: 'See or print the slip',
    lock: 'Lock the screen',
    back: 'One step back, losing nothing',
    workspace: 'Workspace {n}',
    hiddenRows: 'Open the folded rows',
    part: 'Part {n}',
    onBehalf: 'On behalf of someone',
    pickCase: 'Choose the case',
    edit: 'Change the dossier',
    cancel: 'Cancel or merge the dossier',
    askUnit: 'Ask the processing unit',
    digitise: 'Digitise papers',
    assign: 'Assign to somebody else',
    workStep: 'Change the step',
    transferCode: 'Show the transfer code',
    takeFee: 'Take the fee',
    shelve: 'Put on a shelf',
    tell: 'Tell the citizen',
    remindAll: 'Remind whose turn it is',
    archive: 'Send to the archive',
    further: 'Add another line to the slip',
    turnToCitizen: 'Guidance, turned to the citizen',
    pageBefore: 'Page before',
    pageAfter: 'Page after',
    closeShort: 'Close with what is there',
    otherPlace: 'Give elsewhere',
    controlSlips: 'Print control slips',
    definitions: 'How each figure is counted',
    takeOut: 'Take out of the batch',
    choice: 'The choice of key {key}',
  },
  ...enReceipt,
  ...enGuidance,
  ...enDossier,
  ...enDigitise,
  ...enHandover,
  ...enMoney,
  ...enBooks,
  ...enIntake,
  ...enLists,
  ...enResults,
  ...enApproval,
  ...enCorrection,
  ...enWork,
};
