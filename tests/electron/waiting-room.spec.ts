import { expect, test } from '@playwright/test';
import { demoProvince, type DemoProvince } from '../harness/demo-province.ts';
import { electronAtHand } from '../../scripts/start/choose-host.ts';
import { DEMO_DISPLAY, DEMO_KIOSK, DEMO_OFFICE } from '../../server/demo.ts';
import { endProgram, startProgram, type Program } from './program.ts';

/**
 * The window of a kiosk and of a display: the whole screen, and nothing a citizen can press leads out of it. Of no hall yet,
 * its page is where it is paired; window and keys are the same.
 */

let province: DemoProvince;
test.beforeAll(async () => {
  province = await demoProvince();
});
test.afterAll(() => province.remove());

interface Seen {
  readonly windows: number;
  readonly isKiosk: boolean;
  readonly isVisible: boolean;
  readonly hasTools: boolean;
  readonly fillsScreen: boolean;
}

function look({ app }: Program): Promise<Seen> {
  return app.evaluate(({ BrowserWindow, screen }) => {
    const [window, ...more] = BrowserWindow.getAllWindows();
    if (window === undefined) throw new Error('there is no window');
    const { width, height } = screen.getDisplayMatching(window.getBounds()).bounds;
    const bounds = window.getBounds();
    return {
      windows: 1 + more.length,
      isKiosk: window.isKiosk(),
      isVisible: window.isVisible(),
      hasTools: window.webContents.isDevToolsOpened(),
      fillsScreen: bounds.width === width && bounds.height === height,
    };
  });
}

/** Keys by which other programs are left, closed, reloaded, searched, printed, enlarged or taken apart. */
const WAYS_OUT: readonly (readonly [key: string, ...modifiers: ('control' | 'alt' | 'shift' | 'meta')[]])[] = [
  ['F4', 'alt'],
  ['W', 'control'],
  ['Q', 'control'],
  ['R', 'control'],
  ['R', 'control', 'shift'],
  ['I', 'control', 'shift'],
  ['P', 'control'],
  ['F', 'control'],
  ['Plus', 'control'],
  ['Left', 'alt'],
  ['F5'],
  ['F11'],
  ['F12'],
  ['Escape'],
];

for (const { screen, place, words } of [
  { screen: 'kiosk', place: DEMO_KIOSK, words: 'Máy lấy số' },
  { screen: 'display', place: DEMO_DISPLAY, words: 'Màn hình gọi số' },
] as const) {
  test(`the ${screen} fills its screen, and no key and no closing leads out of it`, async () => {
    const demo = JSON.stringify({
      server: province.server,
      code: await province.enrolmentCode({ office: DEMO_OFFICE, counter: place }),
    });
    const program = await startProgram('desk/electron.js', { QMC_DEMO: demo }, electronAtHand(process.env), [
      `--${screen}`,
    ]);
    try {
      const { app, page } = program;
      await expect(page.getByText(words, { exact: true })).toBeVisible();
      await expect
        .poll(() => look(program))
        .toEqual({
          windows: 1,
          isKiosk: true,
          isVisible: true,
          hasTools: false,
          fillsScreen: true,
        });
      // A page that was loaded anew would have lost it.
      await page.evaluate(() => Reflect.set(window, 'isFirst', true));
      const reached = await page.evaluate(() => {
        const keys: string[] = [];
        window.addEventListener('keydown', ({ key }) => keys.push(key), { capture: true });
        Reflect.set(window, 'reached', keys);
        return Reflect.get(window, 'isFirst');
      });
      expect(reached).toBe(true);
      await app.evaluate(({ BrowserWindow }, keys) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        for (const [keyCode, ...modifiers] of keys) {
          contents?.sendInputEvent({ type: 'keyDown', keyCode, modifiers: [...modifiers] });
          contents?.sendInputEvent({ type: 'keyUp', keyCode, modifiers: [...modifiers] });
        }
        // The last one is heard: what came before it has been judged.
        contents?.sendInputEvent({ type: 'keyDown', keyCode: 'b' });
      }, WAYS_OUT);
      await expect.poll(() => page.evaluate(() => Reflect.get(window, 'reached'))).toEqual(['Escape', 'b']);
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
      expect(await look(program)).toMatchObject({ windows: 1, isKiosk: true, isVisible: true, hasTools: false });
      expect(await page.evaluate(() => Reflect.get(window, 'isFirst'))).toBe(true);
    } finally {
      await endProgram(program);
    }
  });
}
