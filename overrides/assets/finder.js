// 搜索和筛选的界面；读者要用时才下载。 The search and the filters, fetched when the reader reaches for them.
import { about, bare, days, facet, fines, page, search, texts } from "./lookup.js";

const STEP = 10;
const LOOK = 40;
const ENGLISH = document.documentElement.lang === "en";
const AROUND = ENGLISH ? [60, 150] : [24, 72];
const HAN = /\p{Script=Han}/u;

const fresh = (tag, name, ...inside) => {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.append(...inside);
  return made;
};

const said = (tag, name, text) => {
  const made = fresh(tag, name, text);
  if (ENGLISH && HAN.test(text)) made.lang = "zh";
  return made;
};

export const start = async (box) => {
  const form = box.querySelector("form");
  const status = box.querySelector("[role=status]");
  const list = box.querySelector("ol");
  const help = box.querySelector(".finder-help");
  const groups = [...box.querySelectorAll("details[data-facet]")];
  const listed = document.getElementById("listed");
  const words = box.dataset;
  const tell = (key, values = {}) => Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, value), words[key]);
  const known = await about();
  const all = Object.keys(known.columns);
  const home = box.dataset.column ? [box.dataset.column] : all;
  const filters = box.querySelector("details");
  let state;
  let turn = 0;

  // 排序、清空、再显示一些 sorting, clearing, showing more
  const sort = fresh("select");
  for (const key of ["best", "newest", "oldest", ...(home.some((each) => known.fines.includes(each)) ? ["fines"] : [])]) {
    const option = fresh("option", "", words[key]);
    option.value = key === "best" ? "" : key;
    sort.append(option);
  }
  const clear = fresh("button", "plain", words.clear);
  const more = fresh("button", "", words.more);
  clear.type = more.type = "button";
  const tools = fresh("p", "finder-tools", fresh("label", "", `${words.sort} `, sort), " ", clear);
  tools.hidden = more.hidden = true;
  status.after(tools);
  list.after(more);

  // 网址里的条件 the choices as the address has them
  const read = () => {
    const given = new URLSearchParams(location.search);
    const picks = new Map();
    for (const group of groups) {
      const values = given.getAll(group.dataset.facet).flatMap((each) => each.split(",")).filter(Boolean);
      if (values.length) picks.set(group.dataset.facet, new Set(values));
    }
    return { query: (given.get("q") || "").trim(), picks, sort: given.get("sort") || "", runs: Math.max(1, Number(given.get("more")) || 1) };
  };
  const write = (push) => {
    const given = new URLSearchParams();
    if (state.query) given.set("q", state.query);
    for (const [key, values] of state.picks) given.set(key, [...values].join(","));
    if (state.sort) given.set("sort", state.sort);
    if (state.runs > 1) given.set("more", state.runs);
    const text = given.toString().replace(/%2C/g, ",");
    history[push ? "pushState" : "replaceState"](null, "", location.pathname + (text ? `?${text}` : ""));
  };

  // 栏目也是一种条件 the column is a choice, too
  const inside = () => (state.picks.has("column") ? home.filter((each) => state.picks.get("column").has(each)) : home);
  const narrowed = () => Boolean(box.dataset.column) || state.picks.size > 0;
  const choices = (key) =>
    key === "column" ? new Map(all.map((each) => [each, Array.from({ length: known.columns[each][1] }, (_, at) => known.columns[each][0] + at)])) : facet(home, key);

  const mask = (lists) => {
    const found = new Uint8Array(known.pages);
    for (const each of lists) for (const number of each || []) found[number] = 1;
    return found;
  };

  // 每个条件各自留下哪些页 which pages each choice leaves
  const masks = async () => {
    const found = new Map();
    for (const [key, values] of state.picks) {
      const lists = await choices(key);
      found.set(key, mask([...values].map((value) => lists.get(value))));
    }
    if (narrowed()) found.set("", mask(home.map((each) => Array.from({ length: known.columns[each][1] }, (_, at) => known.columns[each][0] + at))));
    return found;
  };
  const fits = (found, kept, but) => (number) => {
    if (found && !found.rank[number]) return false;
    for (const [key, each] of kept) if (key !== but && !each[number]) return false;
    return true;
  };

  // 打开的分类里，每项还剩几条 how many each choice of an opened facet would leave
  const count = async (found, kept, mine) => {
    for (const group of groups) {
      const key = group.dataset.facet;
      const picked = state.picks.get(key);
      group.querySelector(".picked").textContent = picked ? ` · ${picked.size}` : "";
      if (!group.open) continue;
      const lists = await choices(key);
      if (mine !== turn) return;
      const fit = fits(found, kept, key);
      for (const item of group.querySelectorAll("li")) {
        const tick = item.querySelector("input") || offer(item, key);
        const left = (lists.get(tick.value) || []).filter(fit).length;
        tick.checked = Boolean(picked && picked.has(tick.value));
        item.querySelector(".left").textContent = ` (${left})`;
        item.hidden = !left && !tick.checked;
      }
    }
  };
  const offer = (item, key) => {
    const name = item.querySelector("[data-key]");
    const tick = fresh("input");
    tick.type = "checkbox";
    tick.value = name.dataset.key;
    tick.addEventListener("change", () => {
      const values = state.picks.get(key) || new Set();
      values[tick.checked ? "add" : "delete"](tick.value);
      if (values.size) state.picks.set(key, values);
      else state.picks.delete(key);
      again();
    });
    const label = fresh("label", "", tick, " ", fresh("span", "", ...name.childNodes), fresh("span", "left"));
    item.textContent = "";
    item.append(label);
    return tick;
  };

  // 先后：最合的、最新的、最早的、罚得最多的 the order of the results
  const ordered = async (found, numbers) => {
    const ages = await days();
    const sums = state.sort === "fines" ? await fines(inside()) : null;
    const [first] = known.columns[all[0]];
    const age = (number) => (ages[number] >= 0 ? ages[number] : number < first ? -1 : 1e9);
    const rank = (number) => (found && !state.sort ? found.rank[number] : 0);
    const back = state.sort === "oldest" ? -1 : 1;
    return numbers.sort((a, b) => (sums ? sums[b] - sums[a] : 0) || rank(b) - rank(a) || back * (age(a) - age(b)) || a - b);
  };

  // 两字两字都有，不等于原话在；到网页上核对。 A page may have all pieces and not the words: its text decides.
  const hit = (part, text, found) => (part.words ? spots(text, found).length > 0 : bare(text).includes(part.text));
  const checked = async (number, found) => {
    const row = await page(number);
    if (!row) return null;
    if (!found) return { ...row, extract: [row.summary] };
    let pieces = [row.summary, row.title];
    const whole = () => found.parts.every((part) => pieces.some((text) => hit(part, text, found)));
    if (!whole()) pieces = [...pieces, ...(await texts(row.address))];
    if (!found.sure && !whole()) return null;
    const many = (text) => found.parts.filter((part) => hit(part, text, found)).length;
    const worth = (text) => many(text) * 2 + (many(text) && text.length > AROUND[0] ? 1 : 0);
    const best = pieces.reduce((one, other) => (worth(other) > worth(one) ? other : one));
    return { ...row, extract: marked(best === row.title ? row.summary : best, found) };
  };

  const results = async (found, numbers) => {
    const shown = [];
    let at = 0;
    const wanted = state.runs * STEP;
    while (at < numbers.length && shown.length < wanted && at < wanted + LOOK) {
      const run = numbers.slice(at, at + Math.min(STEP, wanted - shown.length));
      at += run.length;
      shown.push(...(await Promise.all(run.map((number) => checked(number, found)))).filter(Boolean));
    }
    return { shown, at };
  };

  const draw = (rows) => {
    const items = rows.map((row) => {
      const link = said("a", "", row.title);
      link.href = row.address;
      const text = fresh("p", "", ...row.extract);
      if (ENGLISH && HAN.test(text.textContent)) text.lang = "zh";
      const day = row.day ? [" · ", fresh("time", "", spoken(row.day))] : [];
      const mark = row.demonstration ? [" · ", fresh("span", "mark", words.demonstration)] : [];
      return fresh("li", "", link, text, fresh("p", "meta", row.label, ...day, ...mark));
    });
    list.textContent = "";
    list.append(...items);
  };

  const run = async (focus) => {
    turn += 1;
    const mine = turn;
    const idle = !state.query && !state.picks.size && !state.sort;
    if (listed) listed.hidden = !idle;
    help.hidden = tools.hidden = more.hidden = true;
    sort.value = state.sort;
    if (idle) {
      list.textContent = status.textContent = "";
      await count(null, await masks(), mine);
      return;
    }
    status.textContent = words.busy;
    try {
      const [found, kept] = await Promise.all([state.query ? search(state.query) : null, masks()]);
      const fit = fits(found, kept);
      let numbers = Array.from({ length: known.pages }, (_, at) => at).filter(fit);
      let nearly = false;
      await ordered(found, numbers);
      let { shown, at } = await results(found, numbers);
      if (!shown.length && found && !/\d{3}/.test(state.query)) {
        const close = { ...found, rank: found.nearly, sure: true };
        numbers = await ordered(close, Array.from({ length: known.pages }, (_, n) => n).filter(fits(close, kept)));
        ({ shown, at } = await results(close, (numbers = numbers.slice(0, STEP))));
        nearly = shown.length > 0;
      }
      if (mine !== turn) return;
      draw(shown);
      const ended = at >= numbers.length;
      const sure = !found || found.sure || ended;
      const total = ended ? shown.length : numbers.length;
      status.textContent = shown.length ? tell(nearly ? "nearly" : sure ? "found" : "about", { count: total }) : tell(state.picks.size ? "narrow" : found && found.parts.every((part) => part.text.length < 2) ? "longer" : "none");
      more.hidden = ended;
      tools.hidden = false;
      sort.parentNode.hidden = !shown.length;
      if (!shown.length || nearly) suggest(found);
      if (focus && list.children[focus]) list.children[focus].querySelector("a").focus();
      await count(found, kept, mine);
    } catch (error) {
      if (mine === turn) status.textContent = words.failed;
    }
  };

  // 没有找到：短一点的词、写法相近的词、相近的分类 nothing found: shorter words, close words, close topics
  const suggest = (found) => {
    help.hidden = false;
    const tried = fresh("ul");
    const offered = new Set(found ? [...found.close, ...found.known.filter((word) => ENGLISH || HAN.test(word))] : []);
    const pieces = found ? found.parts.flatMap((part) => [...part.text].slice(1).map((_, at) => part.text.slice(at, at + 2))) : [];
    const alike = (text) => pieces.filter((two) => bare(text).includes(two)).length;
    const topics = [...box.querySelectorAll("details[data-facet] li")]
      .map((item) => (item.querySelector("label > span") || item).textContent.trim())
      .filter((text) => text.length < 12 * (ENGLISH ? 3 : 1) && alike(text) > (ENGLISH ? 3 : 0))
      .sort((a, b) => alike(b) - alike(a) || a.length - b.length);
    for (const word of [...new Set([...topics.slice(0, 3), ...offered])].filter((each) => each !== state.query).slice(0, 6)) {
      const link = said("a", "", word);
      link.href = `?q=${encodeURIComponent(word)}`;
      link.addEventListener("click", (event) => {
        event.preventDefault();
        move({ query: word, picks: new Map(), sort: "", runs: 1 });
        again();
      });
      tried.append(fresh("li", "", link));
    }
    help.querySelectorAll("ul").forEach((each) => each.remove());
    const lead = help.querySelector(".tried");
    lead.hidden = !tried.children.length;
    if (!lead.hidden) lead.after(tried);
  };

  const move = (to) => {
    state = to;
    form.q.value = state.query;
  };
  const again = () => {
    state.runs = 1;
    write(true);
    return run();
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    state.query = form.q.value.trim();
    form.q.blur();
    again();
  });
  sort.addEventListener("change", () => {
    state.sort = sort.value;
    again();
  });
  clear.addEventListener("click", () => {
    move({ query: "", picks: new Map(), sort: "", runs: 1 });
    again();
    form.q.focus();
  });
  more.addEventListener("click", () => {
    const from = list.children.length;
    state.runs += 1;
    write(false);
    run(from);
  });
  box.addEventListener("toggle", (event) => event.target.open && run(), true);
  window.addEventListener("popstate", () => {
    move(read());
    run();
  });

  if (location.search) move(read());
  else state = read();
  for (const group of groups) {
    group.querySelector("summary").append(fresh("span", "picked"));
    if (state.picks.has(group.dataset.facet)) filters.open = group.open = true;
  }
  await run();
};

