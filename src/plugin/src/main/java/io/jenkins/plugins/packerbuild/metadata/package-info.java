/** What a Jenkins build remembers of its sessions: run action, pages, REST, environment, manifest, and results of steps. */
@NullMarked
package io.jenkins.plugins.packerbuild.metadata;

import org.jspecify.annotations.NullMarked;
