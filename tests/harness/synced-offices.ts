import { afterAll, afterEach, beforeAll } from 'vitest';
import type { PushPorts } from '../../server/push/push.ts';
import { deskAt, loginAt, type DeskAt } from './desk-at.ts';
import type { OfficeLan } from './office-lan.ts';
import { testProvince, type TestProvince } from './test-server.ts';

/** A real province that listens, with an officer in each of these offices; what desks a test opens are gone after it. */
export interface SyncedOffices {
  readonly province: TestProvince;
  /**
   * A desk of its own data, enrolled and signed in at.
   * @param lan the office's own network, where it stands on one of the test's
   */
  desk(office?: string, counter?: string, lan?: OfficeLan): Promise<DeskAt>;
  /** One more to remove after the test: a clone. */
  add(desk: DeskAt): DeskAt;
  /** What routes and commands push by; nobody is told of it. */
  pushPorts(): PushPorts;
}

/** For a test file: begun before its tests and ended after them. The first office is meant where none is named. */
export function syncedOffices(first: string, ...more: readonly string[]): SyncedOffices {
  const desks: DeskAt[] = [];
  let begun: { readonly province: TestProvince; readonly server: string } | null = null;
  const running = (): NonNullable<typeof begun> => {
    if (begun === null) throw new Error('not begun');
    return begun;
  };
  const add = (desk: DeskAt): DeskAt => {
    desks.push(desk);
    return desk;
  };

  beforeAll(async () => {
    const province = await testProvince();
    province.clock.at = new Date().getTime();
    const server = await province.app.listen({ host: '127.0.0.1', port: 0 });
    for (const office of [first, ...more]) await province.addPerson(loginAt(office), 'officer', office);
    begun = { province, server };
  });
  afterAll(() => begun?.province.close());
  afterEach(async () => {
    for (const desk of desks.splice(0)) await desk.remove();
  });

  return {
    get province() {
      return running().province;
    },
    async desk(office = first, counter = `${office}-q1`, lan) {
      const { province, server } = running();
      return add(await deskAt(province, server, office, counter, lan));
    },
    add,
    pushPorts() {
      const { db, clock, key } = running().province;
      return { db, clock, key, grown: () => undefined, poisoned: () => undefined };
    },
  };
}

/** Nothing gets through. */
export const cut: DeskAt['line'] = () => Promise.reject(new TypeError('no line'));
/** Everything does. */
export const joined: DeskAt['line'] = (send) => send();
