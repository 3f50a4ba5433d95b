// Runs before the first paint. A page is prerendered with its default view; when the link asks for another one, figures
// stay invisible in their reserved space until they show what was asked for, or until it is clear that they will not.
(function () {
  var root = document.documentElement;
  root.classList.add('scripted');
  if (location.search.length < 2) return;
  root.setAttribute('data-awaiting-link', '');
  setTimeout(function () {
    if (root.hasAttribute('data-awaiting-link')) {
      root.removeAttribute('data-awaiting-link');
      root.setAttribute('data-link-late', '');
    }
  }, 4000);
})();
