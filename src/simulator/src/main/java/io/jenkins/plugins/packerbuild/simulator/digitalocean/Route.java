package io.jenkins.plugins.packerbuild.simulator.digitalocean;

import io.jenkins.plugins.packerbuild.simulator.http.Answer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Where one operation is reached.
 *
 * @param operationId its name in DigitalOcean's API description
 * @param path matches the path; its groups are the path's variable parts
 */
record Route(String operationId, String method, Pattern path, Function<Call, Answer> operation) {

    /**
     * A route.
     *
     * @param template the path with a star for each variable part, as {@code /v2/droplets/*}
     */
    static Route of(String operationId, String method, String template, Function<Call, Answer> operation) {
        return new Route(operationId, method, Pattern.compile(template.replace("*", "([^/]+)")), operation);
    }

    /** The variable parts of the path, if this route is meant. */
    Optional<List<String>> match(String calledMethod, String calledPath) {
        Matcher matcher = path.matcher(calledPath);
        if (!method.equals(calledMethod) || !matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(IntStream.rangeClosed(1, matcher.groupCount())
                .mapToObj(matcher::group)
                .toList());
    }
}
