import type { DemoUser, ServerConfig } from './ports.ts';
import { newRecoveryKey } from './recovery-key.ts';
import type { Scrypt } from './scrypt.ts';
import { insertCounter } from './store/counters.ts';
import { hasRecoveryKey, officeById, setRecoveryKey, updateOffice } from './store/offices.ts';
import { insertPerson, personById } from './store/people.ts';
import type { Db } from './store/pool.ts';

/**
 * The demonstration province (tỉnh bản thử, decision 18): Đồng Tháp's offices; one commune centre with six counters, a
 * few users of each role and somebody in every unit; a second one with two counters, so that a dossier can travel to
 * another commune (phi địa giới). Citizens are not invented.
 */
export const DEMO_OFFICE = 'xa-29905';
export const DEMO_COUNTER = `${DEMO_OFFICE}-q3`;
export const DEMO_KIOSK = `${DEMO_OFFICE}-lay-so`;
export const DEMO_DISPLAY = `${DEMO_OFFICE}-man-hinh`;
/** Phường Cao Lãnh: `npm start` shows the first office; a second desk enrols here with a code for one of its counters. */
export const DEMO_OTHER_OFFICE = 'xa-29869';
export const DEMO_PASSWORD = 'banthu2026';

interface DemoPerson extends DemoUser {
  readonly position: string;
  readonly fields: readonly string[];
  readonly unit: string | null;
  readonly office: string;
}

const person = (
  login: string,
  name: string,
  role: DemoUser['role'],
  position: string,
  fields: readonly string[] = [],
  unit: string | null = null,
  office: string = DEMO_OFFICE,
): DemoPerson => ({ login, name, role, password: DEMO_PASSWORD, position, fields, unit, office });

const ECONOMY = 'Phòng Kinh tế, Hạ tầng và Đô thị';
const SOCIETY = 'Phòng Văn hóa - Xã hội';
const CHANCELLERY = 'Văn phòng HĐND và UBND';

const people: readonly DemoPerson[] = [
  person('ngan', 'Lê Thị Kim Ngân', 'officer', 'Công chức tiếp nhận', ['Hộ tịch', 'Chứng thực']),
  person('tam', 'Nguyễn Minh Tâm', 'officer', 'Công chức tiếp nhận', ['Chứng thực']),
  person('diem', 'Phạm Thị Ngọc Diễm', 'officer', 'Công chức tiếp nhận', ['Đất đai']),
  person('phuoc', 'Đặng Văn Phước', 'supervisor', 'Giám đốc'),
  person('bao', 'Trần Quốc Bảo', 'administrator', 'Quản trị, Quầy 6'),
  person('hoa', 'Huỳnh Thị Hoa', 'unitOfficer', 'Chuyên viên', ['Đất đai'], ECONOMY),
  person('thao', 'Bùi Thị Thanh Thảo', 'unitOfficer', 'Chuyên viên', ['Hộ kinh doanh'], ECONOMY),
  person('duc', 'Đỗ Minh Đức', 'unitOfficer', 'Chuyên viên', ['Bảo trợ xã hội'], SOCIETY),
  person('thuy', 'Ngô Thị Thu Thủy', 'unitOfficer', 'Công chức tư pháp, hộ tịch', ['Hộ tịch'], CHANCELLERY),
  person('cuong', 'Phạm Quốc Cường', 'unitOfficer', 'Cán bộ', ['Cư trú'], 'Công an'),
  person('long', 'Võ Thành Long', 'provincialViewer', 'Xem số liệu toàn tỉnh'),
  person('lan', 'Phan Thị Lan', 'officer', 'Công chức tiếp nhận', ['Hộ tịch'], null, DEMO_OTHER_OFFICE),
  person('son', 'Lâm Thanh Sơn', 'supervisor', 'Giám đốc', [], null, DEMO_OTHER_OFFICE),
  person('hai', 'Trần Văn Hải', 'unitOfficer', 'Chuyên viên', ['Đất đai'], ECONOMY, DEMO_OTHER_OFFICE),
  person('yen', 'Cao Thị Hải Yến', 'unitOfficer', 'Công chức tư pháp', ['Hộ tịch'], CHANCELLERY, DEMO_OTHER_OFFICE),
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
  for (const [office, counters] of [
    [DEMO_OFFICE, 6],
    [DEMO_OTHER_OFFICE, 2],
  ] as const) {
    for (let n = 1; n <= counters; n++) {
      await insertCounter(db, { id: `${office}-q${n}`, office, name: `Quầy ${n}`, kind: 'desk', disabled: false });
    }
    await insertCounter(db, { id: `${office}-lay-so`, office, name: 'Máy lấy số', kind: 'kiosk', disabled: false });
    await insertCounter(db, { id: `${office}-man-hinh`, office, name: 'Màn hình', kind: 'display', disabled: false });
    // Nobody keeps the private half of a demonstration's recovery key.
    if (!(await hasRecoveryKey(db, office))) await setRecoveryKey(db, office, newRecoveryKey().publicKey);
  }
  const office = await officeById(db, DEMO_OFFICE);
  if (office !== null && office.revision === 1) await updateOffice(db, { ...office, bank: demoBank }, 1);
  for (const { login, name, role, position, fields, unit, password, office: at } of people) {
    if ((await personById(db, login)) !== null) continue;
    const row = {
      id: login,
      login,
      name,
      role,
      office: at,
      unit,
      fields: [...fields],
      position,
      disabled: false,
    };
    await insertPerson(db, { ...row, password: await scrypt.hash(password) });
  }
}
