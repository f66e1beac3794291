// Asks Teams who is signed in there, and gives its word for it to the bot, which checks it. Nothing else is sent.
(async () => {
  const show = (name) => {
    for (const part of document.querySelectorAll('[data-when]')) part.hidden = part.dataset.when !== name;
  };
  // A browser that keeps no cookie would be signed in for ever.
  const kept = () => { try { return Number(sessionStorage.getItem('signed')); } catch { return 0; } };
  const keep = () => { try { sessionStorage.setItem('signed', String(Date.now())); } catch { /* asked once more */ } };
  const outside = new Promise((_, no) => setTimeout(() => no(new Error('outside')), 10000));
  let context;
  try {
    if (window === parent && !/Teams/.test(navigator.userAgent)) throw new Error('outside');
    await Promise.race([microsoftTeams.app.initialize(), outside]);
    context = await microsoftTeams.app.getContext();
    milestones.wear(context.app.theme);
    microsoftTeams.app.registerOnThemeChangeHandler(milestones.wear);
  } catch {
    show('outside');
    return;
  }
  try {
    const token = await microsoftTeams.authentication.getAuthToken();
    const answer = await fetch('/tab/session', { method: 'POST', headers: { authorization: `Bearer ${token}` } });
    if (!answer.ok) throw new Error(String(answer.status));
    microsoftTeams.app.notifySuccess();
    if (!document.querySelector('[data-to]') && kept() > Date.now() - 20000) throw new Error('no cookie');
    keep();
    const tab = document.querySelector('[data-to]')?.dataset.to;
    const team = context.team?.internalId;
    location.replace(!tab ? location.href : team ? `${tab}?team=${encodeURIComponent(team)}` : tab);
  } catch {
    show('refused');
    microsoftTeams.app.notifyFailure({ reason: 'AuthFailed' });
  }
})();
