package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

/** An SSH key of the account as the API shows it. */
record AccountKey(long id, String name) {}
