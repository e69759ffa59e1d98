package io.jenkins.plugins.packerbuild.simulator.digitalocean;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.packerbuild.simulator.fault.FaultKind;
import io.jenkins.plugins.packerbuild.simulator.http.Answer;
import io.jenkins.plugins.packerbuild.simulator.http.Request;
import java.util.List;
import java.util.Optional;

/**
 * One call of one operation.
 *
 * @param path the parts of the path that stand for something, in order
 * @param fault what is to go wrong with what the call begins
 */
record Call(Request request, List<String> path, Optional<FaultKind> fault) {

    private static final int DEFAULT_PAGE_SIZE = 20;
    private static final int MAX_PAGE_SIZE = 200;

    JsonNode json() {
        return Json.parse(request.body());
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(request.query().get(name)).filter(value -> !value.isEmpty());
    }

    /** The numeric id at that place of the path; something that is no number names nothing. */
    long id(int place) {
        return number(path.get(place)).orElseThrow(ApiError::notFound);
    }

    static Optional<Long> number(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    boolean suffers(FaultKind kind) {
        return fault.filter(kind::equals).isPresent();
    }

    /** The page that is asked for out of all items, with {@code links} and {@code meta}. */
    Answer page(String name, List<ObjectNode> items) {
        int size = Math.min(MAX_PAGE_SIZE, positive("per_page", DEFAULT_PAGE_SIZE));
        int page = positive("page", 1);
        int from = (int) Math.min(items.size(), (page - 1L) * size);
        int to = Math.min(items.size(), from + size);
        ObjectNode body = Json.object();
        body.set(name, Json.objects(items.subList(from, to)));
        body.set("links", links(page, size, Math.max(1, (items.size() + size - 1) / size)));
        body.set("meta", Json.object().put("total", items.size()));
        return Json.answer(200, body);
    }

    private ObjectNode links(int page, int size, int last) {
        ObjectNode pages = Json.object();
        if (page > 1) {
            pages.put("first", link(1, size)).put("prev", link(page - 1, size));
        }
        if (page < last) {
            pages.put("next", link(page + 1, size)).put("last", link(last, size));
        }
        ObjectNode links = Json.object();
        if (!pages.isEmpty()) {
            links.set("pages", pages);
        }
        return links;
    }

    private String link(int page, int size) {
        String host = request.header("Host").orElse("api.digitalocean.com");
        return "http://" + host + request.uri().getRawPath() + "?page=" + page + "&per_page=" + size;
    }

    private int positive(String name, int otherwise) {
        return query(name)
                .flatMap(Call::number)
                .map(value -> (int) Math.min(Integer.MAX_VALUE, Math.max(1, value)))
                .orElse(otherwise);
    }
}