const spoken = (day) => new Date(day).toLocaleDateString(ENGLISH ? "en-GB" : "zh-CN", { dateStyle: "long", timeZone: "UTC" });

// 原词在哪里：一段话里每处的起止 where the words stand in a text
const spots = (text, found) => {
  if (ENGLISH) {
    const all = [...text.matchAll(/[\p{L}\p{N}]+/gu)].filter((each) => found.forms.has(each[0].normalize("NFKC").toLowerCase()));
    const latin = all.map((each) => [each.index, each.index + each[0].length]);
    if (latin.length) return latin;
  }
  const where = [];
  let plain = "";
  let at = 0;
  for (const char of text) {
    for (const each of bare(char)) {
      plain += each;
      for (let n = 0; n < each.length; n += 1) where.push([at, at + char.length]);
    }
    at += char.length;
  }
  const all = [];
  for (const { text: part } of found.parts) {
    for (let from = plain.indexOf(part); part && from >= 0; from = plain.indexOf(part, from + part.length)) all.push([where[from][0], where[from + part.length - 1][1]]);
  }
  return all.sort((a, b) => a[0] - b[0]);
};

// 摘一段，原词标出 an extract with the words marked
const marked = (text, found) => {
  const all = spots(text, found);
  const first = all.length ? all[0] : [0, 0];
  const from = first[0] > AROUND[0] ? first[0] - AROUND[0] : 0;
  const to = Math.min(text.length, first[1] + AROUND[1]);
  const out = [from ? "…" : ""];
  let at = from;
  for (const [begin, end] of all) {
    if (begin < at || end > to) continue;
    out.push(text.slice(at, begin), fresh("mark", "", text.slice(begin, end)));
    at = end;
  }
  out.push(text.slice(at, to), to < text.length ? "…" : "");
  return out;
};
