// Lighthouse on a phone, slowed as it slows by itself: node measure.mjs ADDRESS PATH… prints a table.
// 用法见 make lighthouse；达不到目标就以 1 退出。 It ends with 1 when a page type misses the target.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import lighthouse from "lighthouse";

const TARGET = Number(process.env.TARGET || 99);
const RUNS = Number(process.env.RUNS || 3);
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const [root, ...pages] = process.argv.slice(2);

const chromium = () =>
  new Promise((resolve, reject) => {
    const folder = mkdtempSync(join(tmpdir(), "lighthouse-"));
    const flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"];
    const made = spawn("/usr/bin/chromium", [...flags, "--remote-debugging-port=0", `--user-data-dir=${folder}`]);
    const close = () =>
      new Promise((done) => {
        made.once("exit", () => {
          rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
          done();
        });
        made.kill();
      });
    made.once("error", reject);
    made.stderr.on("data", (text) => {
      const port = /ws:\/\/[^:]+:(\d+)/.exec(text);
      if (port) resolve({ port: Number(port[1]), close });
    });
  });

const measured = async (url) => {
  const { port, close } = await chromium();
  try {
    const { lhr } = await lighthouse(url, { port, logLevel: "error", onlyCategories: CATEGORIES });
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    return lhr;
  } finally {
    await close();
  }
};

const score = (run, name) => Math.round((run.categories[name].score ?? 0) * 100);
const value = (run, name) => run.audits[name].numericValue ?? 0;
const failing = (run) =>
  Object.values(run.categories)
    .flatMap((each) => each.auditRefs.filter((ref) => ref.weight))
    .map((ref) => run.audits[ref.id])
    .filter((audit) => audit.score !== null && audit.score < 0.9)
    .map((audit) => audit.id);

let missed = 0;
console.log(["page".padEnd(46), ...CATEGORIES, "LCP ms", "TBT ms", "CLS", "KB"].join("  "));
for (const page of pages) {
  const runs = [];
  for (let turn = 0; turn < RUNS; turn += 1) runs.push(await measured(root + page));
  runs.sort((a, b) => score(a, "performance") - score(b, "performance"));
  const run = runs[Math.floor(runs.length / 2)];
  const scores = CATEGORIES.map((name) => score(run, name));
  const cells = [
    `/${page}`.padEnd(46),
    ...scores.map((each, n) => String(each).padStart(CATEGORIES[n].length)),
    value(run, "largest-contentful-paint").toFixed(0).padStart(6),
    value(run, "total-blocking-time").toFixed(0).padStart(6),
    value(run, "cumulative-layout-shift").toFixed(3),
    (value(run, "total-byte-weight") / 1000).toFixed(1).padStart(5),
  ];
  console.log(cells.join("  "), failing(run).join(" "));
  missed += scores.some((each) => each < TARGET) ? 1 : 0;
}
process.exitCode = missed ? 1 : 0;
