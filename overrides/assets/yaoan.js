// 栏目菜单和搜索。网页没有它也能读。 The menu and the search; every page reads well without it.
(() => {
  const root = new URL("../", document.currentScript.src);

  // 菜单：按 Esc 或点别处收起。 The menu closes on Escape and on a tap elsewhere.
  const menu = document.querySelector(".menu");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => {
    if (menu && !menu.contains(event.target)) menu.open = false;
  });

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
        (each.closest(".card, li, tr, dd, p") || each).remove();
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
      document.querySelectorAll(".crumbs [aria-current], .guide").forEach((old) => old.remove());
    });
  };
  hide();
  document.addEventListener("visibilitychange", hide);
  window.addEventListener("pageshow", hide);
})();
