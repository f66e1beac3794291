// The theme of Teams before anything is drawn, and while the page is open. Without Teams the browser's own.
(() => {
  const script = document.currentScript;
  const root = document.documentElement;
  const wear = (theme) => {
    if (!/^(default|dark|contrast|glass)$/.test(theme ?? '')) return;
    root.dataset.theme = theme;
    try { sessionStorage.setItem('theme', theme); } catch { /* a frame without storage: the theme comes from Teams */ }
  };
  const kept = (name) => { try { return sessionStorage.getItem(name); } catch { return null; } };
  wear(new URLSearchParams(location.search).get('theme') ?? kept('theme'));
  window.milestones = { wear };

  document.addEventListener('DOMContentLoaded', () => {
    for (const button of document.querySelectorAll('[data-print]')) {
      button.hidden = false;
      button.addEventListener('click', () => print());
    }
    for (const list of document.querySelectorAll('[data-submits]')) {
      list.addEventListener('change', () => list.form.requestSubmit());
    }
    if (window === parent || document.querySelector('script[src*="sign-in"]')) return;
    const teams = document.createElement('script');
    teams.src = script.dataset.teams;
    teams.addEventListener('load', async () => {
      try {
        await microsoftTeams.app.initialize();
        wear((await microsoftTeams.app.getContext()).app.theme);
        microsoftTeams.app.registerOnThemeChangeHandler(wear);
      } catch { /* framed by something that is not Teams: nothing to follow */ }
    });
    document.head.append(teams);
  });
})();
