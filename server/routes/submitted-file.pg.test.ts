import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { portalFileReplySchema, PORTAL_FILE_BYTES } from '../../contract/exchange/file.ts';
import { importReplySchema } from '../../contract/exchange/packet.ts';
import { sha256 } from '../../contract/signing.ts';
import {
  answerOf,
  OFFICE,
  OTHER,
  testProvince,
  type TestDesk,
  type TestProvince,
} from '../../tests/harness/test-server.ts';
import { portalKeyOf } from '../keys.ts';
import { portalFiles } from '../portal/files.ts';
import { systemRandom } from '../random.ts';
import { insertApiKey } from '../store/api-keys.ts';
import { openPortal } from '../store/portal.ts';

/** A portal of our own, that also does what a portal should not. */
const asked: string[] = [];
const portal: Server = createServer((request, response) => {
  const { url = '' } = request;
  asked.push(url);
  switch (url) {
    case '/tep/to-khai.pdf':
      return response.end('%PDF-1.4 tờ khai');
    case '/tep/lon.pdf':
      return response.end(Buffer.alloc(PORTAL_FILE_BYTES + 1));
    case '/tep/di-noi-khac.pdf':
      return response.writeHead(302, { location: '/tep/to-khai.pdf' }).end();
    default:
      return response.writeHead(404).end();
  }
});
const KEY = `qmc_${'b'.repeat(43)}`;
let province: TestProvince;
let desk: TestDesk;
let other: TestDesk;
let origin = '';
let dossier = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => portal.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(portal.address() as AddressInfo).port}`;
  province = await testProvince();
  [desk, other] = [await province.enrol(OFFICE), await province.enrol(OTHER)];
  const made = { publicKey: portalKeyOf(province.key).publicKey, device: systemRandom.id(), log: systemRandom.id() };
  await openPortal(province.db, { ...made, now: province.clock.at });
  await insertApiKey(province.db, { id: systemRandom.id(), name: 'Cổng thử', hash: sha256(KEY), created_at: 1 });
  const file = (name: string, address: string) => ({ TenTepDinhKem: name, DuongDanTaiTepTin: address });
  const packet = {
    MaHoSo: 'THU-261124-01',
    MaTTHC: '1.004873',
    TenTTHC: 'Xác nhận tình trạng hôn nhân',
    ChuHoSo: 'Nguyễn Văn An',
    HinhThuc: '1',
    TrangThaiHoSo: '1',
    DonViXuLy: OFFICE,
    TaiLieuNop: [
      file('Tờ khai', `${origin}/tep/to-khai.pdf`),
      file('Tệp lớn', `${origin}/tep/lon.pdf`),
      file('Đi nơi khác', `${origin}/tep/di-noi-khac.pdf`),
      file('Không có', `${origin}/tep/khong-co.pdf`),
      file('Máy trong nhà', 'http://169.254.169.254/latest/meta-data'),
      file('Không phải địa chỉ', 'tep/to-khai.pdf'),
    ],
    DanhSachTepDinhKemKhac: [{ TenGiayTo: 'Bản sao', SoLuong: '1', LoaiGiayTo: '1' }],
  };
  const reply = await province.app.inject({
    method: 'POST',
    url: '/v1/import/dossiers',
    headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
    payload: JSON.stringify({ data: [packet] }),
  });
  const [row] = answerOf(reply).as(importReplySchema).rows;
  if (row?.end !== 'taken') throw new Error(JSON.stringify(row));
  dossier = row.dossier;
});
afterAll(async () => {
  await province.close();
  await new Promise((resolve) => portal.close(resolve));
});

const open = (n: number | string, of = desk, origins = [origin], id = dossier) =>
  of.ask('GET', `/v1/submitted/${id}/files/${n}`, undefined, {}, province.another({}, portalFiles(origins, false)));

test('a desk of the office that checks the dossier is handed the file the packet named', async () => {
  const { file } = (await open(0)).as(portalFileReplySchema);
  expect(Buffer.from(file, 'base64url').toString()).toBe('%PDF-1.4 tờ khai');
});

test.each([
  ['too large', 1],
  ['led elsewhere', 2],
  ['not at the portal', 3],
  ['of another host', 4],
  ['no address', 5],
])('%s: the portal gives no file', async (_, n) => {
  expect(await open(n)).toMatchObject({ status: 502, code: 'SV-10' });
});

test('a portal that was not named is never asked', async () => {
  const before = asked.length;
  expect(await open(0, desk, [])).toMatchObject({ status: 502, code: 'SV-10' });
  expect(asked).toHaveLength(before);
});

test.each([
  ['of another office', () => open(0, other)],
  ['a paper without a file', () => open(6)],
  ['beyond the last', () => open(7)],
  ['not a number', () => open('0x1')],
  ['a dossier nobody has', () => open(0, desk, [origin], systemRandom.id())],
])('%s: not there', async (_, ask) => {
  expect(await ask()).toMatchObject({ status: 404, code: 'SV-02' });
});

test('the demonstration answers its invented addresses with an invented page, a real province does not', async () => {
  const address = 'https://banthu.example/tep/to-khai.pdf';
  const page = await portalFiles([], true).fetch(address);
  expect([...(page ?? [])].slice(0, 3)).toEqual([0xff, 0xd8, 0xff]);
  expect(await portalFiles([], false).fetch(address)).toBeNull();
});
