import { chanceOf, drawsOf } from './chance.ts';
import { writtenOver } from '../../../main/sync/forgotten.ts';
import { checkAtRest, type Living } from './at-rest.ts';
import { holds } from './broken.ts';
import { checkErased } from './erase.ts';
import type { Counts } from './coverage.ts';
import type { Prepared } from './prepared.ts';
import { agreeInHall, checkSame, joinHall } from './hall-agrees.ts';
import { letInByHand } from './let-in.ts';
import { checkRevoked } from './revoked.ts';
import { runStep } from './run-step.ts';
import { checkScans, sendScans } from './scans-agree.ts';
import type { DeskLife, SimDesk } from './sim-desk.ts';
import { newStory } from './story.ts';
import { stepsOf, type Step, type StepKind } from './steps.ts';
import { update } from './update.ts';
import { oddOf, openWorld, type World } from './world.ts';

export interface SimulationOptions {
  readonly seed: number;
  readonly steps: number;
  readonly without: ReadonlySet<StepKind>;
}

export interface SimulationReport {
  readonly seed: number;
  readonly steps: number;
  /** Events that officers were told of. */
  readonly told: number;
  readonly counts: Counts;
  /** Of the story that was told. */
  readonly digest: string;
}

/** How far a run came before a promise broke. */
export class SimulationFailed extends Error {
  override readonly name = 'SimulationFailed';
  readonly step: number;

  constructor(seed: number, step: number, kind: string, cause: unknown) {
    super(`seed ${seed}, step ${step} (${kind}): ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.step = step;
  }
}

/** @throws SimulationFailed with the first promise that did not hold */
export async function simulate(prepared: Prepared, options: SimulationOptions): Promise<SimulationReport> {
  const { seed, steps: count, without } = options;
  return runSteps(prepared, seed, stepsOf(seed, count, without));
}

export async function runSteps(
  prepared: Prepared,
  seed: number,
  steps: readonly Step[],
  story = newStory(),
): Promise<SimulationReport> {
  const world = await openWorld(prepared, seed, story);
  let at = 0;
  let kind = 'start';
  try {
    for (const desk of world.desks) await world.life(desk);
    await world.settle();
    await joinHall(world);
    for (const step of steps) {
      kind = step.kind;
      story.tell(`${world.time.steady()} step ${at} ${kind} ${step.desk}`);
      world.chance = chanceOf(step.n);
      world.draws = drawsOf(step.n);
      await runStep(world, step);
      lookAt(world);
      if (world.strange.length > 0) throw world.strange[0];
      await world.atServer.check(world.server, world.desks, oddOf(world));
      // A commit is never slow for long.
      if (at % 7 === 0) await world.server.release();
      at += 1;
    }
    kind = 'at rest';
    await rest(world);
    return {
      seed,
      steps: steps.length,
      told: [...world.ledger.all()].length,
      counts: world.coverage.counts(),
      digest: story.digest(),
    };
  } catch (error) {
    throw new SimulationFailed(seed, at, kind, error);
  } finally {
    await world.close();
  }
}

const SECOND = 1000;

/** First the office's own network is healed alone: its desks agree with each other, whatever the province knows. */
async function withLineCut(world: World): Promise<void> {
  for (const desk of world.hallDesks()) desk.mood = 'down';
  await agreeInHall(world);
  for (const desk of world.hallDesks()) desk.mood = 'calm';
  await world.pass(SECOND);
}

/** Heals everything, lets it drain, and holds every promise against what is left. */
async function rest(world: World): Promise<void> {
  await world.server.release();
  for (const desk of world.desks) {
    desk.mood = 'calm';
    desk.cable = 'in';
    desk.dieAt = null;
    desk.fullFor = 0;
    Object.assign(desk.scanTroubles, { dieAt: null, fullAt: null });
    desk.skew = 0;
  }
  let living = await livingOf(world);
  // What the desks of a hall show is compared before anything is sent.
  if (world.lan !== null) {
    await update(world);
    await withLineCut(world);
    living = await livingOf(world);
  }
  const waiting = (): readonly string[] =>
    living.filter(({ desk }) => !desk.isRevoked).flatMap(({ desk, life }) => waitingAt(desk, life));
  for (let left = 10 * 60; waiting().length > 0; left -= 1) {
    await world.pass(SECOND);
    lookAt(world);
    holds(left > 0, 'S8', () => `still unsent ten minutes after all is well: ${waiting().join(', ')}`);
  }
  await world.pass(75 * SECOND);
  // Desks that found something lacking after a restore of the province compare again every quarter of an hour.
  const comparing = (): readonly string[] =>
    living.filter(({ desk, life }) => !desk.isRevoked && isComparing(life)).map(({ desk }) => desk.name);
  for (let left = 60 * 60; comparing().length > 0 || waiting().length > 0; left -= 1) {
    await world.pass(SECOND);
    lookAt(world);
    holds(
      left > 0,
      'S8',
      () => `still comparing an hour after all is well: ${comparing().join(', ')}; ${waiting().join()}`,
    );
  }
  // Until here with the release before: what it could not read has waited at it.
  await update(world);
  living = await livingOf(world);
  // Everybody asks once more for what the others have sent: once a minute beside a stream of hints.
  await world.pass(75 * SECOND);
  await world.atServer.check(world.server, world.desks, oddOf(world));
  await world.atServer.checkAgain(world.server);
  await checkAtRest(world, living);
  await checkRevoked(world.server, world.odd.revoked);
  const inHall = new Set(world.hallDesks());
  checkSame(
    world,
    living.filter(({ desk }) => inHall.has(desk) && !desk.isRevoked),
  );
  const letIn = await afterLettingIn(world, living);
  await sendScans(world);
  await checkScans(world, letIn);
  await checkErased(world, world.desks);
}

/** What was kept apart is let in by hand: then every desk shows all of it as the province does. @returns ids of what is in now */
async function afterLettingIn(world: World, living: Living[]): Promise<ReadonlySet<string>> {
  const letIn = await letInByHand(world);
  await world.pass(75 * SECOND);
  lookAt(world);
  await world.atServer.check(world.server, world.desks, oddOf(world));
  await checkAtRest(world, living, letIn);
  return letIn;
}

function lookAt({ desks, progress, cursors, server }: World): void {
  for (const desk of desks) {
    progress.look(desk, !server.isHeld);
    cursors.look(desk);
  }
}

/** Whether it has not yet seen that the province, put back from a copy, holds all it had confirmed. */
/** It has not compared in this epoch, or holds what its colleague has written over and the province has not taken yet. */
function isComparing({ opened }: DeskLife): boolean {
  const { meta } = opened.context.store;
  if (writtenOver(opened.context.store).length > 0) return true;
  return meta.get('feed')?.epoch !== undefined && meta.get('compared') !== meta.get('feed')?.epoch;
}

async function livingOf(world: World): Promise<Living[]> {
  const living: Living[] = [];
  for (const desk of world.desks) living.push({ desk, life: await world.life(desk) });
  return living;
}

/** What waits at a desk: its own, and what it heard through the hall, which its own desk sends first and any desk in the end. */
function waitingAt(desk: SimDesk, { opened }: DeskLife): string[] {
  const { outbox, hearing } = opened.context.store;
  const { events } = outbox.count();
  const heard = hearing.waitingLogs().map((log) => {
    const first = hearing.waitingOf(log, 1)[0];
    return `${desk.name} heard ${first?.id ?? ''} at ${log} ${first?.seq ?? ''}`;
  });
  return [...(events === 0 ? [] : [`${desk.name} has ${events}`]), ...heard];
}
