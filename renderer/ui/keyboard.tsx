import { createContext, use, useEffect, useLayoutEffect, useMemo, useRef, type ReactNode } from 'react';
import { bindingFor, nextRegion, usableKeys, type KeyAction, type KeyBinding, type KeyPress } from './keys.ts';

/** The bindings of what is on the page now, and how many dialogs stand over the screen. */
export interface Keyboard {
  readonly add: (binding: KeyBinding) => () => void;
  readonly openDialog: () => () => void;
  /** As if its key were pressed now. */
  readonly press: (action: KeyAction) => void;
  /** For the overview of F1. */
  readonly usable: () => KeyBinding[];
}

const KeyboardContext = createContext<Keyboard | null>(null);
const DepthContext = createContext(0);

function typingIn(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox', 'button'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

function pressOf(event: KeyboardEvent): KeyPress {
  return {
    code: event.code,
    ctrlKey: event.ctrlKey,
    altKey: event.altKey,
    shiftKey: event.shiftKey,
    metaKey: event.metaKey,
    altGraph: event.getModifierState('AltGraph'),
    composing: event.isComposing,
    repeat: event.repeat,
    typing: typingIn(event.target),
  };
}

/** Moves the focus to the next region of the frame, to where it last was in it. */
export function goToRegion(step: 1 | -1, lastIn: WeakMap<Element, HTMLElement>): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')];
  const current = regions.findIndex((region) => region.contains(document.activeElement));
  const region = regions[nextRegion(regions.length, current, step)];
  if (region === undefined) return;
  const last = lastIn.get(region);
  const first = region.querySelector<HTMLElement>(
    '[data-first], input:checked, input, select, textarea, button, [tabindex="0"]',
  );
  (last?.isConnected === true ? last : (first ?? region)).focus();
}

/** Holds the one key listener of the page; everything else binds through {@link useKey}. */
export function KeyboardProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const state = useRef<{ bindings: KeyBinding[]; depth: number }>({ bindings: [], depth: 0 });
  const keyboard = useMemo<Keyboard>(
    () => ({
      add: (binding) => {
        state.current.bindings.push(binding);
        return () => {
          state.current.bindings = state.current.bindings.filter((other) => other !== binding);
        };
      },
      openDialog: () => {
        state.current.depth += 1;
        return () => {
          state.current.depth -= 1;
        };
      },
      press: (action) =>
        usableKeys(state.current.bindings, state.current.depth)
          .find((key) => key.action === action)
          ?.run(),
      usable: () => usableKeys(state.current.bindings, state.current.depth),
    }),
    [],
  );
  useEffect(() => {
    const lastIn = new WeakMap<Element, HTMLElement>();
    const onKey = (event: KeyboardEvent): void => {
      const found = bindingFor(pressOf(event), state.current.bindings, state.current.depth);
      if (found === null) return;
      event.preventDefault();
      event.stopPropagation();
      found.run();
    };
    const onFocus = (event: FocusEvent): void => {
      if (!(event.target instanceof HTMLElement)) return;
      const region = event.target.closest('[data-region]');
      if (region !== null) lastIn.set(region, event.target);
    };
    const ends = [
      keyboard.add({ action: 'region', depth: 0, run: () => goToRegion(1, lastIn) }),
      keyboard.add({ action: 'regionBack', depth: 0, run: () => goToRegion(-1, lastIn) }),
    ];
    window.addEventListener('keydown', onKey);
    window.addEventListener('focusin', onFocus);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('focusin', onFocus);
      for (const end of ends) end();
    };
  }, [keyboard]);
  return <KeyboardContext value={keyboard}>{children}</KeyboardContext>;
}

export function useKeyboard(): Keyboard {
  const keyboard = use(KeyboardContext);
  if (keyboard === null) throw new Error('KeyboardProvider is missing above.');
  return keyboard;
}

/** Binds a key while the component is on the page. `when: false` leaves the key unbound, and out of the overview. */
export function useKey(
  action: KeyAction | undefined,
  run: (() => void) | undefined,
  options: { readonly when?: boolean; readonly name?: string | undefined } = {},
): void {
  const keyboard = useKeyboard();
  const depth = use(DepthContext);
  const latest = useRef(run);
  useLayoutEffect(() => {
    latest.current = run;
  });
  const bound = action !== undefined && run !== undefined && options.when !== false;
  const name = options.name;
  // With what is drawn, not a moment after it: a quick hand would press into the screen of before.
  useLayoutEffect(() => {
    if (!bound) return;
    return keyboard.add({ action, depth, name, run: () => latest.current?.() });
  }, [keyboard, bound, action, depth, name]);
}

/**
 * While what answers to these keys is not known yet, each press is kept; then they are pressed again in their order, and
 * what there is by then has them or, as with any key, has no use for them.
 * @param actions the same list at every call
 */
export function useKeysKept(actions: readonly KeyAction[], isAsking: boolean): void {
  const keyboard = useKeyboard();
  const depth = use(DepthContext);
  const kept = useRef<KeyAction[]>([]);
  // After the layout effects of what is inside: its keys are bound by then.
  useLayoutEffect(() => {
    if (!isAsking) return kept.current.splice(0).forEach(keyboard.press);
    const ends = actions.map((action) => keyboard.add({ action, depth, run: () => void kept.current.push(action) }));
    return () => ends.forEach((end) => end());
  }, [keyboard, actions, depth, isAsking]);
}

/** Keys bound inside belong to a dialog; those of the screen below rest while it stands. */
export function DialogKeys({ children }: { readonly children: ReactNode }): ReactNode {
  const keyboard = useKeyboard();
  const depth = use(DepthContext);
  useLayoutEffect(() => keyboard.openDialog(), [keyboard]);
  return <DepthContext value={depth + 1}>{children}</DepthContext>;
}
