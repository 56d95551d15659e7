// Adds to pages that work without it: keys, focus and swipe-to-address in the slideshow, the
// copy button, and the memory of a chosen language.
(() => {
  const languages = document.querySelector('.languages');
  languages?.addEventListener('click', event => {
    const link = event.target.closest('a');
    if (!link) return;
    const secure = location.protocol === 'https:' ? ';secure' : '';
    document.cookie = `diptych-language=${link.hreflang};path=/;max-age=31536000;samesite=lax${secure}`;
    // To the same slide; one that the other language leaves out leads to the one before it.
    let slide = document.querySelector(':target')?.closest('.slide');
    while (slide && 'alone' in slide.dataset) slide = slide.previousElementSibling;
    if (slide && !link.matches('.elsewhere')) link.hash = slide.id;
  });

  const copy = document.querySelector('.copy');
  if (copy && navigator.clipboard) {
    copy.hidden = false;
    copy.onclick = () => navigator.clipboard.writeText(location.href.split('#')[0]);
  }

  const list = document.querySelector('.slides');
  if (!list) return;
  const slides = list.children; // live: a preview brings slides and takes some
  const shown = () => [...slides].findIndex(slide => slide.querySelector('.show:target'));
  const go = hash => location.replace(hash); // replaced, so that Back leaves the slideshow in one step
  const to = index => slides[index] && go('#' + slides[index].querySelector('.show').id);
  const focus = element => element?.focus({ preventScroll: true });
  let last = -1, timer;

  const settle = () => {
    const index = shown();
    [...slides].forEach((slide, other) => slide.inert = index >= 0 && other !== index); // Tab stays on screen
    if (index >= 0) focus(slides[index].querySelector('h2'));
    else if (last >= 0) focus(slides[last]?.querySelector('.full') ?? slides[last]?.querySelector('h2'));
    last = index;
  };
  addEventListener('hashchange', settle);
  addEventListener('load', () => setTimeout(settle)); // after the browser's own jump to the fragment

  list.addEventListener('click', event => {
    const link = event.target.closest('.bar a');
    if (!link) return;
    event.preventDefault();
    go(link.hash);
  });
  list.addEventListener('scroll', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const index = Math.round(list.scrollLeft / list.clientWidth);
      if (last >= 0 && index !== last) to(index);
    }, 120);
  });
  addEventListener('keydown', event => {
    const index = shown();
    if (index < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: slides.length - 1 }[event.key];
    if (event.key === 'Escape') go('#' + slides[index].id);
    else if (next === undefined) return;
    else to(next);
    event.preventDefault();
  });
})();

// How far the story was read: told once its page is left, without a cookie. `0-3` is a read as far
// as slide 3; whoever comes back to the page and reads on adds `4-6`.
(() => {
  const story = document.querySelector('[data-reads]');
  if (!story || navigator.webdriver) return;
  const slides = [...story.querySelectorAll('.slide')]; // those that were published
  let reached = -1, told = -1;
  const watch = new IntersectionObserver(seen => {
    for (const { intersectionRatio, target } of seen)
      if (intersectionRatio) reached = Math.max(reached, slides.indexOf(target) + 1);
  }, { rootMargin: '0px 0px -25%', threshold: .01 }); // the slide beside the one on show only touches
  const tell = () => {
    if (reached <= told) return;
    fetch(story.dataset.reads, {
      method: 'POST', body: `${told + 1}-${reached}`, keepalive: true, credentials: 'omit', referrerPolicy: 'no-referrer',
    }).catch(() => {});
    told = reached;
  };
  const look = () => {
    if (document.visibilityState === 'hidden') return tell();
    if (reached < 0) slides.forEach(slide => watch.observe(slide)); // once somebody looks at it
    reached = Math.max(reached, 0);
  };
  addEventListener('load', () => {
    look();
    document.addEventListener('visibilitychange', look);
    addEventListener('pagehide', tell);
  });
})();
