package io.jenkins.plugins.packerbuild.simulator.digitalocean;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.packerbuild.simulator.fault.FaultKind;
import io.jenkins.plugins.packerbuild.simulator.http.Answer;
import io.jenkins.plugins.packerbuild.simulator.latency.Phase;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code /v2/images}, {@code /v2/snapshots}, {@code /v2/regions} and {@code /v2/sizes}. */
final class ImageOperations {

    private static final String IMAGES = "/v2/images";
    private static final String SNAPSHOTS = "/v2/snapshots";

    private final Account account;

    ImageOperations(Account account) {
        this.account = account;
    }

    List<Route> routes() {
        return List.of(
                Route.of(
                        "regions_list",
                        "GET",
                        "/v2/regions",
                        call -> call.page(
                                "regions",
                                Catalogue.REGIONS.stream()
                                        .map(Catalogue.Region::json)
                                        .toList())),
                Route.of(
                        "sizes_list",
                        "GET",
                        "/v2/sizes",
                        call -> call.page(
                                "sizes",
                                Catalogue.SIZES.stream()
                                        .map(Catalogue.Size::json)
                                        .toList())),
                Route.of("images_list", "GET", IMAGES, this::list),
                Route.of("images_get", "GET", IMAGES + "/*", this::get),
                Route.of("images_delete", "DELETE", IMAGES + "/*", this::delete),
                Route.of("imageActions_post", "POST", IMAGES + "/*/actions", this::act),
                Route.of("snapshots_list", "GET", SNAPSHOTS, this::listSnapshots),
                Route.of(
                        "snapshots_get",
                        "GET",
                        SNAPSHOTS + "/*",
                        call -> Json.answer(
                                200,
                                Json.object().set("snapshot", snapshot(call).snapshotJson()))),
                Route.of("snapshots_delete", "DELETE", SNAPSHOTS + "/*", this::delete));
    }

    private Answer list(Call call) {
        Predicate<Image> own =
                image -> image.isSnapshot() || !call.query("private").equals(Optional.of("true"));
        Predicate<Image> tagged =
                image -> call.query("tag_name").map(image.tags::contains).orElse(true);
        Predicate<Image> typed = image -> call.query("type")
                .map(type -> type.equals("distribution") != image.isSnapshot())
                .orElse(true);
        return call.page(
                "images",
                account.images.values().stream()
                        .filter(own.and(tagged).and(typed))
                        .map(Image::json)
                        .toList());
    }

    private Answer get(Call call) {
        String idOrSlug = call.path().get(0);
        Image image = find(idOrSlug).orElseThrow(ApiError::notFound);
        return Json.answer(200, Json.object().set("image", image.json()));
    }

    /** An image by its id or its slug. */
    Optional<Image> find(String idOrSlug) {
        return account.images.values().stream()
                .filter(image ->
                        idOrSlug.equals(Long.toString(image.id)) || image.slug().equals(Optional.of(idOrSlug)))
                .findFirst();
    }

    private Answer listSnapshots(Call call) {
        boolean droplets = !call.query("resource_type").equals(Optional.of("volume"));
        return call.page(
                "snapshots",
                account.snapshots().stream()
                        .filter(image -> droplets)
                        .map(Image::snapshotJson)
                        .toList());
    }

    private Answer delete(Call call) {
        Image image = snapshot(call);
        account.images.remove(image.id);
        account.droplets.values().forEach(droplet -> droplet.snapshotIds.remove(image.id));
        return Answer.noContent();
    }

    private Image snapshot(Call call) {
        return Optional.of(account.image(call.id(0))).filter(Image::isSnapshot).orElseThrow(ApiError::notFound);
    }

    private Answer act(Call call) {
        JsonNode json = call.json();
        Image image = account.image(call.id(0));
        if (!json.path("type").asText().equals("transfer")) {
            throw ApiError.unprocessable("Action type is not supported for this image.");
        }
        Catalogue.Region region = Catalogue.region(json.path("region").asText())
                .orElseThrow(() -> ApiError.unprocessable("You specified an invalid region."));
        if (image.regions.contains(region.slug())) {
            throw ApiError.unprocessable("The image is already available in this region.");
        }
        Action action = account.begin("transfer", new Action.Subject("image", image.id, region));
        if (!call.suffers(FaultKind.NEVER_READY)) {
            boolean well = !call.suffers(FaultKind.FAILED);
            account.world.after(Phase.IMAGE_TRANSFERRED, () -> transferred(image, action, well));
        }
        return Json.answer(201, Json.object().set("action", action.json()));
    }

    private void transferred(Image image, Action action, boolean well) {
        synchronized (account) {
            action.end(well, account.world.now());
            if (well) {
                image.regions.add(action.subject.region().slug());
            }
        }
    }
}
