import type { CashListReply, DayPage } from '../../../contract/desk/money.ts';
import type { User } from '../../../contract/sync.ts';
import { cashListSlip, type Drawer } from '../../../domain/form/cash-list.ts';
import { dayClose, type NumberRow, type Takings } from '../../../domain/form/day-close.ts';
import { enrolmentOf, ownOffice, type DeskContext } from '../context.ts';
import { namedId } from '../named-id.ts';
import type { SlipOrder } from '../slips/order.ts';
import { slipOffice } from '../slips/surroundings.ts';
import { doingsOn } from './doings.ts';

/** Slips of a counter's day: nobody outside the office gets them, so they carry no QR. */
const inner = { number: '', replaces: true, madeOffline: false, checkCode: '', token: '' } as const;

/** Danh sách thu phí as it stands; the same list asked for again is the same slip. */
export function cashListOrder(context: DeskContext, list: CashListReply, user: User, subjectId: string): SlipOrder {
  const { date, counter, rows, taken, givenBack, cash, total, withoutReceipt, count } = list;
  const values = cashListSlip({
    office: slipOffice(context, enrolmentOf(context).office),
    list: { day: date, counter, rows, taken, givenBack, cash, total, withoutReceipt },
    officer: counter === null ? '' : user.name,
    drawer: drawerOf(list),
    treasurer: '',
    head: headOf(context),
    copy: null,
    demo: enrolmentOf(context).demo,
  });
  return {
    ...inner,
    subject: { aggregate: 'counterDay', id: subjectId },
    form: 'cash-list',
    about: namedId(`cash list ${subjectId} ${JSON.stringify([rows, count])}`),
    template: context.reference.template('cash-list', context.localNow()),
    values,
  };
}

/** Phiếu chốt ngày of a closing. */
export function dayCloseOrder(
  context: DeskContext,
  page: DayPage,
  closing: { readonly eventId: string; readonly at: string; readonly by: string; readonly note: string },
): SlipOrder {
  const { date, counter, cash, subjectId } = page;
  const done = doingsOn(context, date);
  const values = dayClose({
    office: slipOffice(context, enrolmentOf(context).office),
    day: date,
    counter,
    closedAt: closing.at,
    received: page.received,
    ...done,
    unsent: page.unsent.dossiers.map(({ code, name, isNew, since }) => ({
      code,
      applicant: name,
      what: isNew ? 'tiếp nhận' : 'việc sau tiếp nhận',
      since,
    })),
    notHandedOver: page.notHandedOver.map(({ code, name, unit, by }) => ({
      code,
      applicant: name,
      unit,
      deadline: by,
    })),
    notPrinted: page.notPrinted.map(({ code, why }) => ({
      code,
      form: 'Mẫu 01, giấy tiếp nhận và hẹn trả',
      reason: why === 'never' ? 'chưa tạo phiếu' : 'in không được',
    })),
    numbers: numberRows(context, page),
    takings: takingsOf(cash),
    drawer: drawerOf(cash),
    note: closing.note,
    officer: closing.by,
    head: headOf(context),
    copy: null,
    demo: enrolmentOf(context).demo,
  });
  return {
    ...inner,
    subject: { aggregate: 'counterDay', id: subjectId },
    form: 'day-close',
    about: closing.eventId,
    template: context.reference.template('day-close', context.localNow()),
    values,
  };
}

function drawerOf({ count }: CashListReply): Drawer | null {
  return count === null ? null : { opening: count.opening, counted: count.counted, note: count.note };
}

/** Người phụ trách: who signs beside; written in by hand where the list names nobody. */
function headOf(context: DeskContext): string {
  const { office } = enrolmentOf(context);
  const users = context.store.reference.get('users') ?? [];
  return users.find((user) => user.office === office && user.role === 'supervisor' && !user.disabled)?.name ?? '';
}

function takingsOf({ rows }: CashListReply): Takings[] {
  const people = new Map<string, Takings>();
  for (const { counter, officer, how, amount } of rows) {
    const key = `${counter}\n${officer}`;
    const before = people.get(key) ?? { counter, officer, payments: 0, cash: 0, transfer: 0, online: 0 };
    people.set(key, {
      ...before,
      payments: before.payments + (amount > 0 ? 1 : 0),
      [how]: before[how] + amount,
    });
  }
  return [...people.values()];
}

/** The day's ranges run by run; a number of a cancelled dossier stands by itself, with its code. */
function numberRows(context: DeskContext, { date, numbers }: DayPage): NumberRow[] {
  const day = date.slice(2).replaceAll('-', '');
  const series = `${ownOffice(context).codePrefix ?? ''}-${day}`;
  const cancelled = new Map(numbers.used.filter((used) => used.cancelled).map((used) => [used.number, used.code]));
  const ranges = numbers.runs.flatMap(({ from, to, fate }) =>
    fate === 'used' ? withCancelled(series, from, to, cancelled) : [{ series, from, to, fate, note: '' }],
  );
  const outside = numbers.outside.map(({ number, code }) => ({
    series,
    from: number,
    to: number,
    fate: 'used' as const,
    note: `${code}, ngoài dải đang giữ`,
  }));
  const temporary = numbers.temporary.map(({ number, code, cancelled: gone }) => ({
    series: `TAM-${day}`,
    from: number,
    to: number,
    fate: gone ? ('cancelled' as const) : ('temporary' as const),
    note: code,
  }));
  return [...ranges, ...outside, ...temporary];
}

function withCancelled(series: string, from: number, to: number, cancelled: ReadonlyMap<number, string>): NumberRow[] {
  const rows: NumberRow[] = [];
  for (let number = from; number <= to; number += 1) {
    const code = cancelled.get(number);
    const last = rows.at(-1);
    if (code !== undefined) rows.push({ series, from: number, to: number, fate: 'cancelled', note: code });
    else if (last?.fate === 'used') rows[rows.length - 1] = { ...last, to: number };
    else rows.push({ series, from: number, to: number, fate: 'used', note: '' });
  }
  return rows;
}
