import type { DemoUser, ServerConfig } from './ports.ts';
import { newRecoveryKey } from './recovery-key.ts';
import type { Scrypt } from './scrypt.ts';
import { insertCounter } from './store/counters.ts';
import { hasRecoveryKey, officeById, setRecoveryKey, updateOffice } from './store/offices.ts';
import { insertPerson, personById } from './store/people.ts';
import type { Db } from './store/pool.ts';

/**
 * The demonstration province (tỉnh bản thử, decision 18): Đồng Tháp's offices, one commune centre with six counters, a
 * few users of each role. Citizens are not invented.
 */
export const DEMO_OFFICE = 'xa-29905';
export const DEMO_COUNTER = `${DEMO_OFFICE}-q3`;
export const DEMO_PASSWORD = 'banthu2026';

interface DemoPerson extends DemoUser {
  readonly position: string;
  readonly fields: readonly string[];
  readonly unit: string | null;
}

const person = (
  login: string,
  name: string,
  role: DemoUser['role'],
  position: string,
  fields: readonly string[] = [],
  unit: string | null = null,
): DemoPerson => ({ login, name, role, password: DEMO_PASSWORD, position, fields, unit });

const people: readonly DemoPerson[] = [
  person('ngan', 'Lê Thị Kim Ngân', 'officer', 'Công chức tiếp nhận', ['Hộ tịch', 'Chứng thực']),
  person('tam', 'Nguyễn Minh Tâm', 'officer', 'Công chức tiếp nhận', ['Chứng thực']),
  person('diem', 'Phạm Thị Ngọc Diễm', 'officer', 'Công chức tiếp nhận', ['Đất đai']),
  person('phuoc', 'Đặng Văn Phước', 'supervisor', 'Giám đốc'),
  person('bao', 'Trần Quốc Bảo', 'administrator', 'Quản trị, Quầy 6'),
  person('hoa', 'Huỳnh Thị Hoa', 'unitOfficer', 'Chuyên viên', ['Đất đai'], 'Phòng Kinh tế, Hạ tầng và Đô thị'),
  person('long', 'Võ Thành Long', 'provincialViewer', 'Xem số liệu toàn tỉnh'),
];

export const demoConfig: NonNullable<ServerConfig['demo']> = {
  banner: 'BẢN THỬ',
  users: people.map(({ login, name, role, password }) => ({ login, name, role, password })),
};

/** To look at the code with; no such account exists, so nothing can be paid into it. */
const demoBank = {
  bin: '970436',
  account: '0000000000',
  holder: 'BAN THU KHONG CHUYEN TIEN',
  bankName: 'Ngân hàng bản thử',
};

/** Adds what is missing of the demonstration; what was changed in it stays changed. */
export async function fillDemo(db: Db, scrypt: Scrypt): Promise<void> {
  for (let n = 1; n <= 6; n++) {
    await insertCounter(db, { id: `${DEMO_OFFICE}-q${n}`, office: DEMO_OFFICE, name: `Quầy ${n}`, disabled: false });
  }
  // Nobody keeps the private half of a demonstration's recovery key.
  if (!(await hasRecoveryKey(db, DEMO_OFFICE))) await setRecoveryKey(db, DEMO_OFFICE, newRecoveryKey().publicKey);
  const office = await officeById(db, DEMO_OFFICE);
  if (office !== null && office.revision === 1) await updateOffice(db, { ...office, bank: demoBank }, 1);
  for (const { login, name, role, position, fields, unit, password } of people) {
    if ((await personById(db, login)) !== null) continue;
    const row = {
      id: login,
      login,
      name,
      role,
      office: DEMO_OFFICE,
      unit,
      fields: [...fields],
      position,
      disabled: false,
    };
    await insertPerson(db, { ...row, password: await scrypt.hash(password) });
  }
}
