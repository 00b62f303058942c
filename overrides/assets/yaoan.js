// 菜单、阅读工具和搜索。网页没有它也能读。 The menu, the reading tools and the search; every page reads well without it.

// 菜单：按 Esc 或点别处收起。 The menu closes on Escape and on a tap elsewhere.
(() => {
  const menu = document.querySelector(".menu");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => {
    if (menu && !menu.contains(event.target)) menu.open = false;
  });
})();

// 关怀版：大字、高反差、一栏，记在这台设备上。 The easy view, remembered on this device.
(() => {
  const button = document.querySelector("button.ease");
  if (!button) return;
  const root = document.documentElement.classList;
  const tell = () => button.setAttribute("aria-pressed", String(root.contains("care")));
  button.addEventListener("click", () => {
    root.toggle("care");
    tell();
    try {
      localStorage.setItem("yaoan-care", root.contains("care") ? "on" : "off");
    } catch (error) {}
  });
  tell();
})();

// 打印、复制网址。 Print, and copy the address.
(() => {
  const on = (name, act) => {
    const button = document.querySelector(`.tools .${name}`);
    if (button) button.addEventListener("click", () => act(button));
  };
  on("print", () => window.print());

  const byHand = (text) => {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  };
  on("copy", async (button) => {
    const canonical = document.querySelector("link[rel=canonical]");
    const text = canonical ? canonical.href : location.href.split("#")[0];
    try {
      await navigator.clipboard.writeText(text);
    } catch (error) {
      byHand(text);
    }
    button.focus();
    button.textContent = button.dataset.done;
  });
})();

// 朗读：用浏览器自己的声音，一段一段地读。 Read aloud by the browser's own voice, paragraph by paragraph.
(() => {
  const button = document.querySelector(".tools .listen");
  const speech = window.speechSynthesis;
  if (!button || !document.documentElement.classList.contains("voice")) return;
  const listen = button.textContent;
  const language = (element) => element.closest("[lang]").lang.slice(0, 2).toLowerCase();
  const voiceOf = (tongue) =>
    speech.getVoices().find((voice) => voice.lang.slice(0, 2).toLowerCase() === tongue);
  const show = () => button.classList.toggle("ready", Boolean(voiceOf(language(button))));
  let parts = [];
  let turn = 0;

  // 不读列表、分享和里面还有段落的。 Not the lists of cards, the sharing, nor what holds paragraphs of its own.
  const passages = () =>
    [...document.querySelectorAll("main h1, main h2, main h3, main p, main li, main dt, main dd")].filter(
      (each) => !each.querySelector("p, li, dd") && !each.closest(".cards, .around, .share, form")
    );

  const mark = (element) => {
    document.querySelectorAll(".spoken").forEach((each) => each.classList.remove("spoken"));
    if (element) element.classList.add("spoken");
  };
  const stop = () => {
    turn += 1;
    speech.cancel();
    mark(null);
    button.textContent = listen;
  };
  const next = (mine) => {
    if (mine !== turn) return;
    const element = parts.shift();
    if (!element) {
      stop();
      return;
    }
    const said = new SpeechSynthesisUtterance(element.innerText);
    said.lang = language(element) === "zh" ? "zh-CN" : "en-GB";
    said.voice = voiceOf(language(element)) || null;
    said.onend = () => next(mine);
    said.onerror = () => next(mine);
    mark(element);
    speech.speak(said);
  };
  button.addEventListener("click", () => {
    if (button.textContent !== listen) {
      stop();
      return;
    }
    stop();
    button.textContent = button.dataset.stop;
    parts = passages();
    next(turn);
  });
  window.addEventListener("pagehide", stop);
  show();
  if (speech.addEventListener) speech.addEventListener("voiceschanged", show);
})();

