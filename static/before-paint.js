// Runs before the first paint. A page is prerendered with its default view; when the link asks for something, figures stay
// invisible in their reserved space until the page follows its link, and each says for itself what it shows; where the
// page's program has not come after four seconds, a notice says so. The same where the reader had a release of their own open.
(function () {
  var root = document.documentElement;
  root.classList.add('scripted');
  var own = false;
  try {
    own = localStorage.getItem('own-release-open') !== null;
  } catch (error) {
    // A page without storage keeps no release.
  }
  if (location.search.length < 2 && !own) return;
  root.setAttribute('data-awaiting-link', '');
  setTimeout(function () {
    if (root.hasAttribute('data-awaiting-link')) {
      root.removeAttribute('data-awaiting-link');
      root.setAttribute('data-link-late', '');
    }
  }, 4000);
})();
