package io.jenkins.plugins.packerbuild.engine.postprocessor.compress;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * What stands before a file in a GNU tar, byte for byte as Packer writes it: no times. The JDK has no tar, and the
 * libraries that have one are 2.4 MB.
 *
 * @param name of any length
 * @param mode permissions, with the bits above them
 * @param owner its user
 * @param group its group
 * @param size of the file
 * @see <a href="https://www.gnu.org/software/tar/manual/html_node/Standard.html">the form</a>
 */
record TarHeader(String name, int mode, Principal owner, Principal group, long size) {

    /**
     * A user or a group.
     *
     * @param id its number
     * @param name empty when the number has none
     */
    record Principal(long id, String name) {}

    /** Everything is a multiple of this. */
    static final int BLOCK = 512;

    private static final int NAME_LENGTH = 100;
    private static final int PRINCIPAL_LENGTH = 31;
    private static final int CHECKSUM = 148;
    private static final String LONG_NAME = "././@LongLink";

    /** The header's blocks; a name that does not fit has blocks of its own in front. */
    byte[] bytes() {
        byte[] fullName = name.getBytes(StandardCharsets.UTF_8);
        byte[] header = header(fullName);
        return fullName.length <= NAME_LENGTH ? header : concatenated(longName(fullName), header);
    }

    private byte[] header(byte[] fullName) {
        byte[] header = block(fullName, (byte) '0');
        number(header, 100, 8, mode);
        number(header, 108, 8, owner.id());
        number(header, 116, 8, group.id());
        number(header, 124, 12, size);
        text(header, 265, principal(owner.name()));
        text(header, 297, principal(group.name()));
        number(header, 329, 8, 0);
        number(header, 337, 8, 0);
        return withChecksum(header);
    }

    /** A file of its own whose content is the name of the next, with a NUL. */
    private static byte[] longName(byte[] fullName) {
        int length = fullName.length + 1;
        byte[] header = block(LONG_NAME.getBytes(StandardCharsets.US_ASCII), (byte) 'L');
        number(header, 100, 8, 0);
        number(header, 108, 8, 0);
        number(header, 116, 8, 0);
        number(header, 124, 12, length);
        int blocks = (length + BLOCK - 1) / BLOCK;
        return concatenated(withChecksum(header), Arrays.copyOf(fullName, blocks * BLOCK));
    }

    private static byte[] block(byte[] name, byte type) {
        byte[] header = new byte[BLOCK];
        text(header, 0, Arrays.copyOf(name, Math.min(name.length, NAME_LENGTH)));
        number(header, 136, 12, 0);
        header[156] = type;
        text(header, 257, "ustar  \0".getBytes(StandardCharsets.US_ASCII));
        return header;
    }

    /** In octal digits, or to the base of 256 when there are too many. */
    private static void number(byte[] header, int offset, int length, long value) {
        String digits = String.format(Locale.ROOT, "%0" + (length - 1) + "o", value);
        if (digits.length() < length) {
            text(header, offset, digits.getBytes(StandardCharsets.US_ASCII));
            return;
        }
        long rest = value;
        for (int i = offset + length - 1; i >= offset; i--) {
            header[i] = (byte) rest;
            rest >>= 8;
        }
        header[offset] |= (byte) 0x80;
    }

    private static byte[] withChecksum(byte[] header) {
        Arrays.fill(header, CHECKSUM, CHECKSUM + 8, (byte) ' ');
        int sum = 0;
        for (byte each : header) {
            sum += Byte.toUnsignedInt(each);
        }
        text(header, CHECKSUM, String.format(Locale.ROOT, "%06o\0 ", sum).getBytes(StandardCharsets.US_ASCII));
        return header;
    }

    private static byte[] principal(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(bytes, Math.min(bytes.length, PRINCIPAL_LENGTH));
    }

    private static void text(byte[] header, int offset, byte[] bytes) {
        System.arraycopy(bytes, 0, header, offset, bytes.length);
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
