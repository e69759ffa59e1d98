package io.jenkins.plugins.packerbuild.simulator.digitalocean;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.packerbuild.simulator.http.Answer;
import java.util.List;

/** {@code /v2/account} and {@code /v2/account/keys}. */
final class KeyOperations {

    private static final String KEYS = "/v2/account/keys";

    private final Account account;

    KeyOperations(Account account) {
        this.account = account;
    }

    List<Route> routes() {
        return List.of(
                Route.of("account_get", "GET", "/v2/account", call -> account()),
                Route.of("sshKeys_list", "GET", KEYS, this::list),
                Route.of("sshKeys_create", "POST", KEYS, this::create),
                Route.of("sshKeys_get", "GET", KEYS + "/*", call -> one(200, key(call))),
                Route.of("sshKeys_delete", "DELETE", KEYS + "/*", this::delete));
    }

    private static Answer account() {
        ObjectNode account = Json.object()
                .put("droplet_limit", 1000)
                .put("floating_ip_limit", 5)
                .put("email", "simulator@example.com")
                .put("name", "Simulator")
                .put("uuid", "b6fr89dbf6d9156cace5f3c78dc9851d957381ef")
                .put("email_verified", true)
                .put("status", "active")
                .put("status_message", "");
        return Json.answer(200, Json.object().set("account", account));
    }

    private Answer list(Call call) {
        return call.page(
                "ssh_keys", account.keys.values().stream().map(AccountKey::json).toList());
    }

    private Answer create(Call call) {
        JsonNode json = call.json();
        String name = json.path("name").asText("");
        if (name.isEmpty()) {
            throw ApiError.unprocessable("Name can't be blank");
        }
        AccountKey key =
                AccountKey.of(account.nextId(), name, json.path("public_key").asText(""));
        if (account.keys.values().stream().anyMatch(other -> other.fingerprint().equals(key.fingerprint()))) {
            throw ApiError.unprocessable("SSH Key is already in use on your account");
        }
        account.keys.put(key.id(), key);
        return one(201, key);
    }

    private Answer delete(Call call) {
        account.keys.remove(key(call).id());
        return Answer.noContent();
    }

    private AccountKey key(Call call) {
        return account.keys.values().stream()
                .filter(key -> key.isNamed(call.path().get(0)))
                .findFirst()
                .orElseThrow(ApiError::notFound);
    }

    private static Answer one(int status, AccountKey key) {
        return Json.answer(status, Json.object().set("ssh_key", key.json()));
    }
}
