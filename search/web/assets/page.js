// Shows an answer under its form; fields left empty are not sent.
(function () {
  "use strict";

  /** @param {HTMLFormElement} form */
  function address(form) {
    let path = form.dataset.path || "";
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (value === "") { continue; }
      const slot = "{" + name + "}";
      if (path.includes(slot)) {
        path = path.replace(slot, encodeURIComponent(String(value)));
      } else {
        query.append(name, String(value));
      }
    }
    const tail = query.toString();
    return tail ? path + "?" + tail : path;
  }

  /** @param {HTMLFormElement} form */
  async function ask(form) {
    const shown = form.nextElementSibling;
    const link = shown.querySelector("a");
    const said = shown.querySelector("output");
    const url = address(form);
    link.href = url;
    link.textContent = url;
    said.textContent = "……";
    shown.hidden = false;
    try {
      const begun = performance.now();
      const answer = await fetch(url);
      const text = await answer.text();
      said.textContent = answer.status + "，" + Math.round(performance.now() - begun) + " 毫秒";
      shown.querySelector("pre").textContent = JSON.stringify(JSON.parse(text), null, 2);
    } catch (error) {
      said.textContent = "没有得到回答：服务可能已经停止";
    }
  }

  for (const form of document.querySelectorAll("form[data-path]")) {
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      ask(form);
    });
  }
})();
