import { useEffect, useRef } from 'react';
import {
  END_GAP_MS,
  FAST_GAP_MS,
  idleScanner,
  onScanKey,
  onScanSilence,
  type ScanStep,
  type Scan,
} from '../../domain/scan/recognise.ts';

/** Who listens, the newest last: a dialog over a screen hears the scanner alone. */
const listeners: object[] = [];

/**
 * A scanner that types is heard anywhere on the screen; its keys are kept from the field with the cursor. Outside a
 * field a plain key means something at once (a paper's state), so there it is held until it is known to be a person's:
 * some 40 ms, which nobody feels.
 */
export function useScanner(onScan: (scan: Scan) => void): void {
  const latest = useRef(onScan);
  useEffect(() => {
    latest.current = onScan;
  });
  useEffect(() => {
    let state: ScanStep['state'] = idleScanner;
    let silence: ReturnType<typeof setTimeout> | undefined;
    let held: KeyboardEvent[] = [];
    const given = new WeakSet<Event>();
    const own = {};
    listeners.push(own);

    const release = (): void => {
      const events = held;
      held = [];
      for (const event of events) {
        const again = new KeyboardEvent('keydown', event);
        given.add(again);
        event.target?.dispatchEvent(again);
      }
    };
    const carryOut = (step: ScanStep): void => {
      state = step.state;
      if (state.kind === 'scanning') held = [];
      if (step.takeBack !== '') takeOut(step.takeBack);
      if (step.giveBack !== '') putIn(step.giveBack);
      if (step.scan !== null) latest.current(step.scan);
    };
    // On a busy page keys may wait longer than the timer: they are let in before silence is believed.
    const listen = (): void => {
      const pause = state.kind === 'gathering' ? FAST_GAP_MS : END_GAP_MS;
      silence = setTimeout(() => {
        silence = setTimeout(rest, 0);
      }, pause + 5);
    };
    const rest = (): void => {
      if (state.kind === 'scanning') carryOut(onScanSilence(state, performance.now()));
      if (state.kind === 'scanning') listen();
      // Whether fast keys go on is for the next key to say, by its own time.
      else release();
    };
    const onKey = (event: KeyboardEvent): void => {
      if (given.has(event) || listeners.at(-1) !== own) return;
      clearTimeout(silence);
      const { key, code, shiftKey, altKey, ctrlKey } = event;
      const step = onScanKey(state, {
        key,
        code,
        timeMs: event.timeStamp,
        shift: shiftKey,
        alt: altKey,
        ctrl: ctrlKey,
      });
      carryOut(step);
      if (state.kind === 'idle') release();
      const plain = /^[\dA-Za-z]$/.test(key) && !ctrlKey && !altKey && !takesLetters(event.target);
      if (step.swallow || (plain && state.kind === 'gathering')) {
        if (!step.swallow) held.push(event);
        event.preventDefault();
        event.stopImmediatePropagation();
      }
      if (state.kind !== 'idle') listen();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => {
      clearTimeout(silence);
      listeners.splice(listeners.indexOf(own), 1);
      window.removeEventListener('keydown', onKey, { capture: true });
    };
  }, []);
}

type TextField = HTMLInputElement | HTMLTextAreaElement;

function isField(target: EventTarget | null): target is TextField {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !['radio', 'checkbox', 'button'].includes(target.type);
}

/** A list of the system finds by letters typed. */
function takesLetters(target: EventTarget | null): boolean {
  return isField(target) || target instanceof HTMLSelectElement;
}

function change(field: TextField, value: string, cursor: number): void {
  const owner = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  // React sees a change only when the value is set past its own setter.
  Object.getOwnPropertyDescriptor(owner.prototype, 'value')?.set?.call(field, value);
  field.setSelectionRange(cursor, cursor);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** What a scanner typed before it was known is taken out of the field again. */
function takeOut(leaked: string): void {
  const field = document.activeElement;
  if (!isField(field)) return;
  const at = field.selectionStart ?? field.value.length;
  if (!field.value.slice(0, at).endsWith(leaked)) return;
  const from = at - leaked.length;
  change(field, field.value.slice(0, from) + field.value.slice(at), from);
}

function putIn(text: string): void {
  const field = document.activeElement;
  if (!isField(field)) return;
  const at = field.selectionStart ?? field.value.length;
  change(field, field.value.slice(0, at) + text + field.value.slice(at), at + text.length);
}
