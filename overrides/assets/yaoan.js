// 菜单、阅读工具、到期。网页没有它也能读。 The menu, the reading tools, and the end of what may be seen; every page reads well without it.

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
