// What pages do beyond being read: the search box, and the choice in the table of changes. All else works without.
"use strict";
(() => {
  const root = new URL(".", document.currentScript.src).href;
  const MOST = 50;

  // "deviceId", "device id" and "device-id" are the same; the words of "GET /assets" are found in any order.
  const plain = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  const wordsOf = (text) =>
    text.replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);

  const isSpelled = (word, text) => {
    let at = 0;
    for (const letter of word) {
      at = text.indexOf(letter, at) + 1;
      if (at === 0) return false;
    }
    return true;
  };

  const KINDS = ["release", "operation", "type", "field"];

  // How well something is meant, the less the better; nothing where it is not.
  const rank = (query, { kind, name, own, around }) => {
    // The digits of a version without its dots are those of others.
    if (kind === "release") return name.startsWith(query.text) ? Number(name !== query.text) : undefined;
    if (own.some((name) => name === query.joined)) return 0;
    if (own.some((name) => name.startsWith(query.joined))) return 1;
    if (own.some((name) => name.includes(query.joined))) return 2;
    if (own.some((name) => query.words.every((word) => name.includes(word)))) return 3;
    const isOwn = (word) => own.some((name) => name.includes(word));
    if (query.words.some(isOwn) && query.words.every((word) => isOwn(word) || around.includes(word))) return 4;
    return undefined;
  };

  const size = ({ own }) => own.at(-1).length;

  const load = () =>
    new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = root + "search-index.js";
      script.onload = () => done(prepared(window.contractIndex));
      script.onerror = failed;
      document.head.append(script);
    });

  const prepared = (index) =>
    index.flatMap(([kind, name, names, page, span, parts]) => {
      const around = plain(name);
      const whole = { kind, name, note: names[0] ?? "", page, span, own: [name, ...names].map(plain), around };
      const part = ([kind, part, anchor, span]) => ({
        kind,
        name: part,
        note: name,
        page: `${page}#${encodeURI(anchor ?? part)}`,
        span,
        own: [plain(part)],
        around,
      });
      return [whole, ...parts.map(part)];
    });

  const found = (index, text) => {
    const query = { text: text.trim(), joined: plain(text), words: wordsOf(text) };
    if (query.joined === "") return [];
    const ranked = (rankOf) =>
      index.flatMap((entry) => {
        const rank = rankOf(entry);
        return rank === undefined ? [] : [{ entry, rank }];
      });
    let all = ranked((entry) => rank(query, entry));
    if (all.length === 0 && query.joined.length > 2) {
      // Letters left out: the fewer, the better.
      all = ranked((entry) => (entry.own.some((name) => isSpelled(query.joined, name)) ? 9 + size(entry) : undefined));
    }
    // What is there now stands before what is gone, and what says less beside what was asked for before what says more.
    const isGone = ({ span }) => span !== "" && !span.endsWith("–");
    const place = ({ kind }) => (KINDS.includes(kind) ? KINDS.indexOf(kind) : KINDS.length);
    const key = ({ entry, rank }) => [rank, Number(isGone(entry)), place(entry), size(entry)];
    const compare = (left, right) => {
      const [one, other] = [key(left), key(right)];
      const at = one.findIndex((value, place) => value !== other[place]);
      return at < 0 ? 0 : one[at] - other[at];
    };
    return all.sort(compare).map(({ entry }) => entry);
  };

  const element = (name, className, text) => {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  };

  const line = (entry) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = root + entry.page;
    link.append(element("span", "kind", entry.kind), " ", element("code", "", entry.name));
    if (entry.note !== "" && entry.note !== entry.name) link.append(" ", element("span", "quiet", entry.note));
    if (entry.span !== "") link.append(" ", element("span", "span", entry.span));
    item.append(link);
    return item;
  };

  const search = (form) => {
    const box = form.querySelector("input");
    const list = form.querySelector("ol");
    const status = form.querySelector("[role=status]");
    let index;
    let shown = "";
    const show = async () => {
      index ??= load();
      const text = box.value;
      let all;
      try {
        all = found(await index, text);
      } catch {
        status.textContent = "The index of the search cannot be loaded: search-index.js is missing.";
        status.className = "error";
        return;
      }
      if (text !== box.value) return;
      shown = text;
      list.replaceChildren(...all.slice(0, MOST).map(line));
      list.hidden = all.length === 0;
      const more = all.length > MOST ? `, of which ${MOST} are shown` : "";
      status.textContent = text.trim() === "" ? "" : `${all.length || "nothing"} found${more}`;
      status.className = text.trim() !== "" && all.length === 0 ? "quiet" : "hidden";
    };
    const close = () => {
      list.hidden = true;
      status.className = "hidden";
    };
    const links = () => [...list.querySelectorAll("a")];
    form.hidden = false;
    box.addEventListener("input", show);
    box.addEventListener("focus", () => {
      index ??= load();
      if (box.value !== "") show();
    });
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (shown !== box.value) await show();
      links()[0]?.click();
    });
    form.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        close();
        box.focus();
      }
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step === undefined || list.hidden) return;
      event.preventDefault();
      const all = [box, ...links()];
      all[Math.max(0, Math.min(all.length - 1, all.indexOf(document.activeElement) + step))].focus();
    });
    form.addEventListener("focusout", (event) => {
      if (event.relatedTarget !== null && !form.contains(event.relatedTarget)) close();
    });
    document.addEventListener("click", (event) => {
      if (!form.contains(event.target) || event.target.closest("a")) close();
    });
    document.addEventListener("keydown", (event) => {
      const isTyped = event.target.closest("input, select, textarea") !== null;
      if (event.key !== "/" || isTyped || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      box.focus();
    });
  };

  const SEVERITIES = ["note", "warning", "error"];

  // The steps after one release up to another, kept in the address: changes.html#2.7.5..3.0.3
  const choose = (form) => {
    const [from, to, severity] = form.querySelectorAll("select");
    const words = form.querySelector("input");
    const status = form.querySelector("[role=status]");
    const rows = [...document.querySelectorAll("table.changes tbody tr")];
    const texts = rows.map((row) => row.textContent.toLowerCase());
    const versions = [...from.options].map((option) => option.text);
    const show = () => {
      // Who chooses the newer one first means the same steps.
      const [first, last] = [Number(from.value), Number(to.value)].sort((left, right) => left - right);
      const least = SEVERITIES.indexOf(severity.value);
      const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
      const counts = { error: 0, warning: 0, note: 0 };
      rows.forEach((row, at) => {
        const step = Number(row.dataset.at);
        const isShown =
          step > first &&
          step <= last &&
          SEVERITIES.indexOf(row.dataset.severity) >= least &&
          wanted.every((word) => texts[at].includes(word));
        row.hidden = !isShown;
        if (isShown) counts[row.dataset.severity] += 1;
      });
      const counted = `${counts.error} errors, ${counts.warning} warnings, ${counts.note} notes`;
      const way = `${versions[first]} → ${versions[last]}`;
      status.textContent = first === last ? `${way}: choose two releases` : `${way}: ${counted}`;
    };
    const read = () => {
      const named = decodeURIComponent(location.hash.slice(1)).split("..");
      const places = named.map((version) => versions.indexOf(version));
      if (places.length === 2 && places.every((place) => place >= 0)) [from.value, to.value] = places;
      show();
    };
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    for (const select of [from, to]) {
      select.addEventListener("change", () => {
        const chosen = `#${encodeURIComponent(versions[from.value])}..${encodeURIComponent(versions[to.value])}`;
        history.replaceState(null, "", chosen);
        show();
      });
    }
    severity.addEventListener("change", show);
    words.addEventListener("input", show);
    window.addEventListener("hashchange", read);
    read();
  };

  document.querySelectorAll("form.search").forEach(search);
  document.querySelectorAll("form.filter").forEach(choose);
})();
