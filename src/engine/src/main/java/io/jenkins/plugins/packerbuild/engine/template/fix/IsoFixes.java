package io.jenkins.plugins.packerbuild.engine.template.fix;

/** Checksums of ISO images. */
final class IsoFixes {

    private static final String CHECKSUM = "iso_checksum";
    private static final String TYPE = "iso_checksum_type";
    private static final String URL = "iso_checksum_url";

    private IsoFixes() {}

    static void md5(Fields builder) {
        if (builder.text("iso_md5").isPresent()) {
            builder.rename("iso_md5", CHECKSUM);
            builder.put(TYPE, "md5");
        }
    }

    /** A checksum alone stays, whatever it says; an address beats it. */
    static void checksum(Fields builder) {
        String checksum = builder.text(CHECKSUM).orElse("");
        String type = builder.text(TYPE).orElse("");
        String url = builder.text(URL).orElse("");
        builder.remove(TYPE, URL);
        if (!url.isEmpty()) {
            builder.put(CHECKSUM, "file:" + url);
        } else if (!checksum.isEmpty() && !type.isEmpty()) {
            builder.put(CHECKSUM, type + ":" + checksum);
        }
    }
}
