"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const config = {
    responsive: true,
    displaylogo: false,
    // Without a pointer that hovers the bar would never go away and lie over the curves.
    displayModeBar: matchMedia("(hover: hover)").matches ? "hover" : false,
    plotlyServerURL: "",
    modeBarButtonsToRemove: ["select2d", "lasso2d", "autoScale2d"],
    toImageButtonOptions: { format: "svg" },
  };

  // Legends are plain HTML below the plot: they wrap on a narrow screen and never lie over data.
  function addLegend(plot, traces) {
    const names = [...new Set(traces.map((t) => t.name))];
    const panels = new Set(traces.map((t) => t.yaxis || "y"));
    if (names.length === panels.size) return;
    const list = document.createElement("ul");
    list.className = "legend";
    for (const name of names) {
      const trace = traces.find((t) => t.name === name);
      const item = document.createElement("li");
      const button = document.createElement("button");
      const sign = document.createElement("i");
      if (trace.stackgroup || trace.type === "bar") {
        sign.className = "area";
        sign.style.background = trace.fillcolor || trace.marker.color;
      } else {
        sign.style.borderTopColor = trace.line.color;
        sign.style.borderTopStyle = { dash: "dashed", dot: "dotted" }[trace.line.dash] || "solid";
      }
      button.type = "button";
      button.setAttribute("aria-pressed", "true");
      button.title = "show or hide";
      button.append(sign, name);
      button.addEventListener("click", () => {
        const on = button.getAttribute("aria-pressed") !== "true";
        button.setAttribute("aria-pressed", String(on));
        const which = traces.map((t, i) => (t.name === name ? i : -1)).filter((i) => i >= 0);
        Plotly.restyle(plot, { visible: on }, which);
      });
      item.append(button);
      list.append(item);
    }
    plot.after(list);
  }

  function draw(plot, figure) {
    Plotly.newPlot(plot, figure.data, figure.layout, config);
    addLegend(plot, figure.data);
  }

  // A hidden plot has no width yet: it is drawn when it is first shown.
  for (const plot of document.querySelectorAll("figure:not([hidden]) > [data-figure]")) {
    draw(plot, data.figures[plot.dataset.figure]);
  }

  for (const group of document.querySelectorAll(".choice")) {
    group.addEventListener("click", (event) => {
      const chosen = event.target.dataset.show;
      if (!chosen) return;
      for (const button of group.querySelectorAll("button")) {
        const on = button.dataset.show === chosen;
        button.setAttribute("aria-pressed", String(on));
        const figure = document.getElementById(button.dataset.show);
        figure.hidden = !on;
        const plot = figure.querySelector(".plot");
        if (on && !plot.data) draw(plot, data.figures[plot.dataset.figure]);
        else if (on) Plotly.Plots.resize(plot);
      }
    });
  }

  const slider = document.getElementById("time");
  if (!slider) return;
  const { labels, figures } = data.profiles;
  const plots = [...document.querySelectorAll("[data-profile]")];
  const label = document.getElementById("time-label");
  plots.forEach((plot) => draw(plot, figures[plot.dataset.profile].figure));

  function show(index) {
    label.textContent = labels[index];
    plots.forEach((plot) => {
      const values = figures[plot.dataset.profile].values;
      Plotly.restyle(plot, { y: values.map((trace) => trace[index]) }, values.map((_, i) => i));
    });
  }

  slider.max = String(labels.length - 1);
  slider.value = String(Math.floor((labels.length - 1) / 2));
  show(Number(slider.value));
  slider.addEventListener("input", () => show(Number(slider.value)));

  let timer = null;
  const play = document.getElementById("play");
  play.addEventListener("click", () => {
    if (timer) {
      clearInterval(timer);
      timer = null;
    } else {
      timer = setInterval(() => {
        slider.value = String((Number(slider.value) + 1) % labels.length);
        show(Number(slider.value));
      }, 120);
    }
    play.textContent = timer ? "\u23f8" : "\u25b6";
    play.setAttribute("aria-label", timer ? "pause" : "play");
  });
})();
