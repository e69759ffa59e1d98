package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What tags, the description and provisioners may ask for about where the build came from.
 *
 * @param region of the build
 * @param source the image that it started from
 */
record SourceData(String region, ImageInfo source) {

    /** Besides Packer's common ones. */
    static final List<String> GENERATED = List.of(
            "BuildRegion",
            "SourceAMI",
            "SourceAMIName",
            "SourceAMICreationDate",
            "SourceAMIOwner",
            "SourceAMIOwnerName");

    /** For texts that are rendered at run time. */
    Map<String, Object> forTemplates() {
        Map<String, Object> data = new LinkedHashMap<>(texts());
        data.put("SourceAMITags", source.tags());
        return data;
    }

    /** For provisioners. */
    Map<String, String> forProvisioners(InstanceId instance, String host, ConnectOptions connect) {
        Map<String, String> data = texts();
        data.put("ID", instance.value());
        data.put("Host", host);
        data.put("Port", Integer.toString(connect.settings().login().port()));
        data.put("User", connect.settings().login().username());
        data.put("ConnType", "ssh");
        return data;
    }

    private Map<String, String> texts() {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("BuildRegion", region);
        data.put("SourceAMI", source.id().value());
        data.put("SourceAMIName", source.origin().name());
        data.put("SourceAMICreationDate", source.origin().creationDate());
        data.put("SourceAMIOwner", source.origin().owner());
        data.put("SourceAMIOwnerName", source.origin().ownerName());
        return data;
    }
}
