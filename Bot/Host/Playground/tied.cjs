// Loaded before the chat window's own code (node --require), and before npx's when that starts it.
//
// 1. It ends with the bot. Its standard input is a pipe from the bot, which closes when the bot is gone, however it went.
process.stdin.on("end", () => process.exit(0)).on("error", () => process.exit(0)).resume();
process.stdin.unref?.(); // and waiting for that keeps nothing else alive

// 2. It can be reached from this machine only. Left alone it listens on every interface, and whoever reaches it speaks
//    to the bot as a signed-in user.
const { Server } = require("node:net");
const { listen } = Server.prototype;
Server.prototype.listen = function (port, ...rest) {
  return typeof port === "number" && typeof rest[0] !== "string"
    ? listen.call(this, port, "127.0.0.1", ...rest)
    : listen.call(this, port, ...rest);
};
