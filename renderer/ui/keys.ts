/**
 * The keyboard of the whole program: one key, one meaning. Keys are read by `event.code`, because Vietnamese typing
 * programs change the letters. Left free: Ctrl+Shift and Alt+Z (they switch those programs), AltGr, F5, F10–F12,
 * Alt+D, Alt+E, Alt+F (browser and menu).
 */
export const keyTable = {
  help: 'F1',
  callNext: 'F2',
  endTicket: 'Shift+F2',
  recall: 'F3',
  leaveOut: 'Shift+F3',
  noShow: 'F4',
  region: 'F6',
  regionBack: 'Shift+F6',
  moveTicket: 'F7',
  attention: 'F8',
  hold: 'F9',
  search: 'Ctrl+K',
  main: 'Ctrl+Enter',
  keepDraft: 'Ctrl+S',
  drafts: 'Ctrl+D',
  slip: 'Ctrl+P',
  lock: 'Ctrl+L',
  back: 'Escape',
  workspace1: 'Alt+1',
  workspace2: 'Alt+2',
  workspace3: 'Alt+3',
  workspace4: 'Alt+4',
  workspace5: 'Alt+5',
  workspace6: 'Alt+6',
  workspace7: 'Alt+7',
  workspace8: 'Alt+8',
  workspace9: 'Alt+9',
  hiddenRows: 'Alt+0',
  part1: 'Ctrl+1',
  part2: 'Ctrl+2',
  part3: 'Ctrl+3',
  part4: 'Ctrl+4',
  part5: 'Ctrl+5',
  part6: 'Ctrl+6',
  part7: 'Ctrl+7',
  onBehalf: 'Alt+N',
  pickCase: 'Alt+T',
  edit: 'Alt+S',
  cancel: 'Alt+C',
  askUnit: 'Alt+H',
  digitise: 'Alt+U',
  assign: 'Alt+G',
  workStep: 'Alt+B',
  transferCode: 'Alt+Q',
  takeFee: 'Alt+P',
  shelve: 'Alt+X',
  tell: 'Alt+I',
  remindAll: 'Alt+R',
  archive: 'Alt+A',
  further: 'Alt+M',
  turnToCitizen: 'Alt+Y',
  pageBefore: 'Alt+PageUp',
  pageAfter: 'Alt+PageDown',
  closeShort: 'Alt+L',
  otherPlace: 'Alt+O',
  controlSlips: 'Alt+K',
  counterState: 'Alt+J',
  giveTicket: 'Alt+V',
  takeOverHall: 'Ctrl+B',
  displayMessage: 'Ctrl+M',
  definitions: 'Alt+W',
  takeOut: 'Delete',
  /** The choice shown with this digit: a paper's state, a name on the sign-in list. */
  choice0: '0',
  choice1: '1',
  choice2: '2',
  choice3: '3',
  choice4: '4',
  choice5: '5',
  choice6: '6',
  choice7: '7',
  choice8: '8',
  choice9: '9',
  /** The choice shown with this letter: why a paper is not right. */
  choiceA: 'A',
  choiceB: 'B',
  choiceC: 'C',
  choiceD: 'D',
  choiceE: 'E',
} as const;

export type KeyAction = keyof typeof keyTable;

/** The part of a KeyboardEvent that is looked at. */
export interface KeyPress {
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
  readonly altGraph: boolean;
  /** A typing program is still composing a letter. */
  readonly composing: boolean;
  readonly repeat: boolean;
  /** The cursor stands where letters can be typed. */
  readonly typing: boolean;
}

export interface KeyBinding {
  readonly action: KeyAction;
  /** 0 the screen, 1 a dialog over it, 2 a dialog over that. */
  readonly depth: number;
  /** Instead of the meaning in the catalogue, where the control has its own word. */
  readonly name?: string | undefined;
  readonly run: () => void;
}

interface Chord {
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly key: string;
}

function chordOf(action: KeyAction): Chord {
  const parts: readonly string[] = keyTable[action].split('+');
  return {
    ctrl: parts.includes('Ctrl'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
    key: parts.at(-1) ?? '',
  };
}

/** 'KeyK' → 'K', 'Digit1' and 'Numpad1' → '1', 'NumpadEnter' → 'Enter'; others as they are. */
export function keyOfCode(code: string): string {
  return code.replace(/^(?:Key|Digit|Numpad)(?=[A-Z0-9]$|Enter$)/, '');
}

function isPlain(chord: Chord): boolean {
  return !chord.ctrl && !chord.alt && chord.key.length === 1;
}

/** What a key press means, or null: unknown, composing, or a plain digit or letter where one can type. */
export function actionOf(press: KeyPress): KeyAction | null {
  if (press.composing || press.altGraph || press.metaKey) return null;
  const key = keyOfCode(press.code);
  for (const action of keyActions) {
    const chord = chordOf(action);
    if (chord.key !== key) continue;
    if (chord.ctrl !== press.ctrlKey || chord.alt !== press.altKey || chord.shift !== press.shiftKey) continue;
    if (isPlain(chord) && press.typing) return null;
    return action;
  }
  return null;
}

export const keyActions: readonly KeyAction[] =
  // The keys of the table are exactly its actions.
  Object.keys(keyTable) as KeyAction[];

/**
 * The binding a press reaches: only those of the topmost open dialog, the latest first. A held key does not repeat,
 * so that one dossier is never received twice.
 */
export function bindingFor(press: KeyPress, bindings: readonly KeyBinding[], depth: number): KeyBinding | null {
  if (press.repeat) return null;
  const action = actionOf(press);
  if (action === null) return null;
  return bindings.findLast((binding) => binding.action === action && binding.depth === depth) ?? null;
}

/** What F1 lists: each action that can be used now once, in the order of the table. */
export function usableKeys(bindings: readonly KeyBinding[], depth: number): KeyBinding[] {
  return keyActions.flatMap((action) => {
    const found = bindings.findLast((binding) => binding.action === action && binding.depth === depth);
    return found === undefined ? [] : [found];
  });
}

/** As a keycap shows it: "Ctrl Enter", "Esc". */
export function keyLabel(action: KeyAction): string {
  return keyTable[action].replace('Escape', 'Esc').replaceAll('+', ' ');
}

/** For `aria-keyshortcuts`: "Control+Enter". */
export function keyShortcut(action: KeyAction): string {
  return keyTable[action].replace('Ctrl', 'Control');
}

/** The region F6 goes to from `current`, round and round; from none, the first. */
export function nextRegion(count: number, current: number, step: 1 | -1): number {
  if (count === 0) return -1;
  if (current < 0) return step === 1 ? 0 : count - 1;
  return (current + step + count) % count;
}
