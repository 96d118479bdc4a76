// The guided choice: place, roles, trade, operations, size; the answer stands below it, the choice in the address.
(function () {
  "use strict";

  const root = /** @type {HTMLElement | null} */ (document.querySelector("[data-zk-choice]"));
  if (!root || !window.zerenkuEnterprise || !window.zerenkuList) {
    return;
  }
  const store = zerenkuEnterprise;
  const { make } = zerenkuList;
  /** What the template of the page puts there. @template {HTMLElement} T @param {string} selector @returns {T} */
  const part = (selector) => /** @type {T} */ (root.querySelector(selector));
  const form = /** @type {HTMLFormElement} */ (part("form"));
  const find = /** @type {HTMLInputElement} */ (part("input[name=find]"));
  const hints = part("[data-zk-hints]"), none = part("[data-zk-find-none]"), result = part("[data-zk-result]");
  // A phone shows fewer words at first: the answer stands below them.
  const FEW = window.matchMedia("(max-width: 720px)").matches ? 6 : 12;
  const state = { place: "", words: /** @type {string[]} */ ([]), ended: false };
  /** @type {Set<string>} */
  const open = new Set();
  /** Word → how many duties of the place name it. @type {Map<string, number> | null} */
  let relevant = null;

  // ------------------------------------------------------------------------------------------------------- places

  /** @returns {(HTMLInputElement | HTMLOptionElement)[]} */
  function placeOptions() {
    return Array.from(form.querySelectorAll("[data-within]"));
  }

  /** @param {string | null} id */
  function placeOption(id) {
    return placeOptions().find((option) => option.value === id);
  }

  function within() {
    const option = placeOption(state.place);
    return option ? String(option.dataset.within).split(" ") : [];
  }

  /** Bring the duties of the places; a script that cannot be had is told in the answer. @param {string[]} ids */
  function bring(ids) {
    return Promise.all(ids.filter((id) => !store.place(id)).map((id) => new Promise((done) => {
      const script = document.createElement("script");
      script.src = "duties-" + id + ".js";
      script.onload = script.onerror = () => done(undefined);
      document.head.append(script);
    })));
  }

  // -------------------------------------------------------------------------------------------------------- words

  /** Word → how many duties of the place name it, for words that matter there: named ones, and all below those.
   * @param {string[]} ids */
  function weigh(ids) {
    /** @type {Map<string, number>} */
    const count = new Map();
    for (const packed of store.placesOf(ids)) {
      for (const duty of packed.duties) {
        const scope = packed.plans[packed.clauses[duty.clause][0]].scope || [];
        scope.forEach((id) => count.set(id, count.get(id) || 0));
        for (const id of new Set((duty.who || []).concat(duty.only || []))) {
          count.set(id, (count.get(id) || 0) + 1);
        }
      }
    }
    /** @type {Map<string, number>} */
    const found = new Map();
    for (const word of store.allWords()) {
      const named = store.upward(word.id).filter((id) => count.has(id) && !store.word(id).generic);
      if (named.length && !word.generic) {
        found.set(word.id, count.get(word.id) || 0);
      }
    }
    return found;
  }

  const plain = (/** @type {string} */ text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

  /** Whether a word is what was typed: by name or synonym, either way round (“烧电焊的” means 电焊).
   * @param {Word} word @param {string} typed */
  function meant(word, typed) {
    return [word.name].concat(word.also || []).map(plain)
      .some((name) => name.includes(typed) || (name.length > 1 && typed.includes(name)));
  }

  /** @param {string | undefined} facet @param {string} typed */
  function optionsOf(facet, typed) {
    const all = store.allWords().filter((word) => word.facet === facet && !word.generic);
    if (typed) {
      return all.filter((word) => meant(word, typed) || state.words.includes(word.id));
    }
    const weight = relevant;
    if (!weight) {
      return all;
    }
    return all.filter((word) => weight.has(word.id) || state.words.includes(word.id))
      .sort((a, b) => (weight.get(b.id) || 0) - (weight.get(a.id) || 0));
  }

  /** @param {Word} word */
  function option(word) {
    const box = make("input", { type: "checkbox", name: "word", value: word.id });
    box.checked = state.words.includes(word.id);
    return make("label", { class: "zk-option", title: word.also ? "也叫：" + word.also.slice(0, 5).join("、") : undefined },
      box, make("span", {}, word.name));
  }

  function showWords() {
    const typed = plain(find.value);
    let shown = 0;
    for (const field of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-zk-facet]"))) {
      const facet = String(field.dataset.zkFacet);
      const options = /** @type {HTMLElement} */ (field.querySelector(".zk-ask__options"));
      const words = optionsOf(facet, typed);
      const many = !typed && !open.has(facet) && words.length > FEW + 2;
      const first = many ? words.filter((word, index) => index < FEW || state.words.includes(word.id)) : words;
      const rest = words.length - first.length;
      const more = make("button", { type: "button", class: "zk-option zk-option--more" }, "还有 " + rest + " 个");
      more.addEventListener("click", () => {
        open.add(facet);
        showWords();
        const boxes = field.querySelectorAll("input");
        (boxes[first.length] || boxes[0]).focus();
      });
      options.replaceChildren(...first.map(option), ...(rest ? [more] : []));
      field.hidden = !words.length;
      shown += typed ? words.filter((word) => meant(word, typed)).length : 0;
    }
    showHints();
    none.textContent = typed && !shown ? "方案里没有这个说法；不选也能看到所有企业都要做的。" : "";
  }

  /** Words that a chosen one speaks of (“厂中厂出租方” of 厂中厂) and that have duties here of their own. */
  function showHints() {
    const names = state.words.map((id) => store.word(id).name);
    const near = store.allWords().filter((word) => relevant !== null && relevant.get(word.id) && !state.words.includes(word.id)
      && [word.name].concat(word.also || []).some((name) => name.length > 2 && names.some((own) => own.includes(name))));
    hints.hidden = !near.length;
    hints.replaceChildren(make("span", {}, "也许还要选："), ...near.map(option));
  }

  // ------------------------------------------------------------------------------------------------------ address

  function query() {
    const search = new URLSearchParams();
    if (state.place) {
      search.set("place", state.place);
    }
    if (state.words.length) {
      search.set("words", state.words.join("."));
    }
    if (state.ended) {
      search.set("expired", "1");
    }
    const text = search.toString();
    return text ? "?" + text : "";
  }

  function read() {
    const search = new URLSearchParams(location.search || location.hash.replace(/^#\??/, "?"));
    const words = (search.get("words") || "").split(/[.,]/);
    const place = placeOption(search.get("place"));
    state.words = words.filter((id, index) => store.has(id) && words.indexOf(id) === index);
    state.place = place ? place.value : "";
    state.ended = search.get("expired") === "1";
    withPlace();
  }

  /** Words without a place are asked of all places, where the page offers that. */
  function withPlace() {
    if (!state.place && state.words.length && placeOption("all")) {
      state.place = "all";
    }
    for (const item of placeOptions()) {
      const chosen = item.value === state.place;
      if (item instanceof HTMLInputElement) {
        item.checked = chosen;
      } else {
        item.selected = chosen;
      }
    }
  }

  function remember() {
    try {
      history.replaceState(null, "", location.pathname + query());
    } catch (error) {
      // An old browser does not let a file rewrite its address, but it may change what stands behind the #.
      location.replace("#" + query());
    }
  }

  // ------------------------------------------------------------------------------------------------------- answer

  /** @param {string} [focus] what has the keyboard afterwards */
  function answer(focus) {
    const asked = state.place;
    if (!asked) {
      showWords();
      return;
    }
    bring(within()).then(() => {
      if (asked !== state.place) {
        return;
      }
      relevant = weigh(within());
      showWords();
      const place = placeOption(state.place);
      zerenkuAnswer(result, {
        place: String(place && place.dataset.name),
        within: within(),
        firm: store.firm(state.words),
        ended: state.ended,
        address: location.href.split(/[?#]/)[0] + query(),
        onEnded(ended) {
          state.ended = ended;
          changed("[data-zk-ended]");
        },
      });
      const next = focus ? part(focus) : null;
      if (next) {
        next.focus();
      }
    });
  }

  /** @param {string} focus */
  function changed(focus) {
    remember();
    answer(focus);
  }

  form.addEventListener("change", (event) => {
    const target = /** @type {HTMLInputElement | HTMLSelectElement} */ (event.target);
    if (target.name === "place") {
      state.place = target.value;
      open.clear();
    } else if (target.name === "word") {
      state.words = /** @type {HTMLInputElement} */ (target).checked ? state.words.concat(target.value) : state.words.filter((id) => id !== target.value);
      withPlace();
    } else {
      return;
    }
    changed('input[value="' + target.value + '"]');
  });
  find.addEventListener("input", showWords);
  form.addEventListener("submit", (event) => event.preventDefault());

  read();
  root.hidden = false;
  const lists = /** @type {HTMLDetailsElement} */ (document.querySelector("[data-zk-words]"));
  const unfold = () => { lists.open = lists.open || location.hash.startsWith("#facet-"); };
  lists.open = false;
  unfold();
  window.addEventListener("hashchange", unfold);
  answer();
})();