// 搜索。 The search.
(() => {
  const root = new URL("../", document.currentScript.src);

  // 搜索：只在搜索页，读者要搜时才下载索引。 The search: its index is fetched only when asked.
  const input = document.getElementById("q");
  const list = document.getElementById("search-results");
  if (!input || !list) return;
  const status = document.getElementById("search-status");
  const words = document.getElementById("main").dataset;
  const STEP = 10;
  const LOOK = 30;
  const FEW = 5;
  const HAN = /\p{Script=Han}/u;
  let turn = 0;
  let engine;

  const fresh = (tag, name, text) => {
    const made = document.createElement(tag);
    if (name) made.className = name;
    if (text) made.textContent = text;
    return made;
  };

  // 比较时不计较标点、空格、全角半角。 Compared without punctuation, spaces and width.
  const bare = (text) => text.normalize("NFKC").toLowerCase().replace(/[\s\p{P}\u200b]/gu, "");

  const load = async () => {
    if (!engine) {
      engine = await import(new URL("pagefind/pagefind.js", root).href);
      await engine.init();
    }
    return engine;
  };

  // 至少有连着的两个字（外文三个字母）相同才算。 Two characters (three letters) in a row must be the same.
  const near = (page, parts) => {
    const marked = page.excerpt.split(/<\/?mark>/).filter((_, n) => n % 2).map(bare);
    return parts.some((part) => {
      const size = Math.min(part.length, HAN.test(part) ? 2 : 3);
      return [...part.slice(size - 1)].some((_, n) => marked.some((word) => word.includes(part.slice(n, n + size))));
    });
  };

  // 先是含有原词的，题目里有的最前。 First the pages that hold the words as typed, titles before texts.
  const sift = async (results, parts) => {
    const pages = await Promise.all(results.slice(0, LOOK).map((each) => each.data()));
    const holds = (text) => parts.every((part) => bare(text).includes(part));
    const rank = (page) => (holds(page.meta.title) ? 2 : holds(page.meta.title + page.content) ? 1 : 0);
    const [none, some, title] = [0, 1, 2].map((n) => pages.filter((page) => rank(page) === n));
    return [[...title, ...some], [...none.filter((page) => near(page, parts)), ...results.slice(LOOK)]];
  };

  // 索引和浏览器分词不同，再用单字、两字找。 Index and browser cut Chinese differently: try short pieces.
  const loosely = async (search, parts) => {
    const tally = new Map();
    for (const part of parts) {
      const all = [...part].slice(0, 12);
      const pieces = new Set(all.flatMap((one, n) => [one, one + (all[n + 1] || "")]));
      for (const piece of pieces) {
        for (const one of (await search(piece)).results) {
          const sum = tally.get(one.id) || { one, count: 0 };
          sum.count += 1;
          tally.set(one.id, sum);
        }
      }
    }
    return [...tally.values()].sort((a, b) => b.count - a.count).map((each) => each.one);
  };

  // 查文号只列含有它的。 For a number only the pages that hold it.
  const find = async (query) => {
    const { search } = await load();
    const parts = query.split(/\s+/).map(bare).filter(Boolean);
    const { results } = await search(query);
    const [exact, others] = await sift(results, parts);
    if ((HAN.test(query) || /\d/.test(query)) && exact.length < FEW) {
      const seen = new Set(results.map((each) => each.id));
      const more = (await loosely(search, parts)).filter((each) => !seen.has(each.id));
      exact.push(...(await sift(more, parts))[0]);
    }
    return exact.length && /\d{3}/.test(query) ? exact : [...exact, ...others];
  };

  const ENTITY = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" };
  const plain = (text) => text.replace(/\u200b/g, "").replace(/&(lt|gt|quot|#39|amp);/g, (_, name) => ENTITY[name]);

  // 摘要：原词前后的文字；没有原词就用搜索程序给的。 The words in their place, else Pagefind's excerpt.
  const excerpt = (page, query) => {
    const text = plain(page.content).replace(page.meta.title, "").replace(/^[\s.]+/, "");
    const word = query.split(/\s+/)[0].toLowerCase();
    const at = text.toLowerCase().indexOf(word);
    if (at < 0) return page.excerpt.split(/<\/?mark>/).map(plain);
    const end = at + word.length;
    const before = at > 24 ? `…${text.slice(at - 24, at).replace(/^[a-z]+ /i, "")}` : text.slice(0, at);
    return [before, text.slice(at, end), `${text.slice(end, end + 60).replace(/ [a-z]+$/i, "")}…`];
  };

  const item = (page, query) => {
    const li = fresh("li");
    const link = fresh("a", "", page.meta.title);
    link.href = page.url;
    const text = fresh("p");
    text.append(...excerpt(page, query).map((part, n) => (n % 2 ? fresh("mark", "", part) : part)));
    li.append(link, text, fresh("p", "meta", page.meta.column));
    return li;
  };

  const show = async (found, query, from) => {
    const pages = await Promise.all(found.slice(from, from + STEP).map((each) => (each.data ? each.data() : each)));
    const items = pages.map((page) => item(page, query));
    list.append(...items);
    if (from) items[0].querySelector("a").focus();
    if (found.length <= from + STEP) return;
    const more = fresh("button", "", words.more);
    more.type = "button";
    more.onclick = () => {
      more.remove();
      show(found, query, from + STEP);
    };
    list.after(more);
  };

  const run = async () => {
    const query = input.value.trim();
    const mine = ++turn;
    list.textContent = "";
    document.querySelectorAll("#search-results + button").forEach((button) => button.remove());
    status.textContent = query ? words.busy : "";
    if (!query) return;
    try {
      const found = await find(query);
      if (mine !== turn) return;
      status.textContent = found.length ? words.found.replace("{count}", found.length) : words.none;
      await show(found, query, 0);
    } catch (error) {
      if (mine === turn) status.textContent = words.failed;
    }
  };

  input.form.addEventListener("submit", (event) => {
    event.preventDefault();
    history.replaceState(null, "", `?q=${encodeURIComponent(input.value.trim())}`);
    input.blur();
    run();
  });
  input.value = new URLSearchParams(location.search).get("q") || "";
  if (input.value) run();
})();

// 到期：网站没有按时重新生成时，到日子（北京时间，当天零点起）就不再显示。 Late rebuilds: from midnight in China on its day, what may no longer be seen is taken off the page.
(() => {
  const hide = () => {
    const today = new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10);
    document.querySelectorAll("[data-until]").forEach((each) => {
      if (today < each.dataset.until) return;
      if (each.id !== "main") {
        (each.closest(".card, .now, li, tr, dd, p") || each).remove();
        return;
      }
      const { title, notice } = each.dataset;
      const fresh = [title, notice].map((text, n) => {
        const made = document.createElement(n ? "p" : "h1");
        made.textContent = text;
        return made;
      });
      each.replaceChildren(...fresh);
      each.removeAttribute("data-until");
      document.title = title;
      const told = ".crumbs [aria-current], .guide, meta[name], meta[property], [type='application/ld+json']";
      document.querySelectorAll(told).forEach((old) => old.remove());
    });
  };
  hide();
  document.addEventListener("visibilitychange", hide);
  window.addEventListener("pageshow", hide);
})();
