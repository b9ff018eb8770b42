import { callsToGo } from '../../../domain/ticket/absence.ts';
import type { HallState } from '../../../main/hall/hall.ts';
import { hearPoints } from '../../../main/store/points.ts';
import type { Chance } from './chance.ts';
import { cableMoods } from './office-lan.ts';
import { planted } from './erase.ts';
import { problemCode } from './problem-code.ts';
import { DeskKilled, type DeskLife, type SimDesk } from './sim-desk.ts';
import type { HallStepKind, StepKind } from './steps.ts';
import type { World } from './world.ts';

/** What happens to the hall: its cables, its host, its tickets. A person's doing is not waited for; the line may take long. */
export const hallRuns: Readonly<Record<HallStepKind, (world: World, desk: SimDesk) => Promise<boolean>>> = {
  async hallCable(world, desk) {
    const before = desk.cable;
    desk.cable = world.chance.of(cableMoods);
    world.coverage.note('faults', `hall: cable ${desk.cable}`);
    await world.settle();
    return desk.cable !== before;
  },
  async hallCut(world) {
    const cut = world.hallDesks().filter(({ mood }) => mood !== 'down');
    for (const desk of cut) desk.mood = 'down';
    world.coverage.note('faults', 'hall: the office has no line');
    await world.settle();
    return cut.length > 0;
  },
  async hallKeep(world, desk) {
    const life = await world.life(desk);
    const state = life.opened.hall?.state();
    if (state === undefined) return false;
    const what = doing(state, world.chance);
    if (what === null) return false;
    act(world, 'hallKeep', `hall: ${what.name}`, async () => {
      await what.does(life);
    });
    await world.pass(world.chance.below(4_000));
    return false;
  },
  async hallTicket(world, desk) {
    const life = await world.life(desk);
    const door = life.opened.doors.door();
    if (door === null) return false;
    const command = commandOf(life, desk, world.chance);
    act(world, 'hallTicket', `hall: ${command.kind}`, async () => {
      await door.ask(command, desk.seat.user);
    });
    if (world.chance.happens(60)) await world.pass(world.chance.below(2_000));
    return false;
  },
  async killHost(world) {
    const { chance } = world;
    const host = world.hallDesks().find((desk) => desk.life?.opened.hall?.state().state === 'hosting');
    if (host === undefined) return false;
    const isNow = chance.happens(50);
    if (isNow) {
      await host.killNow();
      world.coverage.note('faults', 'hall: the host is killed');
    } else {
      host.dieAt = chance.of(hearPoints);
      host.dieBy = 'killHost';
    }
    // As long as its loss is looked at, and somebody may take over.
    await world.pass(chance.below(6_000));
    return isNow;
  },
};

interface Doing {
  readonly name: string;
  does(life: DeskLife): unknown;
}

/** What a person at that machine would do about the hall; two may take over at once, not knowing of each other. */
function doing(state: HallState, chance: Chance): Doing | null {
  switch (state.state) {
    case 'closed':
      return { name: 'opened', does: ({ opened, session }) => opened.handlers['hall.open']({}, session) };
    case 'lost':
    case 'seeking':
      return { name: 'taken over', does: ({ opened, session }) => opened.handlers['hall.takeOver']({}, session) };
    case 'hosting':
      return chance.happens(20) ? signingOff(chance) : null;
    case 'linked':
    case 'none':
      return null;
  }
}

/** The host gives the hall to another machine that is linked, or closes it. */
function signingOff(chance: Chance): Doing {
  const isHandedOn = chance.happens(60);
  return {
    name: isHandedOn ? 'handed on' : 'closed',
    does({ opened, session }) {
      const to = isHandedOn ? (opened.hall?.links()[0]?.device ?? null) : null;
      return opened.handlers['hall.signOff']({ to }, session);
    },
  };
}

function commandOf(life: DeskLife, desk: SimDesk, chance: Chance): Parameters<Door['ask']>[0] {
  const { context, doors } = life.opened;
  const view = doors.door()?.view();
  const { counter, name } = { counter: desk.seat.counter, name: desk.name };
  const own = view?.tickets.find((each) => each.state === 'called' && each.counter === counter) ?? null;
  // Not opened yet, or closed with its hall.
  if (view?.counters.some((each) => each.id === counter && each.state === 'open') === false) {
    return { kind: 'openCounter', counter, name, series: ['A', 'B'] };
  }
  if (own !== null && chance.happens(70)) {
    const call = own.calls.at(-1);
    const isAbsent = (call?.recalls ?? 0) > 0 || chance.happens(30);
    if (!isAbsent) return { kind: 'end', counter, ticket: own.id, by: 'hand', dossierId: null };
    const settings = doors.door()?.rules().settings;
    const isCalledAgain = settings !== undefined && callsToGo(call, settings) > 0;
    return { kind: isCalledAgain ? 'recall' : 'noShow', counter, ticket: own.id };
  }
  if (own === null && chance.happens(45)) return { kind: 'callNext', counter };
  const ticket = context.random.id();
  return {
    kind: 'issue',
    ticket,
    series: chance.of(['A', 'B']),
    field: null,
    lane: 'ordinary',
    priority: null,
    source: 'counter',
    bookedFor: null,
    dossierId: null,
    personKey: null,
    sealedPerson: planted(ticket),
    secondBecause: null,
    told: null,
  };
}
type Door = NonNullable<ReturnType<DeskLife['opened']['doors']['door']>>;

function act({ coverage, strange, took }: World, kind: StepKind, name: string, work: () => Promise<void>): void {
  work().then(
    () => {
      took(kind);
      coverage.note('faults', name);
    },
    (error: unknown) => {
      if (error instanceof DeskKilled) return;
      const code = problemCode(error);
      if (code === null) strange.push(error);
      else coverage.note('refused by the desk', code);
    },
  );
}
