// Deflates the plotting library to the file that the build embeds: node pack.mjs OUTPUT
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { deflateRawSync } from "node:zlib";

const output = process.argv[2];
const source = readFileSync(new URL("node_modules/plotly.js-basic-dist-min/plotly-basic.min.js", import.meta.url));
mkdirSync(dirname(output), { recursive: true });
writeFileSync(output, deflateRawSync(source, { level: 9 }));
