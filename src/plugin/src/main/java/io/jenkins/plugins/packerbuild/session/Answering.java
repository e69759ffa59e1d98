package io.jenkins.plugins.packerbuild.session;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Gives the engine the values that it asks for. One thread. */
final class Answering {

    private static final Logger LOG = Logger.getLogger(Answering.class.getName());

    private final SessionPorts ports;
    private final SessionMemory memory;
    private final SessionConsole console;

    Answering(SessionPorts ports, SessionMemory memory, SessionConsole console) {
        this.ports = ports;
        this.memory = memory;
        this.console = console;
    }

    /** After a restart nobody knows the values any more; without them nothing can be masked. */
    void recall() {
        Progress progress = memory.progress();
        if (progress.answered()) {
            try {
                SessionSecrets.Needs nothing = new SessionSecrets.Needs(List.of(), List.of());
                ports.secrets()
                        .answer(progress.asked().orElse(nothing), ports.host().filesDirectory());
            } catch (SessionException | RuntimeException e) {
                // A store of credentials that is away must not end a build that has its values already.
                LOG.log(Level.INFO, "Values of session " + memory.record().id() + " cannot be found again", e);
            }
        }
    }

    /** Answers once, when the engine has asked and still waits. */
    void answerIfAsked() throws IOException, InterruptedException, RecordsException, SessionException {
        Progress progress = memory.progress();
        boolean waits = progress.asked().isPresent()
                && !progress.answered()
                && progress.exit().isEmpty()
                && memory.model().runId().isEmpty();
        if (waits) {
            answer(progress.asked().orElseThrow());
        }
    }

    /**
     * Finds the values and brings them to the agent. Their names are remembered before.
     *
     * @throws SessionException when one of them cannot be had
     */
    void answer(SessionSecrets.Needs needs)
            throws IOException, InterruptedException, RecordsException, SessionException {
        SessionSecrets.Answer answer =
                ports.secrets().answer(needs, ports.host().filesDirectory());
        remember(answer.names());
        ports.host().answer(SecretsJson.write(answer), answer.files());
        console.say(answer.remarks());
        memory.progress(memory.progress().withAnswered());
        memory.save();
    }

    /** A credential that one cleanup has not found may be there again for the next. */
    private void remember(List<SessionRecord.CredentialName> names) throws RecordsException {
        SessionRecord record = memory.record();
        Set<SessionRecord.CredentialName> all = new LinkedHashSet<>(record.credentials());
        if (all.addAll(names)) {
            memory.record(record.withCredentials(List.copyOf(all)));
        }
    }
}
