// 画出页面之前：有没有脚本、能不能朗读、是不是关怀版，免得画好再变。 Before the first paint, so that nothing moves later.
(function (marks) {
  marks.add("js");
  if (window.speechSynthesis && window.SpeechSynthesisUtterance) marks.add("voice");
  try {
    if (localStorage.getItem("yaoan-care") === "on") marks.add("care");
  } catch (error) {}
})(document.documentElement.classList);
