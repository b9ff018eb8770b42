import type { Page } from '@playwright/test';
import { signInAs } from '../../harness/keyboard.ts';
import type { WorkingDay } from '../../harness/working-day.ts';

/** Who looks: a counter, a unit, an administrator, a supervisor, the province. */
export const whoLooks = ['nobody', 'ngan', 'hoa', 'bao', 'phuoc', 'long'] as const;
export type Who = (typeof whoLooks)[number];

const names: Readonly<Record<Exclude<Who, 'nobody'>, string>> = {
  ngan: 'Lê Thị Kim Ngân',
  hoa: 'Huỳnh Thị Hoa',
  bao: 'Trần Quốc Bảo',
  phuoc: 'Đặng Văn Phước',
  long: 'Võ Thành Long',
};

/** Opens the page of the desk where this person works, and signs them in. */
export async function sitting(page: Page, { counter, unitDesk }: WorkingDay, who: Who): Promise<void> {
  await page.goto(await (who === 'hoa' ? unitDesk : counter).address());
  await page
    .getByRole('button', { name: /Lê Thị Kim Ngân/ })
    .first()
    .waitFor();
  if (who !== 'nobody') await signInAs(page, names[who]);
}
