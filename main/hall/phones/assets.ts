/** Style and script of the phones' pages. Old Android browsers run them: no module, no arrow, nothing built. */

export const STYLE = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:#f4f5f7;color:#1b2330;font:18px/1.45 "Segoe UI",Roboto,"Noto Sans",Arial,sans-serif}
main{max-width:30em;margin:0 auto;padding:16px}
header{background:#12325c;color:#fff;padding:12px 16px}
header p{margin:0;font-size:16px}
header .top{max-width:30em;margin:0 auto;overflow:hidden}
header a{float:right;color:#fff;padding:4px 0 4px 12px}
h1{font-size:24px;line-height:1.25;margin:4px 0 0}
h2{font-size:20px;margin:20px 0 8px}
.card{background:#fff;border:1px solid #c9cfd8;border-radius:6px;padding:16px;margin:0 0 16px}
.number{font-size:84px;line-height:1.1;font-weight:700;margin:0;letter-spacing:.01em}
.number.long{font-size:56px}
.label{margin:0;color:#465063;font-size:17px}
.fact{margin:0;padding:8px 0;border-bottom:1px solid #dde1e7;overflow:hidden;color:#465063}
.fact b{float:right;color:#1b2330;font-size:20px;text-align:right}
[hidden]{display:none}
.do{margin:12px 0 0}
.card[data-stands=called]{background:#12325c;color:#fff;border-color:#12325c}
[data-stands=called] .label{color:#fff}
[data-stands=missed],[data-stands=gone]{border:2px solid #9a3b00}
.head{font-size:24px;font-weight:700;margin:0 0 4px}
.live{margin:0 0 16px;padding:0 0 0 22px;position:relative;color:#465063;font-size:16px}
.live:before{content:"";position:absolute;left:2px;top:6px;width:12px;height:12px;border-radius:6px;background:#1c6b3a}
.live.lost{color:#8a2f00;font-weight:700}
.live.lost:before{background:none;border:2px solid #8a2f00;border-radius:0}
button{display:block;width:100%;min-height:64px;margin:0 0 10px;padding:10px 14px;text-align:left;font:inherit;color:inherit;background:#fff;border:1px solid #8a94a6;border-radius:6px;overflow:hidden}
button:focus,a:focus,select:focus{outline:3px solid #0b62d6;outline-offset:1px}
button b{font-size:20px;display:block}
button span{display:block;color:#465063;font-size:16px}
button i{float:left;font-style:normal;font-weight:700;font-size:26px;width:44px;color:#12325c}
button em{display:block;overflow:hidden;font-style:normal}
.class{margin:0 0 16px}
label{display:block;font-weight:700;padding:0 0 6px}
select{width:100%;min-height:52px;font:inherit;color:inherit;background:#fff;border:1px solid #8a94a6;border-radius:6px;padding:0 12px}
.note{color:#465063;font-size:16px}
a{color:#0b4fae}
`;

/** Shows each new state of the ticket; says when it is not live; looks for another desk when this one is gone. */
export const SCRIPT = `
(function () {
  var card = document.getElementById('ticket');
  var live = document.getElementById('live');
  if (!card || !live) return;
  var path = card.getAttribute('data-path');
  var query = location.search;
  var others = (card.getAttribute('data-others') || '').split(' ');
  var heard = new Date().getTime();
  var isHall = live.className === 'live';
  var source = null;
  var asked = 0;
  function now() { return new Date().getTime(); }
  function show() {
    var isLive = isHall && now() - heard < 12000;
    live.className = isLive ? 'live' : 'live lost';
    live.firstChild.nodeValue = live.getAttribute(isLive ? 'data-live' : 'data-lost') + ' ' + live.getAttribute('data-at');
    return isLive;
  }
  function put(name, text) {
    var place = document.getElementById('t-' + name);
    if (!place) return;
    if (text) place.removeAttribute('hidden'); else place.setAttribute('hidden', '');
    (place.getElementsByTagName('b')[0] || place).textContent = text;
  }
  function again() {
    // Loaded again only where the desk answers: else the page would be gone for good.
    var probe = new Image();
    probe.onload = function () { location.reload(); };
    probe.onerror = function () { setTimeout(again, 10000); };
    probe.src = '/up.gif?' + now();
  }
  function open() {
    if (!window.EventSource) { setTimeout(again, 10000); return; }
    if (source) source.close();
    source = new EventSource(path + '/live' + query);
    source.onmessage = function (event) {
      var said = JSON.parse(event.data);
      heard = now();
      isHall = said.live;
      if (said.at) live.setAttribute('data-at', said.at);
      if (said.texts) {
        var was = card.getAttribute('data-stands');
        card.setAttribute('data-stands', said.stands);
        for (var name in said.texts) put(name, said.texts[name]);
        document.title = said.title;
        document.getElementsByTagName('h1')[0].textContent = said.title;
        if (said.stands === 'called' && was !== 'called' && navigator.vibrate) navigator.vibrate([400, 200, 400]);
      }
      show();
    };
  }
  function look() {
    var base = others[asked % others.length];
    asked += 1;
    if (!base) return;
    var probe = new Image();
    probe.onload = function () { if (!show()) location.replace(base + path + query); };
    probe.src = base + '/up.gif?' + now();
  }
  open();
  setInterval(function () {
    if (show()) return;
    look();
    if (!source || source.readyState === 2) open();
  }, 2000);
})();
`;

/** One transparent point: whether a desk answers, asked from another desk's page. */
export const POINT = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
