import type { Cast } from '../cast.ts';
import { fill, receive } from '../counter.ts';
import { people } from '../people.ts';
import { byReceipt, handOver } from '../unit.ts';

/** Two desks of one unit, both without a line, ask for a supplement of the same dossier. */
export async function bothAskOffline(cast: Cast): Promise<string> {
  const { officer, unit, unitAgain, unitDesk, secondUnitDesk } = cast;
  const filled = await fill(officer, { applicant: people.twoSides, procedureCode: '1.001612' });
  const { dossierId } = await receive(officer, filled);
  await officer.call('slip.print', { dossierId, form: '01', about: null });
  await handOver(officer, unit, [dossierId], byReceipt(officer));
  await unitAgain.until('dossier.get', { id: dossierId }, (page) => page.row.state === 'processing');

  unitDesk.setLine(false);
  secondUnitDesk.setLine(false);
  const { start } = await unit.call('processing.get', { id: dossierId });
  const [paper] = start.papers;
  const demand = (reason: string) => ({
    paperId: paper?.paperId ?? null,
    name: paper?.name ?? 'Giấy đề nghị đăng ký hộ kinh doanh',
    state: 'wrong' as const,
    originals: 1,
    certified: 0,
    copies: 0,
    bring: '1 bản chính',
    reason,
  });
  await unit.call('processing.requestSupplement', {
    id: dossierId,
    demands: [demand('thiếu chữ ký')],
    reason: 'Giấy đề nghị chưa ký',
    answerBy: null,
    approval: null,
  });
  await unit.call('slip.print', { dossierId, form: '02', about: null });
  await unitAgain.call('processing.requestSupplement', {
    id: dossierId,
    demands: [demand('sai ngành nghề')],
    reason: 'Ngành nghề ghi chưa đúng',
    answerBy: null,
    approval: null,
  });
  unitDesk.setLine(true);
  secondUnitDesk.setLine(true);
  await officer.until('dossier.get', { id: dossierId }, (page) => page.flags.length > 0);
  return dossierId;
}

/** The counter chooses what the form says by itself, tells the citizen once, and the slip that holds from now on is kept. */
export async function settleTheTwo({ officer, unitAgain, keep }: Cast, dossierId: string): Promise<void> {
  const matters = await officer.call('attention.list', {});
  const matter = matters.find((row) => row.dossierId === dossierId && row.kind === 'two-sides');
  if (matter === undefined) throw new Error('nothing to settle');
  const { key } = matter;
  const open = await officer.call('attention.open', { dossierId, key });
  const choices = Object.fromEntries(open.rows.map((row) => [row.key, row.choice]));
  const { callBack } = await officer.call('attention.settle', {
    dossierId,
    key,
    choices,
    reason: 'Theo phiếu người dân đang giữ, đã hỏi lại phòng chuyên môn',
    told: 'later',
  });
  if (callBack) {
    const text = 'Đã gọi, báo mang giấy đề nghị đã ký đến quầy';
    await officer.call('attention.told', { dossierId, way: 'phone', text });
  }
  await unitAgain.until('dossier.get', { id: dossierId }, (page) => page.flags.length === 0);
  await keep(officer, { dossierId, form: '02', about: null }, 'hai-noi-da-chot-mau-02');
}
