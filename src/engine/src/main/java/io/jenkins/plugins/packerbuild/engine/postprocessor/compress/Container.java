package io.jenkins.plugins.packerbuild.engine.postprocessor.compress;

/** What holds the files together, and Packer's words for what may go wrong with one of them. */
enum Container {
    /** Any number of files, by their base names. */
    TAR("Error creating tar: Unable to read file %s", "Error creating tar: Failed to copy %s data to archive"),
    /** Any number of files, by their paths; compresses by itself. */
    ZIP("Error creating zip: Unable to read file %s", "Error creating zip: Failed to copy %s data to archive"),
    /** One file and nothing around it. */
    NONE("Failed to open source file %s for reading", "Failed to compress %s");

    private final String unopened;
    private final String unread;

    Container(String unopened, String unread) {
        this.unopened = unopened;
        this.unread = unread;
    }

    /** That a file could not be opened. */
    String unopened(String file) {
        return String.format(unopened, file);
    }

    /** That a file could not be read. */
    String unread(String file) {
        return String.format(unread, file);
    }
}
