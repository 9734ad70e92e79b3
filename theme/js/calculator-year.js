/* The calculator's sheet of a year: twelve months on one page of A4, to hang on a wall. */
(() => {
  "use strict";
  const { filled, part } = Teichaku.page;
  const { months, years } = Teichaku.calculatorDays;

  /** @param {string} name @param {(string | Node)[]} content */
  function element(name, content) {
    const made = document.createElement(name);
    made.append(...content);
    return made;
  }
  /** What falls into a month, day by day.
   * @param {Entry[]} single @param {Day} first of the month @param {Spoken} spoken */
  function listed(single, first, spoken) {
    const { monthEnd, parts } = Teichaku.dates;
    /** @param {Day} when */
    const within = (when) => when >= first && when <= monthEnd(first);
    const lines = single.flatMap(({ cells: { name, who }, when: [from, to] }) => {
      const said =
        from === to
          ? [[from, name]]
          : [
              [from, filled(spoken.begins, { name })],
              [to, filled(spoken.ends, { name })],
            ];
      return said.flatMap(([when, words]) =>
        within(Number(when)) ? [{ when: Number(when), words: `${words}`, who }] : [],
      );
    });
    return lines
      .sort((a, b) => a.when - b.when)
      .map(({ when, words, who }) =>
        element("li", [filled(spoken.on_date, { date: parts(when)[2] }), " ", words, " ", element("small", [who])]),
      );
  }
  /** The rules of the rhythm that fall into a month, by day, each with a box to tick.
   * @param {Entry[]} rhythm @param {Spoken} spoken */
  function ticked(rhythm, spoken) {
    const days = [...new Set(rhythm.map(({ when }) => when[1]))].sort((a, b) => a - b);
    return days.map((day) => {
      const names = rhythm
        .filter(({ when }) => when[1] === day)
        .map(({ cells: { name } }) => filled(spoken.to_tick, { name }));
      return element("li", [filled(spoken.by_date, { date: Teichaku.dates.parts(day)[2] }), " ", names.join(" ")]);
    });
  }

  /** @type {CalculatorYear["offer"]} */
  function offer(calculator, spoken, shown, label) {
    const section = part(calculator, ".calculator-year", HTMLElement);
    const choice = part(section, "select", HTMLSelectElement);
    const body = part(section, "tbody", HTMLTableSectionElement);
    const head = part(section, "caption", HTMLElement);

    /** The first and the last day of the service, in words. */
    let service = ["", ""];
    function draw() {
      const result = shown();
      if (!result) return;
      const { words } = Teichaku;
      const all = months(result.entries, Number(choice.value));
      body.replaceChildren(
        ...all.map(({ first, single, rhythm }) => {
          const month = element("th", [Teichaku.dates.show(first, words, spoken.month)]);
          month.setAttribute("scope", "row");
          const rows = [listed(single, first, spoken), ticked(rhythm, spoken)];
          return element("tr", [
            month,
            ...rows.map((items) => element("td", items.length ? [element("ul", items)] : [])),
          ]);
        }),
      );
      const name = filled(spoken.year_head, { name: result.name, first: service[0], last: service[1] });
      const whose = label();
      head.textContent = whose ? filled(spoken.of_whom, { label: whose, name }) : name;
    }
    choice.addEventListener("change", draw);
    return {
      /** The years of a new result. @param {Record<string, Day>} points @param {Day} now */
      begin(points, now) {
        const { dates, words } = Teichaku;
        service = [points.start, points.end].map((when) => dates.show(when, words, words.plain));
        const found = years({ start: points.start, end: points.end }, points["first-day"], now);
        choice.replaceChildren(
          ...found.map(({ number, from }) => {
            const option = document.createElement("option");
            option.value = String(from);
            const first = dates.show(from, words, spoken.month);
            option.textContent = filled(number ? spoken.year_of : spoken.year_now, { number, first });
            return option;
          }),
        );
        draw();
      },
      print() {
        draw(); // with the label as it is now
        Teichaku.device.printOnly(calculator, "year");
      },
    };
  }
  globalThis.Teichaku = { ...globalThis.Teichaku, calculatorYear: { offer } };
})();
