// Sends one file in one request, and says what came of it:
// {kind: "answer", answer} | {kind: "network" | "server" | "login" | "cancelled"}.

const STALLED = 60_000; // ms without a byte moving
const JUDGED = 120_000; // ms for the answer once all is sent

export const token = (form) => {
  // The cookie first: logging in again in another window changes it under an open page.
  const cookie = document.cookie.split("; ").find((each) => each.startsWith(`${form.dataset.csrfCookie}=`));
  return cookie ? cookie.split("=")[1] : form.querySelector("[name=csrfmiddlewaretoken]").value;
};

const outcome = (request, login) => {
  const isJson = request.getResponseHeader("Content-Type")?.startsWith("application/json");
  if (isJson) return { kind: "answer", answer: JSON.parse(request.responseText) };
  if (request.status === 403 || new URL(request.responseURL).pathname === login) return { kind: "login" };
  if (request.status === 413) return { kind: "tooLarge" };
  return { kind: "server" };
};

// Returns {done: Promise, cancel}. `onProgress(loaded, total)` while it goes.
export const send = (file, { form, onProgress }) => {
  const request = new XMLHttpRequest();
  let watch;
  const expect = (ms) => {
    clearTimeout(watch);
    watch = setTimeout(() => request.abort(), ms);
  };
  let cancelled = false;
  const done = new Promise((resolve) => {
    const end = (result) => {
      clearTimeout(watch);
      resolve(cancelled ? { kind: "cancelled" } : result);
    };
    request.upload.addEventListener("progress", (event) => {
      expect(STALLED);
      onProgress(event.loaded, event.total || file.size);
    });
    request.upload.addEventListener("load", () => expect(JUDGED));
    request.addEventListener("load", () => end(outcome(request, form.dataset.login)));
    request.addEventListener("error", () => end({ kind: "network" }));
    request.addEventListener("abort", () => end({ kind: "network" }));
  });
  const body = new FormData();
  body.append("file", file, file.name);
  if (form.querySelector("[name=_popup]")) body.append("_popup", "1");
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "application/json");
  request.setRequestHeader("X-CSRFToken", token(form));
  expect(STALLED);
  request.send(body);
  return {
    done,
    cancel: () => {
      cancelled = true;
      request.abort();
    },
  };
};
