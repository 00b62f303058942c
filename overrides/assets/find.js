// 搜索和筛选：读者要用时才下载。 The finder is fetched when the reader reaches for it.
(() => {
  const here = document.currentScript.src;
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
