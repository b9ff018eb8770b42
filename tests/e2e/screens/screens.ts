import type { Page } from '@playwright/test';
import { fillIn, tabTo, typeSlowly } from '../../harness/keyboard.ts';
import { goToWorkspace } from '../../harness/workspace.ts';
import type { WorkingDay } from '../../harness/working-day.ts';
import { sampleCard, typeLikeScanner } from '../../tour/scan-card.ts';
import type { Who } from './who-looks.ts';

export interface Screen {
  readonly name: string;
  readonly who: Who;
  /** From wherever the screen before it was left, by the keyboard. */
  readonly reach: (page: Page, day: WorkingDay) => Promise<void>;
  /** What stands over the screen is put away, where the next one could not be reached through it. */
  readonly leave?: (page: Page) => Promise<void>;
}

const escape = (page: Page): Promise<void> => page.keyboard.press('Escape');
const shut = async (page: Page): Promise<void> => {
  await escape(page);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};

/** Presses a key and waits for the dialog it opens. */
const opens =
  (...keys: readonly string[]) =>
  async (page: Page): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
    await page.getByRole('dialog').waitFor();
  };

/** A new dossier of a citizen with a card, for this procedure. */
async function newDossier(page: Page, procedure: string, found: string): Promise<void> {
  await goToWorkspace(page, 'Tiếp nhận');
  await page.getByText('Hồ sơ mới').first().waitFor();
  await typeLikeScanner(page, sampleCard);
  await page.getByText('087 196 004 218').waitFor();
  await page.keyboard.press('Control+2');
  await typeSlowly(page, procedure);
  await page.getByRole('option', { name: new RegExp(found) }).waitFor();
  await page.keyboard.press('Enter');
  // The first case.
  await page.locator('[data-go="case"] input:focus').waitFor();
  await page.keyboard.press('Space');
  await page.locator('[data-paper]').first().waitFor();
}

/** Marks papers with these digits, one after the other. */
async function markPapers(page: Page, digits: string): Promise<void> {
  await page.keyboard.press('Control+3');
  await page.locator('[data-paper]:focus').waitFor();
  await typeSlowly(page, digits);
}

const heading =
  (workspace: string, words: string | RegExp) =>
  async (page: Page): Promise<void> => {
    await goToWorkspace(page, workspace);
    await page.getByText(words).first().waitFor();
  };

/** Turns the verdict (Ctrl 5) and comes back to the checklist's own. */
const verdict =
  (...arrows: readonly string[]) =>
  async (page: Page): Promise<void> => {
    await page.keyboard.press('Control+5');
    await page.locator('[data-go="verdict"] input:focus').waitFor();
    for (const arrow of arrows) await page.keyboard.press(arrow);
  };

/** A dossier of the unit, in one of its lists. */
const unitDossier =
  (list: string, name: string) =>
  async (page: Page): Promise<void> => {
    await goToWorkspace(page, 'Xử lý');
    await page.keyboard.press(list);
    const row = page.getByRole('row', { name: new RegExp(name) });
    await row.waitFor();
    await page.getByRole('grid').locator('[tabindex="0"]:focus').waitFor();
    for (let n = 0; n < 20 && (await row.getAttribute('aria-selected')) !== 'true'; n += 1) {
      await page.keyboard.press('ArrowDown');
    }
    await page.getByRole('region', { name: 'Kết luận' }).getByRole('heading', { name }).waitFor();
  };

/** A step's form over a dossier of the unit. */
const unitForm =
  (list: string, name: string, key: string) =>
  async (page: Page): Promise<void> => {
    await unitDossier(list, name)(page);
    await opens(key)(page);
  };

const dossierOf =
  (name: string) =>
  async (page: Page): Promise<void> => {
    await page.keyboard.press('Control+k');
    await typeSlowly(page, name);
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Giấy tờ đã số hóa' }).waitFor();
  };

