package io.jenkins.plugins.packerbuild.engine.postprocessor.compress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What a tar notes of a file besides its content. */
final class FileFacts {

    private static final int PERMISSIONS = 07777;
    private static final int READABLE_BY_ALL = 0644;

    private FileFacts() {}

    /** Of the file that a symbolic link points to. Where files have no owners, it is root's. */
    static TarHeader header(String name, Path file) throws IOException {
        long size = Files.size(file);
        if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            TarHeader.Principal nobody = new TarHeader.Principal(0, "");
            return new TarHeader(name, READABLE_BY_ALL, nobody, nobody, size);
        }
        Map<String, Object> facts = Files.readAttributes(file, "unix:mode,uid,gid,owner,group");
        int mode = number(facts, "mode") & PERMISSIONS;
        return new TarHeader(name, mode, principal(facts, "uid", "owner"), principal(facts, "gid", "group"), size);
    }

    /** Java calls one that has no name by its number. */
    private static TarHeader.Principal principal(Map<String, Object> facts, String idKey, String nameKey) {
        int id = number(facts, idKey);
        String name = String.valueOf(facts.get(nameKey));
        return new TarHeader.Principal(Integer.toUnsignedLong(id), name.equals("" + id) ? "" : name);
    }

    private static int number(Map<String, Object> facts, String key) {
        return facts.get(key) instanceof Number number ? number.intValue() : 0;
    }
}
