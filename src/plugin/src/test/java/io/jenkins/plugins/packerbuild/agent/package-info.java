/** Tests of what runs on agents, on directories and processes of this machine. */
@NullMarked
package io.jenkins.plugins.packerbuild.agent;

import org.jspecify.annotations.NullMarked;
