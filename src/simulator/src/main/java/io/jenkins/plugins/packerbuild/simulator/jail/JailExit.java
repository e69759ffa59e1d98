package io.jenkins.plugins.packerbuild.simulator.jail;

import java.util.Optional;

/**
 * How a command ended.
 *
 * @param code the exit status; 128 plus its number if it was a signal
 * @param signal the signal's name without SIG, as {@code TERM}; empty if the command ended by itself. An interrupt or
 *     a broken pipe is not told from an exit status of 130 or 141.
 */
public record JailExit(int code, Optional<String> signal) {}
