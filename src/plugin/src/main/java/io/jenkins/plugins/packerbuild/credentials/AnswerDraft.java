package io.jenkins.plugins.packerbuild.credentials;

import io.jenkins.plugins.packerbuild.session.SessionRecord.CredentialName;
import io.jenkins.plugins.packerbuild.session.SessionSecrets.Answer;
import io.jenkins.plugins.packerbuild.session.SessionSecrets.Credential;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An answer in the making. For one thread. */
final class AnswerDraft {

    private final String filesDirectory;
    private final List<Credential> credentials = new ArrayList<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<FoundCredential, String> paths = new IdentityHashMap<>();
    private final Set<CredentialName> names = new LinkedHashSet<>();
    private final Set<String> remarks = new LinkedHashSet<>();

    /** With the directory that its files will be in, on the agent. */
    AnswerDraft(String filesDirectory) {
        this.filesDirectory = filesDirectory;
    }

    void remark(String sentence) {
        remarks.add(sentence);
    }

    void give(Credential credential) {
        credentials.add(credential);
    }

    /** Keeps the name, so that it can be found again after a restart or for a cleanup. */
    void remember(FoundCredential found, String target) {
        CredentialEntry entry = found.entry();
        names.add(new CredentialName(entry.isForVariable(), target, entry.credentialsId(), entry.endpoint()));
    }

    /** The path that a file will have on the agent. */
    String path(FoundCredential found, CredentialValue.NamedFile file) {
        return paths.computeIfAbsent(found, key -> {
            String name = (files.size() + 1) + "-" + file.name().replaceAll("[^A-Za-z0-9._-]", "_");
            files.put(name, file.content());
            return filesDirectory + (filesDirectory.contains("\\") ? "\\" : "/") + name;
        });
    }

    Answer answer(Map<String, String> variables) {
        return new Answer(variables, credentials, files, List.copyOf(names), List.copyOf(remarks));
    }
}
