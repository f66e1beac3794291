// node validate-manifest.cjs FOLDER SCHEMA FILE
// Prints what Microsoft's schema finds wrong with the file, as a JSON array of sentences; empty when nothing is.
// Reads the schema with the validator that @microsoft/app-manifest brings, set up as it does it; its own entry point
// asks for a package that it does not bring, and the localization schema has a pattern that is none with Unicode on.
const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const [folder, schema, file] = process.argv.slice(2);
const from = createRequire(folder + "/node_modules/@microsoft/app-manifest/package.json");
const Ajv = from("ajv-draft-04").default;
const read = (path) => JSON.parse(readFileSync(path, "utf8"));

const ajv = new Ajv({ allErrors: true, strictTypes: false, unicodeRegExp: false });
from("ajv-formats").default(ajv, ["uri", "email", "regex"]);
const validate = ajv.compile(read(folder + "/node_modules/@microsoft/app-manifest/build/json-schemas/teams/" + schema));
validate(read(file));
console.log(JSON.stringify((validate.errors ?? []).map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`)));
