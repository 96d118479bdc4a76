// Pages of lists (standards, terms, departments): leave only the entries that hold every word typed; the words stay in
// the address. An entry also answers to what it or the section around it is called besides (`data-also`).
(function () {
  "use strict";

  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("[data-zk-finder]"));
  const box = form && form.querySelector("input");
  const count = form && form.querySelector("[data-zk-finder-count]");
  if (!form || !box || !count) {
    return;
  }
  /** @type {{element: HTMLElement, text: string}[]} */
  let entries = [];

  /** Letters and digits alike in any width and case, without blanks and marks: “ＧＢ36894” finds “GB 36894-2018”.
   * @param {string} text */
  function plain(text) {
    return text.normalize("NFKC").toLowerCase().replace(/[\s\-—–_/〔〕[\]()（）《》“”"]+/g, "");
  }

  function read() {
    /** @type {NodeListOf<HTMLElement>} */
    const found = document.querySelectorAll("table[data-zk-found] > tbody > tr, dl[data-zk-found] > div");
    entries = Array.from(found, (element) => {
      const around = element.closest("section");
      const also = (element.dataset.also || "") + " " + ((around && around.dataset.also) || "");
      return { element, text: plain(element.textContent + also) };
    });
  }

  const apply = () => {
    const words = box.value.split(/[\s,，、]+/).map(plain).filter(Boolean);
    const whole = plain(box.value);
    let left = 0;
    for (const entry of entries) {
      const fits = entry.text.includes(whole) || words.every((word) => entry.text.includes(word));
      entry.element.hidden = !fits;
      left += fits ? 1 : 0;
    }
    for (const section of document.querySelectorAll("section")) {
      /** @type {NodeListOf<HTMLElement>} */
      const own = section.querySelectorAll("[data-zk-found] > tbody > tr");
      section.hidden = own.length > 0 && Array.from(own).every((row) => row.hidden);
    }
    count.textContent = !whole ? "" : left ? "找到 " + left + " 个" : "没有找到，换个说法，或用页面上方的搜索";
    remember();
  };

  const remember = () => {
    const words = box.value.trim();
    const search = words ? "?find=" + encodeURIComponent(words) : "";
    try {
      history.replaceState(null, "", location.pathname + search + location.hash);
    } catch (error) {
      // Old browsers do not let a file rewrite its address; the list is filtered all the same.
    }
  };

  read();
  box.value = new URLSearchParams(location.search).get("find") || "";
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  // A link to an entry must find it, whatever is typed.
  window.addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && (target.hidden || target.closest("[hidden]"))) {
      box.value = "";
      apply();
      target.scrollIntoView();
    }
  });
  form.hidden = false;
  if (box.value) {
    apply();
  }
})();
