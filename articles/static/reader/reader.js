// Adds to pages that work without it: keys, focus, swipe-to-address and zoom in the slideshow,
// sharing, and the memory of a chosen language. Its words stand in the page.
(() => {
  const find = selector => document.querySelector(selector);
  const { clipboard } = navigator;
  const current = () => find('.show:target')?.closest('.slide');
  const focus = element => element?.focus({ preventScroll: true });
  const go = hash => location.replace(hash); // replaced, so that Back leaves the slideshow in one step

  addEventListener('click', event => {
    const link = event.target.closest?.('.languages a, .there');
    if (!link) return;
    const secure = location.protocol === 'https:' ? ';secure' : '';
    document.cookie = `diptych-language=${link.hreflang};path=/;max-age=31536000;samesite=lax${secure}`;
    // To the same slide; one that the other language leaves out leads to the one before it.
    let slide = find('.slide:target');
    while (slide && 'alone' in slide.dataset) slide = slide.previousElementSibling;
    if (slide && !link.matches('.elsewhere')) link.hash = slide.id;
  });

  const list = find('.slides');
  if (!list) return;

  const said = find('.said');
  const copy = url => clipboard.writeText(url).then(() => {
    said.textContent = said.dataset.copied;
    setTimeout(() => said.textContent = '', 4000);
  });
  const pass = (button, words, hash = '') => {
    const title = find('meta[property="og:title"]')?.content ?? document.title;
    const url = (find('link[rel=canonical]')?.href ?? location.href.split('#')[0]) + hash;
    if (!navigator.share || button.matches('.copy')) copy(url);
    else navigator.share({ title, text: words ? `${words} – ${title}` : title, url }).catch(() => {});
  };
  const send = find('.send'), copier = find('.copy');
  send.parentNode.hidden = !navigator.share;
  copier.parentNode.hidden = !clipboard;
  send.onclick = copier.onclick = event => pass(event.target);

  const slides = list.children; // live: a preview brings slides and takes some
  const place = slide => [...slides].indexOf(slide);
  const to = index => slides[index] && slides[index] !== current() && go('#' + slides[index].querySelector('.show').id);
  let last, first, opener, wanted, ours, timer; // the slides on screen now and first; how they came there
  let big, moved, tapped = -400; // the picture that is enlarged, and what the pointer did

  // Closing goes back to before the slideshow, if that was this page, and then to where one got.
  const leave = hash => {
    wanted = hash;
    ours ? history.back() : go(hash);
  };

  const resize = (within, sizes) => within.querySelectorAll('[sizes]').forEach(each => each.sizes = sizes);

  const enlarge = (picture, event) => {
    const old = big;
    big = picture;
    if (old) {
      old.classList.remove('enlarged');
      if (document.activeElement === old) focus(old.closest('.slide').querySelector('.zoom'));
      old.removeAttribute('tabindex');
    }
    if (!big) return;
    const box = big.getBoundingClientRect();
    resize(big, 'max(100vw, 60rem)'); // as in site.css
    big.classList.add('enlarged');
    big.tabIndex = 0;
    focus(big);
    const at = (from, length, wide) => event?.detail ? wide * (event[from] - box[from]) / box[length] : wide / 2;
    big.scrollTo(
      at('x', 'width', big.scrollWidth) - big.clientWidth / 2,
      at('y', 'height', big.scrollHeight) - big.clientHeight / 2,
    );
  };
  const toggle = event => enlarge(big ? null : last.querySelector('picture'), event);

  const settle = event => {
    const slide = current();
    if (big) enlarge();
    for (const each of slides) each.inert = slide && each !== slide; // Tab stays on screen
    if (slide && !last) {
      ours = !!event;
      first = slide;
      resize(list, 'auto, (min-width: 60em) 64vw, 100vw');
    }
    if (slide) focus(slide.querySelector('h2'));
    else if (last) {
      const back = last === first && opener;
      const there = wanted && !(back && wanted === '#' + last.id) && find(wanted);
      if (there) go(wanted);
      focus(there ? there.querySelector('.full, h2') ?? there : opener ?? last.querySelector('.full, h2'));
      wanted = opener = null;
    }
    last = slide;
  };
  addEventListener('hashchange', settle);
  addEventListener('load', () => setTimeout(settle)); // after the browser's own jump to the fragment

  addEventListener('click', event => {
    const link = event.target.closest('a, picture');
    const slide = link?.closest('.slide');
    const hash = link?.hash;
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (hash?.startsWith('#show-') && !last) opener = link;
    else if (!slide) return;
    else if (link.matches('.pass')) {
      if (!navigator.share && !clipboard) return;
      pass(link, slide.querySelector('h2')?.textContent, hash);
      event.preventDefault();
    } else if (link.matches('.zoom') || last && !hash && link.tagName === 'PICTURE') {
      // A second tap of a double tap, and the end of a drag, are none.
      if (!moved && event.timeStamp - tapped > 400) toggle(event);
      tapped = event.timeStamp;
      event.preventDefault();
    } else if (link.tagName === 'PICTURE') slide.querySelector('.full').click();
    else if (link.closest('.bar')) {
      event.preventDefault();
      hash.startsWith('#show-') ? go(hash) : leave(hash);
    }
  });

  list.addEventListener('pointerdown', () => moved = false);
  list.addEventListener('pointermove', event => {
    if (!big || !event.buttons || event.pointerType !== 'mouse') return;
    big.scrollBy(-event.movementX, -event.movementY);
    moved = true;
  });
  list.addEventListener('dragstart', event => big && event.preventDefault());
  list.addEventListener('focusin', event => big && !big.contains(event.target) && enlarge());

  list.addEventListener('scroll', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const index = Math.round(list.scrollLeft / list.clientWidth);
      if (last && slides[index] !== last) to(index);
    }, 120);
  });
  addEventListener('resize', () => last && list.scrollTo(place(last) * list.clientWidth, 0)); // turned

  addEventListener('keydown', event => {
    const { key } = event;
    if (!last || event.altKey || event.ctrlKey || event.metaKey) return;
    if (big ? key === 'Escape' || key === '-' : key === '+' || key === '=') toggle();
    else if (key === 'Escape') leave('#' + last.id);
    else {
      const index = place(current()); // `last` lags behind a quick hand
      const next = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: slides.length - 1 }[key];
      if (big || next === undefined) return;
      to(next);
    }
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
