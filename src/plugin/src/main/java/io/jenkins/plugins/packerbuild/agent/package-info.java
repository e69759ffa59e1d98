/**
 * The machine on which an engine runs, reached through Jenkins: brings the engine there, starts it, looks at it, ends it.
 * What runs on the agent itself uses no Jenkins type, so that it is tested on a directory.
 */
@NullMarked
package io.jenkins.plugins.packerbuild.agent;

import org.jspecify.annotations.NullMarked;
