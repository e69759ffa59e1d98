/** The account of every call and of what is left in each cloud. */
@NullMarked
package io.jenkins.plugins.packerbuild.simulator.account;

import org.jspecify.annotations.NullMarked;
