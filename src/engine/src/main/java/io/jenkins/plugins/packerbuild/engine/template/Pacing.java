package io.jenkins.plugins.packerbuild.engine.template;

import java.time.Duration;

/**
 * When and how often a provisioner runs, whatever it does: Packer's own options of every provisioner.
 *
 * @param pauseBefore {@code pause_before}, before every try; zero for none
 * @param timeout {@code timeout} of every try, without the pause; zero for none
 * @param maxRetries {@code max_retries}: how many tries may follow the first; zero for none
 */
public record Pacing(Duration pauseBefore, Duration timeout, int maxRetries) {

    /** Once, at once, for as long as it takes. */
    public static final Pacing NONE = new Pacing(Duration.ZERO, Duration.ZERO, 0);
}