/** Every screen of the program. A new screen is one row. */
export const screens: readonly Screen[] = [
  { name: 'sign-in', who: 'nobody', reach: () => Promise.resolve() },
  {
    name: 'sign-in, password',
    who: 'nobody',
    reach: async (page) => {
      await page.keyboard.press('Enter');
      await page.getByRole('textbox', { name: 'Mật khẩu' }).waitFor();
    },
  },

  { name: 'receipt, empty', who: 'ngan', reach: (page) => page.getByText('Hồ sơ mới').first().waitFor() },
  {
    name: 'receipt, filled',
    who: 'ngan',
    reach: async (page) => {
      await newDossier(page, 'ho kinh doanh', 'Đăng ký thành lập hộ kinh doanh');
      await markPapers(page, '111');
    },
  },
  {
    name: 'slip preview',
    who: 'ngan',
    reach: async (page) => {
      await fillIn(page, 'Lệ phí', '50000');
      await page.keyboard.press('Control+p');
      await page.getByText('GIẤY TIẾP NHẬN HỒ SƠ').first().waitFor();
    },
    leave: shut,
  },
  {
    name: 'guidance, Mẫu 02',
    who: 'ngan',
    reach: async (page) => {
      await markPapers(page, '2');
      await page.getByRole('button', { name: /In phiếu yêu cầu bổ sung/ }).waitFor();
    },
  },
  { name: 'guidance, a further item', who: 'ngan', reach: opens('Alt+m'), leave: shut },
  {
    name: 'refusal, Mẫu 03',
    who: 'ngan',
    reach: async (page) => {
      await verdict('ArrowRight')(page);
      await page.getByRole('textbox', { name: 'Căn cứ' }).waitFor();
    },
  },
  {
    name: 'refused',
    who: 'ngan',
    reach: async (page) => {
      await fillIn(page, 'Lý do', 'chưa đủ tuổi thành lập hộ kinh doanh');
      await page.keyboard.press('Control+Enter');
      await page.getByText('Đã từ chối tiếp nhận').first().waitFor();
    },
    leave: (page) => page.keyboard.press('Control+Enter'),
  },
  {
    name: 'search',
    who: 'ngan',
    reach: async (page) => {
      await page.keyboard.press('Control+k');
      await typeSlowly(page, 'nguyen');
      await page.getByRole('option').first().waitFor();
    },
    leave: escape,
  },
  { name: 'attention tray', who: 'ngan', reach: opens('F8'), leave: shut },
  { name: 'keys', who: 'ngan', reach: opens('F1'), leave: shut },
  { name: 'handover', who: 'ngan', reach: heading('Bàn giao', 'Bàn giao hôm nay') },
  {
    name: 'handover, batch',
    who: 'ngan',
    reach: async (page, { waitingSlips }) => {
      await typeLikeScanner(page, waitingSlips[0] ?? '');
      await page.getByRole('button', { name: /còn \d hồ sơ chưa quét/ }).waitFor();
    },
  },
  { name: 'handover, closed short', who: 'ngan', reach: opens('Alt+l'), leave: shut },
  { name: 'handover, another place', who: 'ngan', reach: opens('Alt+o'), leave: shut },
  { name: 'results', who: 'ngan', reach: heading('Trả kết quả', 'Sẵn sàng quét') },
  { name: 'results, shelving', who: 'ngan', reach: opens('Alt+x'), leave: shut },
  { name: 'results, telling', who: 'ngan', reach: opens('Alt+i'), leave: shut },
  {
    name: 'results, going out',
    who: 'ngan',
    reach: async (page, { readySlip }) => {
      await typeLikeScanner(page, readySlip);
      await page.getByText('1 Người nhận').waitFor();
    },
  },
  {
    name: 'results, to somebody else',
    who: 'ngan',
    reach: async (page) => {
      await page.keyboard.press('Control+1');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Control+4');
      await page.keyboard.press('ArrowRight');
      await page.getByRole('img', { name: 'Ô ký tên' }).waitFor();
    },
    leave: escape,
  },
  { name: 'dossiers', who: 'ngan', reach: heading('Hồ sơ', 'Hồ sơ gần đây') },
  { name: 'dossier', who: 'ngan', reach: dossierOf('vo minh tri') },
  { name: 'dossier, flagged', who: 'ngan', reach: dossierOf('cam tu') },
  { name: 'digitising', who: 'ngan', reach: opens('Alt+u'), leave: shut },
  {
    name: 'fee taken',
    who: 'ngan',
    reach: (page) => dossierOf('vo minh tri')(page).then(() => opens('Alt+p')(page)),
    leave: shut,
  },
  { name: 'reprint', who: 'ngan', reach: opens('Control+p'), leave: shut },
  { name: 'day close', who: 'ngan', reach: heading('Sổ sách', 'Chốt ngày và in phiếu') },
  {
    name: 'cash list',
    who: 'ngan',
    reach: async (page) => {
      await page.keyboard.press('Control+2');
      await page.getByText('Tiền mặt phải có').waitFor();
    },
  },
  { name: 'cash count', who: 'ngan', reach: opens('Control+Enter'), leave: shut },
  {
    name: 'register',
    who: 'ngan',
    reach: async (page) => {
      await page.keyboard.press('Control+1');
      await page.getByRole('grid').first().waitFor();
    },
  },
  {
    name: 'settings',
    who: 'ngan',
    reach: async (page) => {
      await page.keyboard.press('F6');
      await page.getByRole('button', { name: /Lê Thị Kim Ngân/ }).focus();
      await opens('Enter')(page);
    },
    leave: shut,
  },
  {
    name: 'lock',
    who: 'ngan',
    reach: async (page) => {
      await page.keyboard.press('Control+l');
      await page.getByRole('button', { name: 'Đăng xuất' }).waitFor();
    },
  },

  { name: 'unit work', who: 'hoa', reach: heading('Xử lý', 'Quá hạn') },
  { name: 'unit, supplement', who: 'hoa', reach: unitForm('Control+1', 'Đỗ Thị Kim Thoa', '1'), leave: shut },
  { name: 'unit, opinion', who: 'hoa', reach: opens('2'), leave: shut },
  { name: 'unit, financial', who: 'hoa', reach: opens('3'), leave: shut },
  { name: 'unit, extension', who: 'hoa', reach: opens('4'), leave: shut },
  { name: 'unit, decline', who: 'hoa', reach: opens('5'), leave: shut },
  { name: 'unit, stop', who: 'hoa', reach: opens('6'), leave: shut },
  { name: 'unit, assign', who: 'hoa', reach: opens('Alt+g'), leave: shut },
  { name: 'unit, step', who: 'hoa', reach: opens('Alt+b'), leave: shut },
  { name: 'unit, result', who: 'hoa', reach: opens('Control+Enter'), leave: shut },
  { name: 'unit, brought', who: 'hoa', reach: unitForm('Control+2', 'Huỳnh Ngọc Ánh', 'Control+Enter'), leave: shut },
  { name: 'unit, paid', who: 'hoa', reach: unitForm('Control+3', 'Nguyễn Văn Sáu', 'Control+Enter'), leave: shut },
  { name: 'unit intake', who: 'hoa', reach: heading('Nhận bàn giao', 'Nhận bàn giao hôm nay') },
  { name: 'unit dossiers', who: 'hoa', reach: heading('Hồ sơ', 'Hồ sơ gần đây') },

  { name: 'office board', who: 'phuoc', reach: heading('Sảnh', 'người đang chờ') },
  {
    name: 'office board, how figures are counted',
    who: 'phuoc',
    reach: async (page) => {
      await page.keyboard.press('Alt+w');
      await page.getByText('Thời gian đi tới quầy').first().waitFor();
      await page.getByText('Theo mức chung của tỉnh').waitFor();
    },
  },
  {
    name: 'office board, its own limits',
    who: 'phuoc',
    reach: async (page) => {
      await tabTo(page, 'button', /Đổi mức/);
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
    },
    leave: async (page) => {
      await shut(page);
      await page.keyboard.press('Alt+w');
    },
  },
  {
    name: 'tickets behind a figure',
    who: 'phuoc',
    reach: async (page) => {
      await tabTo(page, 'button', /đã phục vụ/);
      await page.keyboard.press('Enter');
      await page
        .getByRole('row', { name: /đã xong/ })
        .first()
        .waitFor();
    },
    leave: escape,
  },
  {
    name: 'history of waits',
    who: 'phuoc',
    reach: async (page) => {
      await page.keyboard.press('Control+2');
      await page.getByRole('row', { name: /9 giờ/ }).waitFor();
    },
  },

  {
    name: 'province board',
    who: 'long',
    reach: (page) => page.getByRole('option', { name: /Sa Đéc/ }).waitFor(),
  },

  { name: 'administration, people', who: 'bao', reach: (page) => page.getByText('Lê Thị Kim Ngân').first().waitFor() },
  {
    name: 'administration, a person',
    who: 'bao',
    reach: async (page) => {
      await page.getByRole('grid').locator('[tabindex="0"]:focus').waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('textbox').nth(1).waitFor();
    },
  },
  {
    name: 'administration, counters',
    who: 'bao',
    reach: async (page) => {
      await page.keyboard.press('Control+2');
      await page.getByText('Quầy 3').first().waitFor();
    },
  },
  {
    name: 'administration, a counter',
    who: 'bao',
    reach: async (page) => {
      await page.getByRole('grid').locator('[tabindex="0"]:focus').waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('radiogroup', { name: 'Nơi này là' }).waitFor();
    },
  },
  {
    name: 'administration, offices',
    who: 'bao',
    reach: async (page) => {
      await page.keyboard.press('Control+3');
      await page.getByRole('grid').waitFor();
    },
  },
  {
    name: 'administration, calling',
    who: 'bao',
    reach: async (page) => {
      await page.keyboard.press('Control+6');
      await page.getByText('Theo mức chung của tỉnh').waitFor();
    },
  },
  {
    name: 'administration, templates',
    who: 'bao',
    reach: async (page) => {
      await page.keyboard.press('Control+4');
      await page.getByRole('grid').locator('[tabindex="0"]:focus').waitFor();
    },
  },
  {
    name: 'administration, a template',
    who: 'bao',
    reach: async (page) => {
      await page.keyboard.press('Enter');
      await page.locator('[data-editor]').waitFor();
      await page.keyboard.press('Enter');
    },
  },
];
