// 栏目菜单，搜索和筛选的开头。网页没有它也能读。 The menu, and the way to the finder; every page reads well without it.
(() => {
  const here = document.currentScript.src;

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

  // 搜索和筛选：读者要用时才下载。 The finder is fetched when the reader reaches for it.
  const finder = document.getElementById("finder");
  if (!finder) return;
  let begun;
  const begin = () => {
    begun = begun || import(new URL("finder.js", here).href).then((module) => module.start(finder)).then(() => form.removeEventListener("submit", early));
    return begun.catch(() => {
      finder.querySelector("[role=status]").textContent = finder.dataset.failed;
    });
  };
  if (location.search) begin();
  finder.addEventListener("focusin", begin, { once: true });
  finder.addEventListener("toggle", begin, { capture: true, once: true });
  const early = (event) => {
    event.preventDefault();
    form.removeEventListener("submit", early);
    begin().then(() => form.dispatchEvent(new Event("submit", { cancelable: true })));
  };
  const form = finder.querySelector("form");
  form.addEventListener("submit", early);
})();
