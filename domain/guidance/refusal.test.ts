import { expect, test } from 'vitest';
import { exampleProcedure } from '../procedure/example.ts';
import { communeOf, likelyReason, proposedRefusal, type KnownOffice, type RefusalFacts } from './refusal.ts';

const commune = (id: string, shortName: string, address = ''): KnownOffice => ({
  id,
  kind: 'commune-centre',
  name: `Trung tâm Phục vụ hành chính công ${shortName}`,
  shortName,
  address,
});
const saDec = commune('sa-dec', 'phường Sa Đéc', 'Số 1, đường Nguyễn Sinh Sắc');
const tanDuong = commune('tan-duong', 'xã Tân Dương', 'Ấp Tân Lợi');
const centre: KnownOffice = {
  id: 'tinh',
  kind: 'provincial-centre',
  name: 'Trung tâm Phục vụ hành chính công tỉnh Đồng Tháp',
  shortName: 'tỉnh Đồng Tháp',
  address: '377 Hùng Vương',
};
const registry: KnownOffice = {
  id: 'vpdk',
  kind: 'provincial-agency',
  name: 'Văn phòng Đăng ký đất đai tỉnh Đồng Tháp',
  shortName: 'Văn phòng Đăng ký đất đai',
  address: '',
};
const facts = (over: Partial<RefusalFacts> = {}): RefusalFacts => ({
  procedure: exampleProcedure({ decision: '163/QĐ-BTP' }),
  office: saDec,
  offices: [saDec, tanDuong, commune('tan-my', 'xã Tân Mỹ'), commune('my-tho', 'phường Mỹ Tho'), centre],
  agency: null,
  address: 'Khóm 3, phường Sa Đéc, tỉnh Đồng Tháp',
  rounds: [],
  ...over,
});
const competent = (level: 'commune' | 'police' | 'province') =>
  exampleProcedure({ competent: { level, unit: 'chancellery', unitName: '', sourced: true } });

test.each([
  ['phường Sa Đéc, tỉnh Đồng Tháp', 'sa-dec'],
  ['Ấp Tân Lợi, Tân Dương, Đồng Tháp', 'tan-duong'],
  ['ap tan loi, XA TAN DUONG', 'tan-duong'],
  ['Quận 1, thành phố Hồ Chí Minh', undefined],
  ['', undefined],
])('%s lies in %s', (address, id) => {
  expect(communeOf(address, facts().offices)?.id).toBe(id);
});

test('a bare name that two communes share names neither', () => {
  const offices = [commune('a', 'xã Tân Mỹ'), commune('b', 'phường Tân Mỹ')];
  expect(communeOf('Tân Mỹ, Đồng Tháp', offices)).toBeNull();
  expect(communeOf('phường Tân Mỹ, Đồng Tháp', offices)?.id).toBe('b');
});

test('of another commune: its centre and its address', () => {
  const there = facts({ address: 'Ấp Tân Lợi, xã Tân Dương, tỉnh Đồng Tháp' });
  expect(likelyReason(there)).toBe('wrong-authority');
  expect(proposedRefusal('wrong-authority', there)).toEqual({
    why: 'wrong-authority',
    reason: 'Thủ tục “Thủ tục thử” thuộc thẩm quyền giải quyết của Trung tâm Phục vụ hành chính công xã Tân Dương',
    legalBasis:
      'Điều 17 Nghị định 118/2025/NĐ-CP, sửa đổi, bổ sung tại Nghị định 309/2026/NĐ-CP; Quyết định 163/QĐ-BTP',
    rightAgency: { name: 'Trung tâm Phục vụ hành chính công xã Tân Dương', address: 'Ấp Tân Lợi' },
  });
});

test('of our own commune nothing is made up', () => {
  expect(likelyReason(facts())).toBe('not-allowed');
  expect(proposedRefusal('wrong-authority', facts()).rightAgency).toBeNull();
  expect(proposedRefusal('not-allowed', facts())).toMatchObject({ reason: '', rightAgency: null });
});

test('of the police: those of the commune the applicant lives in', () => {
  const police = facts({ procedure: competent('police') });
  expect(likelyReason(police)).toBe('wrong-authority');
  expect(proposedRefusal('wrong-authority', police).rightAgency?.name).toBe('Công an phường Sa Đéc');
});

test('of a provincial agency without an address: where it receives', () => {
  const province = facts({ procedure: competent('province'), agency: registry });
  expect(proposedRefusal('wrong-authority', province).rightAgency).toEqual({
    name: registry.name,
    address: `nộp tại ${centre.name}, ${centre.address}`,
  });
  const placed = { ...registry, address: 'Số 5' };
  expect(proposedRefusal('wrong-authority', { ...province, agency: placed }).rightAgency?.address).toBe('Số 5');
  expect(proposedRefusal('wrong-authority', { ...province, agency: null }).rightAgency?.name).toBe(centre.name);
});

test('asked for and not brought: the day of the request stands in the reason', () => {
  const round = {
    eventId: 'e',
    by: 'counter' as const,
    round: 1,
    demands: [],
    reason: '',
    returnCode: '',
    answerBy: null,
    brought: [],
    at: '2026-11-23T10:46:00',
    answeredAt: null,
    override: null,
    approvedBy: null,
  };
  const waiting = facts({ rounds: [round] });
  expect(likelyReason(waiting)).toBe('not-supplemented');
  expect(proposedRefusal('not-supplemented', waiting).reason).toContain('ngày 23/11/2026');
  expect(likelyReason(facts({ rounds: [{ ...round, answeredAt: '2026-11-25T08:00:00' }] }))).toBe('not-allowed');
});
