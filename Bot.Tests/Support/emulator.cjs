// node emulator.cjs PORT, from a folder whose node_modules holds @vercel/cosmosdb-server: a Cosmos DB peer on
// http://127.0.0.1:PORT, all in memory. Keep-alive is on, which its own command line cannot ask for.
const { createRequire } = require("node:module");
const load = createRequire(process.cwd() + "/");
const { createHttpServer } = load("@vercel/cosmosdb-server");

// It numbers its databases, and writes the number in base64 into addresses: the 63rd and the 127th would hold a slash
// there, and no query on them is found. Multiples of four never do.
const databases = load("@vercel/cosmosdb-server/lib/account/databases").default.prototype;
const resourceId = databases._rid;
databases._rid = function (number) {
  return resourceId.call(this, number * 4);
};

// A point read of what is not there ends in an error inside of it, where the service answers 404.
const missing = "Cannot read properties of undefined";
const complain = console.error;
console.error = (what, ...rest) => String(what).includes(missing) || complain(what, ...rest);

const server = createHttpServer({ keepAlive: true });
server.prependListener("request", (request, response) => {
  const end = response.end;
  response.end = function (text, ...rest) {
    if (request.method === "GET" && response.statusCode === 500 && String(text).includes(missing)) {
      response.statusCode = 404;
      text = JSON.stringify({ code: "NotFound", message: "Entity with the specified id does not exist in the system." });
    }
    return end.call(this, text, ...rest);
  };
});
server.keepAliveTimeout = 60000;
server.listen(Number(process.argv[2]), "127.0.0.1");
