package io.jenkins.plugins.packerbuild.engine.communicator.ssh;

import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import java.util.List;
import net.schmizz.sshj.userauth.method.ChallengeResponseProvider;
import net.schmizz.sshj.userauth.password.Resource;

/** Answers every question with the password, as Packer does: not every machine asks for it in the same words. */
record PasswordAnswer(Secret password) implements ChallengeResponseProvider {

    @Override
    public List<String> getSubmethods() {
        return List.of();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void init(Resource resource, String name, String instruction) {
        // Whatever it says, there is one answer.
    }

    @Override
    public char[] getResponse(String prompt, boolean echo) {
        return password.reveal().toCharArray();
    }

    @Override
    public boolean shouldRetry() {
        return false;
    }
}
