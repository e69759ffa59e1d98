package io.jenkins.plugins.packerbuild.session;

import java.time.Duration;

/**
 * The time in which an agent cannot be reached: said once, and asked about less and less often. One failed try is not worth
 * a line, least of all when Jenkins itself goes down, where agents are the first to leave. One thread.
 */
final class Outage {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final int WORTH_A_LINE = 2;

    private final SessionConsole console;
    private Duration next = FIRST;
    private int tries;

    Outage(SessionConsole console) {
        this.console = console;
    }

    /**
     * It could not be reached.
     *
     * @param place as in {@code agent 'linux-1'}
     * @param what what goes on meanwhile, a sentence
     * @return when to try again
     */
    Duration begin(String place, Throwable why, String what) {
        tries++;
        if (tries == WORTH_A_LINE) {
            console.say(capital(place) + " cannot be reached: " + RecordsException.words(why) + ". " + what
                    + "; waiting for it to come back.");
        }
        Duration now = next;
        next = now.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : now.multipliedBy(2);
        return now;
    }

    /** It has answered. */
    void end(String place) {
        if (tries >= WORTH_A_LINE) {
            console.say(capital(place) + " is back.");
        }
        tries = 0;
        next = FIRST;
    }

    /** How a session's agent is called. */
    static String place(SessionRecord record) {
        return record.node().isEmpty() ? "the built-in node" : "agent '" + CleanText.name(record.node()) + "'";
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
