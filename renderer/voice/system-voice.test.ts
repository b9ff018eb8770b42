import { afterEach, expect, test, vi } from 'vitest';
import { systemVoice } from './system-voice.ts';

afterEach(() => vi.unstubAllGlobals());

class Utterance extends EventTarget {
  readonly text: string;
  constructor(text: string) {
    super();
    this.text = text;
  }
}

function speech(languages: readonly string[], speak: (said: Utterance) => void) {
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance);
  const cancel = vi.fn();
  const one = { getVoices: () => languages.map((lang) => ({ lang })), speak, cancel };
  // What is used of it.
  return { one: one as unknown as SpeechSynthesis, cancel };
}

test('a system voice that never ends is cut off', async () => {
  const { one, cancel } = speech(['vi-VN'], () => undefined);
  const said = systemVoice('Mời số A 12 đến quầy 3', one, {
    after(_ms, fn) {
      queueMicrotask(fn);
      return () => undefined;
    },
  });
  await said;
  expect(cancel).toHaveBeenCalledTimes(1);
});

test.each(['end', 'error'])('one that says %s is not', async (how) => {
  const { one, cancel } = speech(['vi-VN'], (said) => queueMicrotask(() => said.dispatchEvent(new Event(how))));
  await systemVoice('Mời số A 12 đến quầy 3', one, { after: () => () => undefined });
  expect(cancel).not.toHaveBeenCalled();
});

test('without a Vietnamese voice nothing is said', async () => {
  const spoken = vi.fn();
  await systemVoice('Mời số A 12', speech(['en-US'], spoken).one);
  expect(spoken).not.toHaveBeenCalled();
});
