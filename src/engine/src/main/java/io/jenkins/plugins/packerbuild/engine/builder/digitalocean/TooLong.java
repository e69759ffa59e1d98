package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import java.time.Duration;
import java.util.Locale;

/**
 * Makes the sentence for what did not come to an end in time.
 *
 * @param option that limits it, as in {@code state_timeout}
 */
record TooLong(String option, Duration limit, String place) {

    /** As in: Could not create snapshot 'x' in digitalocean nyc3: it is not completed after 1h. Raise ... */
    BuildException because(String whatFailed, String state) {
        String time = limit.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
        return new BuildException(
                Problem.of("Could not " + whatFailed + " in " + place + ": " + state + " after " + time + ".")
                        .withCure("Raise '" + option + "', or look at it in DigitalOcean's control panel."));
    }
}
