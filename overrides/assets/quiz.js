// 小测验：对答案、记分。没有脚本时，每题下面也能点开答案。 The quiz; without it every answer can still be opened.
(() => {
  const quiz = document.querySelector(".quiz");
  if (!quiz) return;
  const words = quiz.dataset;
  const questions = () => [...quiz.querySelectorAll(".question")];
  const score = quiz.querySelector(".score");
  const again = quiz.querySelector(".again");
  const results = new Map();

  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);

  const addMissed = () => {
    const missed = questions().filter((question) => !results.get(question));
    if (!missed.length) return;
    const lead = document.createElement("p");
    lead.textContent = words.again;
    const list = document.createElement("ul");
    const seen = new Set();
    for (const question of missed) {
      const from = question.querySelector(".answer a");
      if (!from || seen.has(from.href)) continue;
      seen.add(from.href);
      const item = document.createElement("li");
      item.append(from.cloneNode(true));
      list.append(item);
    }
    score.append(lead, list);
  };

  const showScore = () => {
    const all = questions().length;
    const right = [...results.values()].filter(Boolean).length;
    const whole = results.size === all;
    const line = document.createElement("p");
    line.textContent = filled(whole ? words.score : words.soFar, { all, done: results.size, right });
    score.textContent = "";
    score.append(line);
    if (whole) addMissed();
    again.hidden = false;
  };

  const check = (question) => {
    if (results.has(question)) return;
    const verdict = question.querySelector(".verdict");
    const chosen = question.querySelector("input:checked");
    if (!chosen) {
      verdict.textContent = words.choose;
      return;
    }
    const answer = question.dataset.answer;
    const right = chosen.value === answer;
    results.set(question, right);
    verdict.textContent = right ? words.right : filled(words.wrong, { answer });
    question.classList.add(right ? "right" : "wrong");
    question.querySelector(".answer").open = true;
    question.querySelector(".check button").setAttribute("aria-disabled", "true");
    for (const input of question.querySelectorAll("input")) input.disabled = true;
    showScore();
  };

  const restart = () => {
    results.clear();
    score.textContent = "";
    again.hidden = true;
    for (const question of questions()) {
      question.classList.remove("right", "wrong");
      question.querySelector(".verdict").textContent = "";
      question.querySelector(".answer").open = false;
      question.querySelector(".check button").removeAttribute("aria-disabled");
      for (const input of question.querySelectorAll("input")) {
        input.disabled = false;
        input.checked = false;
      }
    }
    questions()[0].querySelector("input").focus();
  };

  for (const question of questions()) {
    const row = question.querySelector(".check");
    row.hidden = false;
    row.querySelector("button").addEventListener("click", () => check(question));
  }
  again.querySelector("button").addEventListener("click", restart);
})();
