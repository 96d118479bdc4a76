// A calendar of the chosen duties (RFC 5545), made in the browser: what falls due from today on, whole days, an alarm
// three days before. The id of an event stays as long as its duty, rule and day do: saved again, it replaces itself.
(function () {
  "use strict";

  const MAKER = "-//zerenku//enterprise choice//ZH";

  const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");

  /** Lines of at most 75 bytes, as the standard asks; a character is never cut. */
  function folded(line) {
    const lines = [];
    let current = "";
    let size = 0;
    for (const sign of line) {
      const code = sign.codePointAt(0);
      const bytes = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      if (size + bytes > 74) {
        lines.push(current);
        current = "";
        size = 0;
      }
      current += sign;
      size += bytes;
    }
    return lines.concat(current).join("\r\n ");
  }

  const compact = (iso) => iso.replace(/-/g, "");

  function dayAfter(iso) {
    const [year, month, day] = iso.split("-").map(Number);
    return new Date(Date.UTC(year, month - 1, day + 1)).toISOString().slice(0, 10);
  }

  function event(entry, due, day, uid) {
    const what = due.what || entry.do;
    const notes = [entry.do, due.note && "时限：" + due.note, entry.record && "留什么记录：" + entry.record,
      entry.ask, "依据：" + entry.source, "文字系摘编，以原文为准。"];
    return [
      "BEGIN:VEVENT", "UID:" + uid + "@zerenku", "DTSTAMP:" + compact(entry.issued || "2000-01-01") + "T000000Z",
      "DTSTART;VALUE=DATE:" + compact(day), "DTEND;VALUE=DATE:" + compact(dayAfter(day)),
      ...(due.rule ? ["RRULE:" + due.rule] : []),
      "SUMMARY:" + escaped(what), "DESCRIPTION:" + escaped(notes.filter(Boolean).join("\n")), "TRANSP:TRANSPARENT",
      "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:" + escaped(what), "TRIGGER:-P3D", "END:VALARM", "END:VEVENT",
    ];
  }

  /** Events of one duty from `today` on; what repeats by the day or week goes in whole, as one event with its rule. */
  function events(entry, today) {
    const lines = [];
    for (const due of entry.days || []) {
      const key = due.key || "";
      if (due.rule) {
        if (due.rule.split("UNTIL=")[1] >= compact(today)) {
          lines.push(...event(entry, due, due.days[0], entry.id + key));
        }
        continue;
      }
      for (const day of due.days.filter((item) => item >= today)) {
        lines.push(...event(entry, due, day, entry.id + key + "-" + compact(day)));
      }
    }
    return lines;
  }

  /** The text of the calendar, or nothing when no day lies ahead. `entries`: {id, do, record, ask, source, issued, days}. */
  function calendar(name, entries, today) {
    const lines = [].concat(...entries.map((entry) => events(entry, today)));
    if (!lines.length) {
      return "";
    }
    const head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:" + MAKER, "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
      "X-WR-CALNAME:" + escaped(name), "X-WR-TIMEZONE:Asia/Shanghai"];
    return head.concat(lines, "END:VCALENDAR", "").map(folded).join("\r\n");
  }

  /** Hand a file over to be saved. */
  function save(name, text) {
    const address = URL.createObjectURL(new Blob([text], { type: "text/calendar;charset=utf-8" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  }

  window.zerenkuCalendar = { calendar, save };
})();
