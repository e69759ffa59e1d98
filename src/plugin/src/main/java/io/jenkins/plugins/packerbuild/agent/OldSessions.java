package io.jenkins.plugins.packerbuild.agent;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Session directories of a machine that nobody asks for any more, as after the loss of a controller's records. Credentials
 * in them go after an hour, the rest after 30 days; what a process is at work in stays. Runs on the agent, and compares
 * times of this machine alone.
 */
final class OldSessions {

    private static final Duration SECRETS = Duration.ofHours(1);
    private static final Duration ALL = Duration.ofDays(30);

    private final Path sessions;

    OldSessions(Path sessions) {
        this.sessions = sessions;
    }

    /**
     * Removes what is old enough.
     *
     * @param known names of directories that somebody asks for
     * @return names of directories that were removed
     */
    List<String> sweep(Set<String> known, Instant now) throws IOException {
        List<String> removed = new ArrayList<>();
        for (Path session : directories()) {
            String name = session.getFileName().toString();
            Duration age = Duration.between(lastUse(session), now);
            if (known.contains(name) || age.compareTo(SECRETS) < 0 || new SessionFolder(session).isAlive(0)) {
                continue;
            }
            if (age.compareTo(ALL) >= 0) {
                Trees.remove(session);
                removed.add(name);
            } else {
                removeSecrets(session);
            }
        }
        return removed;
    }

    /** Also what was cut off while it was written. */
    private static void removeSecrets(Path session) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(session, "secrets.json*")) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Trees.remove(session.resolve(SessionFolder.FILES));
    }

    private List<Path> directories() throws IOException {
        try (Stream<Path> all = Files.list(sessions)) {
            return all.filter(path -> Files.isDirectory(path, java.nio.file.LinkOption.NOFOLLOW_LINKS))
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /** Each file that is written by rename changes the directory's time; others have their own. */
    private static Instant lastUse(Path session) throws IOException {
        Instant last = Files.getLastModifiedTime(session).toInstant();
        for (String name : List.of("heartbeat", "events.jsonl", "ledger.jsonl")) {
            try {
                Instant time = Files.getLastModifiedTime(session.resolve(name)).toInstant();
                last = time.isAfter(last) ? time : last;
            } catch (NoSuchFileException e) {
                // it never came so far
                continue;
            }
        }
        return last;
    }
}
