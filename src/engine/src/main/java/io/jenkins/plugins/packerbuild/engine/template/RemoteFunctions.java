package io.jenkins.plugins.packerbuild.engine.template;

import static io.jenkins.plugins.packerbuild.engine.template.action.TextFunction.Parameter.TEXT;

import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.template.action.ActionException;
import io.jenkins.plugins.packerbuild.engine.template.action.TextFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The functions that ask servers; remembers what they tell, because all of it is secret. */
final class RemoteFunctions {

    private final RemoteValues remote;
    private final List<Secret> secrets = new ArrayList<>();

    RemoteFunctions(RemoteValues remote) {
        this.remote = remote;
    }

    /** What was told so far. */
    List<Secret> secrets() {
        return List.copyOf(secrets);
    }

    Map<String, TextFunction> all() {
        return Map.of(
                "vault",
                TextFunction.of(
                        (values, data) -> told(() -> remote.vault(text(values, 0), text(values, 1))), TEXT, TEXT),
                "consul_key",
                TextFunction.of((values, data) -> told(() -> remote.consul(text(values, 0))), TEXT),
                "aws_secretsmanager",
                TextFunction.variadic((values, data) -> aws(values), TEXT));
    }

    private Object aws(List<Object> values) {
        if (values.isEmpty()) {
            throw ActionException.of("secret name must be provided", "Write {{aws_secretsmanager `name`}}.");
        }
        if (values.size() > 2) {
            throw ActionException.of(
                    "only secret name and optional secret key can be provided",
                    "Write {{aws_secretsmanager `name` `key`}}.");
        }
        Optional<String> key = values.size() == 2 ? Optional.of(text(values, 1)) : Optional.empty();
        return told(() -> remote.aws(text(values, 0), key));
    }

    private static String text(List<Object> values, int index) {
        return (String) values.get(index);
    }

    private String told(Supplier<Secret> question) {
        try {
            Secret answer = question.get();
            secrets.add(answer);
            return answer.reveal();
        } catch (RemoteValues.Unavailable e) {
            throw ActionException.of(String.valueOf(e.getMessage()), e.cure());
        }
    }
}
