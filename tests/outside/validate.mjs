// Prints what @apidevtools/swagger-parser says of a description, and how many paths it has.
import SwaggerParser from "@apidevtools/swagger-parser";

const api = await SwaggerParser.validate(process.argv[2]);
console.log(`${Object.keys(api.paths).length} paths`);
