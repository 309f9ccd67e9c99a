// Sveltia CMS would start by itself as soon as it has loaded.
window.CMS_MANUAL_INIT = true;
