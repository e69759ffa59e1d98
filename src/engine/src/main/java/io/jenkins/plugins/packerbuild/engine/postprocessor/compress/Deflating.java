package io.jenkins.plugins.packerbuild.engine.postprocessor.compress;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/** Deflates one block. */
final class Deflating {

    private Deflating() {}

    /**
     * The deflated block, without any header.
     *
     * @param dictionary what stood before it; may be empty
     * @param last whether nothing follows; otherwise it ends at a byte's border, so that another block can
     */
    static byte[] deflate(byte[] content, byte[] dictionary, int level, boolean last) {
        Deflater deflater = new Deflater(level, true);
        try {
            if (dictionary.length > 0) {
                deflater.setDictionary(dictionary);
            }
            deflater.setInput(content);
            ByteArrayOutputStream deflated = new ByteArrayOutputStream(content.length / 2 + 64);
            byte[] buffer = new byte[1 << 14];
            if (last) {
                deflater.finish();
            }
            int count;
            do {
                count = deflater.deflate(buffer, 0, buffer.length, last ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH);
                deflated.write(buffer, 0, count);
            } while (last ? !deflater.finished() : count == buffer.length);
            return deflated.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
