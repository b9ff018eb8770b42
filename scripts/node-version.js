// Plain JavaScript on purpose: a Node too old to run TypeScript still has to be able to say so.
// Used as: node --import ./scripts/node-version.js scripts/start.ts
const WANTED = 24;
if (Number.parseInt(process.versions.node, 10) < WANTED) {
  console.error(
    `Cần Node.js ${WANTED} trở lên, đang chạy ${process.versions.node}: chạy qua npm (npm ci && npm start). / ` +
      `Node.js ${WANTED} or newer is needed, this is ${process.versions.node}: run it through npm (npm ci && npm start).`,
  );
  process.exit(1);
}
