/** Checks requests and answers against a provider's own description of its API. The engine's tests use it too. */
@NullMarked
package io.jenkins.plugins.packerbuild.simulator.contract;

import org.jspecify.annotations.NullMarked;
