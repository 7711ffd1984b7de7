// Serves one description after the other: reads the path of each from a line, answers
// with the URL it is served at. Starting Prism anew would take seconds each time.
"use strict";

const fs = require("node:fs");
const readline = require("node:readline");
const { createLogger } = require("@stoplight/prism-core");
const { getHttpOperationsFromSpec } = require("@stoplight/prism-http");
const { createServer } = require("@stoplight/prism-http-server");

const config = {
  checkSecurity: true,
  errors: true,
  isProxy: false,
  mock: { dynamic: false },
  validateRequest: true,
  validateResponse: true,
};
const components = { logger: createLogger("serve", { enabled: false }) };
let server;

async function serve(path) {
  if (server) await server.close();
  const document = JSON.parse(fs.readFileSync(path, "utf-8"));
  const operations = await getHttpOperationsFromSpec(document);
  server = createServer(operations, { components, config, cors: false });
  return server.listen(0, "127.0.0.1");
}

(async () => {
  for await (const path of readline.createInterface({ input: process.stdin })) {
    const said = await serve(path).catch((error) => `refused: ${error.stack}`);
    process.stdout.write(`${JSON.stringify(said)}\n`);
  }
  process.exit();
})();
