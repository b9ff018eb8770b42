import { timingSafeEqual } from 'node:crypto';
import { memberLine, type Address, type Hello, type HallRole, type Member } from '../../contract/hall.ts';
import { signText, verifyText } from '../../contract/signing.ts';
import { ProblemError } from '../../contract/problems.ts';
import type { Randomness } from '../desk/ports.ts';
import type { Store } from '../store/store.ts';
import { newHallKey, pinOf, type HallKey } from './certificate.ts';

/** The machines of the hall, and this one among them. */
export interface Members {
  readonly key: HallKey;
  readonly pin: string;
  /** Whether this machine belongs to a hall at all. */
  isIn(): boolean;
  all(): readonly Member[];
  /** All others that belong to it. */
  others(): readonly Member[];
  get(device: string): Member | null;
  /** What that machine was enrolled as, by the province's word, never its own. */
  kindOf(device: string): HallRole;
  /** Whether that key is the one this machine's desk is known by, here and to the province. */
  isKnown(device: string, pin: string): boolean;
  /** Whether the province knows that desk and its device key signed for this certificate. */
  isOfOffice(device: string, pin: string, proof: string): boolean;
  /** Takes over what is newer; what no desk of the office has signed for stays outside. @returns whether anything was */
  merge(list: readonly Member[]): boolean;
  /** Lets a machine in that has proved itself. */
  welcome(hello: Hello, pin: string, addresses: readonly Address[]): void;
  /** What a machine that is known said of itself, and where it was met. */
  met(hello: Hello, address: Address): void;
  /** Its key opens nothing any more, here or where this is told. @throws ProblemError SN-05 */
  forget(device: string): void;
  /** Forgets whom the province names no more: it has revoked them, and others may not have heard. @returns whether there were any */
  forgetRevoked(): boolean;
  /** This machine begins, or says anew what it is. */
  present(role: HallRole, addresses: readonly Address[]): void;
  proof(): string;
}

/** Signatures remembered: several for each machine a hall may have. */
const JUDGED = 1_000;

export function membersOf(store: Store, random: Randomness): Members {
  const enrolment = store.meta.get('enrolment');
  const deviceKey = store.meta.get('deviceKey');
  if (enrolment === null || deviceKey === null) throw new ProblemError('DK-03');
  const { device } = enrolment;
  const key = store.meta.get('hallKey') ?? newHallKey(random.bytes(16));
  store.transact(() => store.meta.set('hallKey', key));
  const pin = pinOf(key.certificate);
  const proof = signText(deviceKey, memberLine(device, pin));

  const all = (): readonly Member[] => store.meta.get('hallMembers') ?? [];
  const get = (id: string): Member | null => all().find((member) => member.device === id) ?? null;
  const put = (members: readonly Member[]): void => {
    const changed = new Map(members.map((member) => [member.device, member]));
    const rest = all().filter((member) => !changed.has(member.device));
    store.transact(() => store.meta.set('hallMembers', [...rest, ...members].slice(0, 200)));
  };
  // Asked of every line twice a second, and a signature is good or bad for ever.
  const judged = new Map<string, boolean>();
  const hasSigned = (key: string, text: string, signature: string): boolean => {
    const asked = JSON.stringify([key, text, signature]);
    const isGood = judged.get(asked) ?? verifyText(key, text, signature);
    if (judged.size >= JUDGED) judged.clear();
    judged.set(asked, isGood);
    return isGood;
  };
  // Of a machine the province has not told of, the least.
  const kindOf = (id: string): HallRole =>
    (store.reference.get('devices') ?? []).find((one) => one.id === id)?.kind ?? 'display';
  const isOfOffice = (id: string, itsPin: string, itsProof: string): boolean => {
    const desk = (store.reference.get('devices') ?? []).find((one) => one.id === id);
    return desk !== undefined && hasSigned(desk.publicKey, memberLine(id, itsPin), itsProof);
  };

  return {
    key,
    pin,
    isIn: () => get(device)?.gone === false,
    all,
    others: () => all().filter((member) => member.device !== device && !member.gone),
    get,
    kindOf,
    isKnown(id, itsPin) {
      const member = get(id);
      if (member === null || member.gone || !isSame(member.certificate, itsPin)) return false;
      return isOfOffice(id, itsPin, member.proof);
    },
    isOfOffice,
    merge(list) {
      const taken = list.flatMap((member) => {
        if (!isOfOffice(member.device, member.certificate, member.proof)) return [];
        const known = get(member.device);
        if (known === null || member.revision > known.revision) return [member];
        if (member.revision < known.revision || known.gone) return [];
        if (member.gone) return [member];
        const addresses = together(known.addresses, member.addresses);
        return addresses.length > known.addresses.length ? [{ ...known, addresses }] : [];
      });
      if (taken.length > 0) put(taken);
      return taken.length > 0;
    },
    welcome(hello, itsPin, addresses) {
      const { device: id, name, counter, proof: itsProof } = hello;
      const role = kindOf(id);
      const revision = (get(id)?.revision ?? 0) + 1;
      const entry = { device: id, certificate: itsPin, proof: itsProof, name, counter, role };
      put([{ ...entry, addresses: [...addresses], revision, gone: false }]);
    },
    met({ device: id, name, counter }, address) {
      const member = get(id);
      if (member === null || member.gone) return;
      const said = { ...member, name, counter, role: kindOf(id), addresses: together([address], member.addresses) };
      if (JSON.stringify(said) !== JSON.stringify(member)) put([said]);
    },
    forget(id) {
      const member = get(id);
      if (member === null || member.gone) throw new ProblemError('SN-05');
      put([asGone(member)]);
    },
    forgetRevoked() {
      const named = new Set((store.reference.get('devices') ?? []).map(({ id }) => id));
      // Of a list without this machine itself nothing is known: it has not been told yet, or is revoked.
      const revoked = named.has(device) ? all().filter((member) => !member.gone && !named.has(member.device)) : [];
      if (revoked.length > 0) put(revoked.map(asGone));
      return revoked.length > 0;
    },
    present(role, addresses) {
      const known = get(device);
      const { deviceName: name, counter } = enrolment;
      const revision = known === null ? 1 : known.gone ? known.revision + 1 : known.revision;
      const said = {
        device,
        certificate: pin,
        proof,
        name,
        counter,
        role,
        addresses: [...addresses],
        revision,
        gone: false,
      };
      if (JSON.stringify(said) !== JSON.stringify(known)) put([said]);
    },
    proof: () => proof,
  };
}

function asGone(member: Member): Member {
  return { ...member, gone: true, revision: member.revision + 1 };
}

/** The ones before first, each once. */
function together(first: readonly Address[], then: readonly Address[]): Address[] {
  const all = [...first, ...then].map(({ host, port }) => ({ host, port }));
  return all
    .filter((one, at) => all.findIndex(({ host, port }) => host === one.host && port === one.port) === at)
    .slice(0, 4);
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
