import { buildStandIn } from './stand-in/build.ts';

export default async function globalSetup(): Promise<void> {
  await buildStandIn();
}
