import { takeFolder } from '../../main/store/folder.ts';
import { receiveComplete } from './complete-receipt.ts';
import { enrolledFolder, type EnrolledFolder } from './enrolled-folder.ts';
import { fakeProvince, type FakeProvince } from './fake-province.ts';
import { openTestDesk } from './test-desk.ts';

/** A desk's folder with three receipts in its log that a province has confirmed; nobody works on it. */
export interface ConfirmedReceipts {
  readonly made: EnrolledFolder;
  readonly province: FakeProvince;
  readonly folder: ReturnType<typeof takeFolder>;
}

export async function confirmedReceipts(): Promise<ConfirmedReceipts> {
  const made = await enrolledFolder();
  const province = fakeProvince(made);
  const desk = await openTestDesk(made.path, { fetch: province.fetch });
  await desk.signIn('ngan');
  for (let n = 0; n < 3; n++) {
    await receiveComplete(desk);
  }
  await province.round(desk);
  await desk.desk.close();
  return { made, province, folder: takeFolder(made.path) };
}
