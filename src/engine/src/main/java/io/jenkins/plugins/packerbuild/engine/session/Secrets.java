package io.jenkins.plugins.packerbuild.engine.session;

import io.jenkins.plugins.packerbuild.engine.build.Planner;
import io.jenkins.plugins.packerbuild.engine.builder.GivenCredential;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.secret.SecretSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The values that whoever started the engine gives to it: {@code secrets.json}, which is deleted as soon as it is read.
 *
 * <p>Fields of a credential, any subset of these; others are passed over:
 *
 * <table>
 * <caption>by target</caption>
 * <tr><th>target</th><th>fields</th></tr>
 * <tr><td>a variable</td><td>{@code value}</td></tr>
 * <tr><td>{@code amazon-ebs}</td><td>{@code access_key}, {@code secret_key}, {@code token}</td></tr>
 * <tr><td>{@code digitalocean}</td><td>{@code api_token}</td></tr>
 * <tr><td>every builder with a machine</td><td>{@code ssh_username}, {@code ssh_password}, {@code ssh_private_key} (its
 * text), {@code ssh_private_key_file} (a path, best below {@code files/} of the session, which the engine removes); a user
 * name where the template has none, the others where it has neither a password nor a key</td></tr>
 * </table>
 *
 * @param variables values of user variables by name, all of them: nobody can know which are sensitive
 * @param credentials each for one variable or one builder
 */
public record Secrets(Map<String, Secret> variables, List<Credential> credentials) implements Planner.Credentials {

    /** What is given when nobody gives anything. */
    public static final Secrets NONE = new Secrets(Map.of(), List.of());

    private static final Set<PosixFilePermission> OTHERS = EnumSet.complementOf(EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));

    /** Copies its collections. */
    public Secrets {
        variables = Map.copyOf(variables);
        credentials = List.copyOf(credentials);
    }

    /** What a credential is for. */
    public enum Target {
        /** A user variable, by name. Its value is the field {@code value}. */
        VARIABLE,
        /** A build by name, else every build of this builder type. */
        BUILDER
    }

    /**
     * One credential.
     *
     * @param target what it is for
     * @param targetName which variable or builder
     * @param credential its values and the endpoints they may go to
     */
    public record Credential(Target target, String targetName, GivenCredential credential) {}

    /**
     * Reads the directory's {@code secrets.json} and deletes it, whatever comes of the reading. Empty when there is none.
     *
     * @throws BuildException when it cannot be read, is wrong, may be read by others, or cannot be deleted
     */
    static Optional<Secrets> take(SessionDirectory directory) {
        Path file = directory.secrets();
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            checkClosedToOthers(file);
            return Optional.of(read(file));
        } finally {
            delete(file);
        }
    }

    /** Field by field, one for a build's name wins over one for its type. */
    @Override
    public List<GivenCredential> forBuilder(String name, String type) {
        return Stream.concat(given(Target.BUILDER, name), given(Target.BUILDER, type))
                .distinct()
                .toList();
    }

    /** Of several for one variable, the first. */
    @Override
    public Map<String, GivenCredential> forVariables() {
        Map<String, GivenCredential> byName = new LinkedHashMap<>();
        for (Credential credential : credentials) {
            if (credential.target() == Target.VARIABLE) {
                byName.putIfAbsent(credential.targetName(), credential.credential());
            }
        }
        return byName;
    }

    /**
     * The value of a variable: {@code vars} win over a credential.
     *
     * @param endpoint where it will be sent to: a credential that may not go there does not count
     */
    public Optional<Secret> forVariable(String name, String endpoint) {
        Secret value = variables.get(name);
        return value != null
                ? Optional.of(value)
                : given(Target.VARIABLE, name)
                        .findFirst()
                        .filter(credential -> credential.allowedAt(endpoint))
                        .flatMap(credential -> credential.field(GivenCredential.VALUE));
    }

    /** Values of all variables, those of credentials included. */
    public Map<String, Secret> variableValues() {
        Map<String, Secret> values = new LinkedHashMap<>();
        forVariables()
                .forEach((name, credential) ->
                        credential.field(GivenCredential.VALUE).ifPresent(value -> values.put(name, value)));
        values.putAll(variables);
        return values;
    }

    /** Every value of every credential. */
    public List<Secret> credentialValues() {
        return credentials.stream()
                .flatMap(credential -> credential.credential().fields().values().stream())
                .toList();
    }

    private Stream<GivenCredential> given(Target target, String name) {
        return credentials.stream()
                .filter(credential -> credential.target() == target)
                .filter(credential -> credential.targetName().equals(name))
                .map(Credential::credential);
    }

    private static Secrets read(Path file) {
        JsonFields json = JsonFields.read(file);
        List<Credential> credentials = new ArrayList<>();
        for (JsonFields credential : json.objects("credentials")) {
            credentials.add(credential(credential));
        }
        return new Secrets(secrets(json.textMap("vars")), credentials);
    }

    private static Credential credential(JsonFields json) {
        JsonFields target = json.object("target");
        if (target.has("variable") == target.has("builder")) {
            throw json.wrong("target", "an object with either 'variable' or 'builder'");
        }
        boolean variable = target.has("variable");
        GivenCredential given = new GivenCredential(
                secrets(json.textMap("fields")), json.texts("endpoints"), SecretSource.credential(json.text("name")));
        return new Credential(
                variable ? Target.VARIABLE : Target.BUILDER, target.text(variable ? "variable" : "builder"), given);
    }

    private static Map<String, Secret> secrets(Map<String, String> texts) {
        Map<String, Secret> secrets = new LinkedHashMap<>();
        texts.forEach((name, value) -> secrets.put(name, Secret.of(value)));
        return secrets;
    }

    private static void checkClosedToOthers(Path file) {
        try {
            boolean open = SessionDirectory.isPosix(file)
                    && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
            if (open) {
                throw new BuildException(
                        Problem.of("Could not use session file '" + file + "': other users may read it.")
                                .withCure("Write it with mode 0600; what is in it counts as known to others."));
            }
        } catch (IOException e) {
            throw new BuildException(
                    Problem.of("Could not read session file '" + file + "': " + SessionDirectory.words(e) + "."), e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new BuildException(
                    Problem.of("Could not delete session file '" + file + "': " + SessionDirectory.words(e) + ".")
                            .withCure("Delete it: it holds secrets."),
                    e);
        }
    }
}
