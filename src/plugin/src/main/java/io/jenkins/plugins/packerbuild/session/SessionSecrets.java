package io.jenkins.plugins.packerbuild.session;

import java.util.List;
import java.util.Map;

/** Knows the values that a session may have: the port to credentials and to the user's variables. */
public interface SessionSecrets {

    /**
     * What the engine needs, as it says itself.
     *
     * @param builders builds that leave something to others
     * @param variables template variables without a value
     */
    record Needs(List<Build> builders, List<String> variables) {
        /** Copies its lists. */
        public Needs {
            builders = List.copyOf(builders);
            variables = List.copyOf(variables);
        }
    }

    /**
     * A build by name, with its builder's type.
     *
     * @param keys whether the template leaves the provider's keys to others
     * @param ssh whether it leaves to others who logs in to the machine, or how
     */
    record Build(String name, String type, boolean keys, boolean ssh) {
        /** One that wants both. */
        public Build(String name, String type) {
            this(name, type, true, true);
        }
    }

    /**
     * What the engine gets. Its text shows no value.
     *
     * @param variables values by name
     * @param credentials each for one builder or one variable
     * @param files credentials that must be files, by their name in the directory for them
     * @param names what to remember of the credentials
     * @param remarks what to tell the user, as in which credential is used for which builder
     */
    record Answer(
            Map<String, String> variables,
            List<Credential> credentials,
            Map<String, byte[]> files,
            List<SessionRecord.CredentialName> names,
            List<String> remarks) {
        /** Copies its collections. */
        public Answer {
            variables = Map.copyOf(variables);
            credentials = List.copyOf(credentials);
            files = Map.copyOf(files);
            names = List.copyOf(names);
            remarks = List.copyOf(remarks);
        }

        @Override
        public String toString() {
            return "Answer" + names;
        }
    }

    /**
     * One credential of the answer. Its text shows no value.
     *
     * @param variable whether the target is a template variable, whose value is the field {@code value}
     * @param target the variable's name, or a build's name, else a builder type
     * @param fields values by the builder option that they stand for, as in {@code api_token}
     * @param endpoints base URLs that it may be sent to, besides the provider's own
     * @param name a printable name, as in {@code do-token}
     */
    record Credential(
            boolean variable, String target, Map<String, String> fields, List<String> endpoints, String name) {
        /** Copies its collections. */
        public Credential {
            fields = Map.copyOf(fields);
            endpoints = List.copyOf(endpoints);
        }

        @Override
        public String toString() {
            return "Credential[" + target + ", " + name + "]";
        }
    }

    /**
     * Finds the values. May take seconds.
     *
     * @param filesDirectory where files of the answer will be, absolute, on the agent
     * @throws SessionException when one that was asked for does not exist or has the wrong type
     */
    Answer answer(Needs needs, String filesDirectory) throws SessionException;

    /** Replaces everything secret that is known so far in a line that is about to be shown or written. */
    String mask(String line);
}
