// 查找：按需下载 find/ 里的文件。 Looking things up: the files in find/ are fetched as they are needed.
// 怎样切词、怎样写数，与 outputs/find/ 的 grams.py、numbers.py、index.py 一致。 It cuts and reads as these do.
const ROOT = new URL("../", import.meta.url);
const ENGLISH = document.documentElement.lang === "en";
const LANGUAGE = ENGLISH ? "en" : "zh";
const MOST_KEYS = 10;
const HALF = 45;

const kept = new Map();
const json = (path) => {
  if (!kept.has(path)) {
    const asked = fetch(new URL(`find/${path}.json`, ROOT)).then((answer) => {
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      return answer.json();
    });
    asked.catch(() => kept.delete(path));
    kept.set(path, asked);
  }
  return kept.get(path);
};

export const about = () => json("index");

// 每页离现在多少天，没有日期的 -1。 How many days old each page is; -1 for those without a day.
export const days = async () => {
  const { pages, columns } = await about();
  const found = new Int32Array(pages).fill(-1);
  for (const [column, gaps] of Object.entries(await json("days"))) {
    let age = 0;
    gaps.forEach((gap, at) => {
      age += gap;
      found[columns[column][0] + at] = age;
    });
  }
  return found;
};

// 比较时只看字母、汉字和数字。 Only letters and digits count when texts are compared.
export const bare = (text) => text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

// 数表：写的是相邻两数之差。 A list of numbers, written as the gaps between them.
// 索引里的数表，先是块号，再是块里的数。 In the index the number of a block, then numbers within it.
export const numbers = (text, inBlock) => {
  const found = [];
  let last = -1;
  let size = 1;
  let gap = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const digit = code - 33 - (code > 34) - (code > 92);
    gap += (digit % HALF) * size;
    size *= HALF;
    if (digit < HALF) {
      last += gap + 1;
      found.push(last);
      if (inBlock && found.length === 1) last = -1;
      size = 1;
      gap = 0;
    }
  }
  return found;
};

const place = (key, count) => {
  let number = 2166136261;
  for (const char of [...key].slice(0, 4)) number = Math.imul(number ^ char.codePointAt(0), 16777619) >>> 0;
  return ((number ^ (number >>> 16)) >>> 0) % count;
};

const runs = (text, size) => {
  const all = [...text];
  return all.slice(size - 1).map((_, at) => all.slice(at, at + size).join(""));
};

// 汉字两字一切，其中的字母数字三个一切。 Chinese by twos, the letters and digits in it by threes.
const chinese = (part) => {
  const found = [];
  for (const run of part.split(/([a-z0-9]{3,})/)) {
    if (/^[a-z0-9]{3,}$/.test(run)) found.push(...runs(run, 3));
  }
  found.push(...runs(part, 2).filter((two) => !/^[a-z0-9]{2}$/.test(two) || !/[a-z0-9]{3}/.test(part)));
  return found;
};

const english = (part) => {
  const plain = part.normalize("NFKC").toLowerCase();
  const han = bare(plain).match(/[\u2e80-\u9fff\uf900-\ufaff]{2,}/g) || [];
  return [...(plain.match(/[a-z0-9]{2,}|[0-9]/g) || []), ...han.flatMap((run) => runs(run, 2))];
};

// 查询分成几部分，每部分要查哪些键。 The parts of a query, each with the keys to look up.
export const parse = (query) =>
  query
    .split(/\s+/)
    .map((typed) => {
      const text = bare(typed);
      const all = [...new Set(ENGLISH ? english(typed) : chinese(text))];
      const step = Math.max(1, all.length / MOST_KEYS);
      const keys = all.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
      const words = ENGLISH && !/[^\x00-\x7f]/.test(text);
      return { text, keys, sure: words || (all.length <= 1), words };
    })
    .filter((part) => part.text);

const near = (word, form) => {
  if (Math.abs(word.length - form.length) > 1 || word.slice(0, 4) !== form.slice(0, 4)) return false;
  let at = 0;
  while (at < word.length && word[at] === form[at]) at += 1;
  let end = 0;
  while (end < word.length - at && end < form.length - at && word[word.length - 1 - end] === form[form.length - 1 - end]) end += 1;
  return Math.max(word.length, form.length) - at - end <= 1;
};

// 一个键在哪些页：英文同一词干的算一个，没有这个词就找以它开头的。 Where a key stands; forms of one stem are
// one key, and where a word is not known, those that begin with it.
const entry = async (key) => {
  const { words } = await about();
  const file = await json(`${LANGUAGE}/words/${place(key, words[LANGUAGE])}`);
  if (!ENGLISH || file[key]) return { lists: file[key] ? [file[key]] : [], forms: [key], close: [] };
  const forms = Object.keys(file);
  const same = forms.filter((each) => each.split(" ").includes(key));
  const longer = same.length || key.length < 4 ? same : forms.filter((each) => each.split(" ").some((form) => form.startsWith(key)));
  const close = longer.length ? [] : forms.flatMap((each) => each.split(" ").filter((form) => near(key, form)));
  return { lists: longer.map((each) => file[each]), forms: longer.flatMap((each) => each.split(" ")), close };
};

