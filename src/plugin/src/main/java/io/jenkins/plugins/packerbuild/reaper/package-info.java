/**
 * Looks after sessions that nobody leads any more: ends their engines, removes what they have left in a cloud, and tells
 * the administrator what could not be removed.
 */
@NullMarked
package io.jenkins.plugins.packerbuild.reaper;

import org.jspecify.annotations.NullMarked;
