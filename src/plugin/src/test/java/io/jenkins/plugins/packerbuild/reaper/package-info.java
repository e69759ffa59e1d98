/** Tests of what is decided about dead sessions; time is virtual. */
@NullMarked
package io.jenkins.plugins.packerbuild.reaper;

import org.jspecify.annotations.NullMarked;
