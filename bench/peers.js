// One engine of Node fills one template again and again: node peers.js ENGINE TEMPLATE FIELDS OUTPUT SECONDS
// It prints CPU milliseconds (median), wall milliseconds (best) and the peak of memory in MiB, as JSON.
const fs = require("fs");
const [engine, template, fields, output, seconds] = process.argv.slice(2);
const data = JSON.parse(fs.readFileSync(fields, "utf8"));

const ENGINES = {
  docxtemplater() {
    const PizZip = require("pizzip"), Docxtemplater = require("docxtemplater");
    const content = fs.readFileSync(template, "binary");
    return async () => {
      const document = new Docxtemplater(new PizZip(content), { paragraphLoop: true, linebreaks: true });
      document.render(data);
      return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
    };
  },
  carbone() {
    const carbone = require("carbone");
    return () => new Promise((done, failed) =>
      carbone.render(template, data, (error, made) => (error ? failed(error) : done(made))));
  },
};

function peak() {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync("/proc/self/status", "utf8"))[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

(async () => {
  const render = ENGINES[engine]();
  for (let at = 0; at < 5; at++) fs.writeFileSync(output, await render());
  const cpu = [], wall = [], end = performance.now() + 1000 * seconds;
  while (performance.now() < end || cpu.length < 5) {
    const used = process.cpuUsage(), start = performance.now();
    await render();
    wall.push(performance.now() - start);
    const spent = process.cpuUsage(used);
    cpu.push((spent.user + spent.system) / 1000);
  }
  cpu.sort((one, other) => one - other);
  console.log(JSON.stringify({ cpu: cpu[cpu.length >> 1], wall: Math.min(...wall), memory: peak() }));
  process.exit(0);
})();
