/**
 * One engine process as the controller sees it: start, pump, finish, cancel, and what is remembered of it. No Jenkins type
 * is used here: what Jenkins has to do stands behind ports.
 */
@NullMarked
package io.jenkins.plugins.packerbuild.session;

import org.jspecify.annotations.NullMarked;
