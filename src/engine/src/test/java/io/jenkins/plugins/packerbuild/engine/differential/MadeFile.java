package io.jenkins.plugins.packerbuild.engine.differential;

import java.util.List;

/**
 * A file that was not there before, or not like this.
 *
 * @param name relative to the working directory
 * @param mode in octal digits, without the bits that a umask usually takes; {@code gone} for a file that was removed
 * @param content its lines, or what is in it if it is an archive
 */
record MadeFile(String name, String mode, List<String> content) {

    MadeFile {
        content = List.copyOf(content);
    }
}
