package io.jenkins.plugins.packerbuild.simulator.digitalocean;

import io.jenkins.plugins.packerbuild.simulator.http.Answer;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Reading actions: {@code /v2/actions} and the actions of a droplet or an image. */
final class ActionOperations {

    private static final String OF_DROPLET = "/v2/droplets/*/actions";
    private static final String OF_IMAGE = "/v2/images/*/actions";

    private final Account account;

    ActionOperations(Account account) {
        this.account = account;
    }

    List<Route> routes() {
        return List.of(
                Route.of("actions_list", "GET", "/v2/actions", call -> list(call, action -> true)),
                Route.of("actions_get", "GET", "/v2/actions/*", call -> one(account.action(call.id(0)))),
                Route.of("dropletActions_list", "GET", OF_DROPLET, call -> listOf(call, "droplet")),
                Route.of("dropletActions_get", "GET", OF_DROPLET + "/*", call -> oneOf(call, "droplet")),
                Route.of("imageActions_list", "GET", OF_IMAGE, call -> listOf(call, "image")),
                Route.of("imageActions_get", "GET", OF_IMAGE + "/*", call -> oneOf(call, "image")));
    }

    private Answer listOf(Call call, String resourceType) {
        return list(call, action -> action.isOf(resourceType, call.id(0)));
    }

    private Answer oneOf(Call call, String resourceType) {
        Action action = account.action(call.id(1));
        if (!action.isOf(resourceType, call.id(0))) {
            throw ApiError.notFound();
        }
        return one(action);
    }

    private Answer list(Call call, Predicate<Action> wanted) {
        return call.page(
                "actions",
                account.actions.values().stream()
                        .filter(wanted)
                        .sorted(Comparator.comparing((Action action) -> action.id)
                                .reversed())
                        .map(Action::json)
                        .toList());
    }

    private static Answer one(Action action) {
        return Json.answer(200, Json.object().set("action", action.json()));
    }
}