// 三、二、一：在题目里，在一句话里，在别处。 Three, two, one: in the title, in the summary, elsewhere.
const ranks = (lists, pages, blocks) => {
  const found = new Uint8Array(pages);
  for (const three of lists) {
    three.split(" ").forEach((text, level) => {
      for (const part of text.split("~").slice(1)) {
        const [block, ...rest] = numbers(part, true);
        for (const number of rest) found[blocks[block] + number] = Math.max(found[blocks[block] + number], 3 - level);
      }
    });
  }
  return found;
};

// 查：全部合要求的页，和差得不远的页。 All pages that fit, and pages that nearly do.
export const search = async (query) => {
  const { pages, blocks } = await about();
  const parts = parse(query);
  const entries = await Promise.all(parts.map((part) => Promise.all(part.keys.map(entry))));
  const rank = new Uint8Array(pages);
  const held = new Uint8Array(pages);
  let keys = 0;
  let first = true;
  for (const found of entries) {
    const mine = new Uint8Array(pages).fill(found.length ? 3 : 0);
    for (const { lists } of found) {
      const each = ranks(lists, pages, blocks);
      keys += 1;
      for (let page = 0; page < pages; page += 1) {
        if (each[page]) held[page] += 1;
        if (each[page] < mine[page]) mine[page] = each[page];
      }
    }
    for (let page = 0; page < pages; page += 1) rank[page] = mine[page] && (first || rank[page]) ? rank[page] + mine[page] : 0;
    first = false;
  }
  const flat = entries.flat();
  return {
    parts,
    rank,
    nearly: Uint8Array.from(held, (count) => (count * 2 > keys && keys > 1 ? count : 0)),
    sure: parts.every((part) => part.sure),
    forms: new Set(flat.flatMap((each) => each.forms)),
    close: [...new Set(flat.flatMap((each) => each.close))],
    known: parts.flatMap((part, at) => part.keys.filter((_, n) => entries[at][n].lists.length)),
  };
};

// 一页的网址、题目、一句话、类别、日期、是否演示；到期的没有。 What a list says of a page; nothing of one whose time has ended.
const today = () => new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10);
export const page = async (number) => {
  const { run } = await about();
  const [address, title, summary, label, day, demonstration, until] = (await json(`${LANGUAGE}/pages/${Math.floor(number / run)}`))[number % run];
  if (until && today() >= until) return null;
  return { address: new URL((ENGLISH ? "en/" : "") + address, ROOT).href, title, summary, label, day, demonstration };
};

// 一个分类在几个栏目里的各项，每项有哪些页。 The choices of a facet in some columns, each with its pages.
export const facet = async (columns, key) => {
  const found = new Map();
  const { columns: all, facets } = await about();
  const asked = columns.filter((column) => facets[column].includes(key));
  for (const [at, lists] of (await Promise.all(asked.map((column) => json(`${column}/${key}`)))).entries()) {
    const start = all[asked[at]][0];
    for (const [value, text] of Object.entries(lists)) {
      if (!found.has(value)) found.set(value, []);
      for (const number of numbers(text)) found.get(value).push(start + number);
    }
  }
  return found;
};

export const fines = async (columns) => {
  const { pages, columns: all, fines: known } = await about();
  const sums = new Float64Array(pages);
  for (const column of columns.filter((each) => known.includes(each))) sums.set(await json(`${column}/fines`), all[column][0]);
  return sums;
};

const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, td, th, figcaption, div, section, main";

// 网页上的话，一段一段。 What a page says, piece by piece.
export const texts = async (address) => {
  if (!kept.has(address)) {
    kept.set(
      address,
      fetch(address)
        .then((answer) => (answer.ok ? answer.text() : ""))
        .then((text) => {
          const parsed = new DOMParser().parseFromString(text, "text/html");
          const main = parsed.querySelector("main");
          if (!main) return [];
          main.querySelectorAll("br").forEach((each) => each.replaceWith(" "));
          main.querySelectorAll("[data-apart], nav, form, script, style, svg").forEach((each) => each.remove());
          const walker = parsed.createTreeWalker(main, NodeFilter.SHOW_TEXT);
          const found = [];
          let last;
          while (walker.nextNode()) {
            const block = walker.currentNode.parentElement.closest(BLOCKS);
            if (block !== last) found.push("");
            found[found.length - 1] += walker.currentNode.data;
            last = block;
          }
          return found.map((each) => each.trim()).filter(Boolean);
        }),
    );
  }
  return kept.get(address);
};
