package io.jenkins.plugins.packerbuild.engine.postprocessor.compress;

import java.io.IOException;
import java.io.OutputStream;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4FrameOutputStream;
import net.jpountz.xxhash.XXHashFactory;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** What makes a stream smaller, by Packer's name. */
enum Compression {
    /** As it is. */
    NONE("no compression") {
        @Override
        OutputStream onto(OutputStream output, int level) {
            return output;
        }
    },
    /** gzip, on all cores. */
    PGZIP("pgzip") {
        @Override
        OutputStream onto(OutputStream output, int level) {
            return new GzipStream(output, level);
        }
    },
    /** gzip in blocks of their own, as bioinformatics has it, on all cores. */
    BGZF("bgzf") {
        @Override
        OutputStream onto(OutputStream output, int level) {
            return new BgzfStream(output, level);
        }
    },
    /** LZ4 frames. The library's Java: its native parts would have to be unpacked somewhere first. */
    LZ4("lz4") {
        @Override
        OutputStream onto(OutputStream output, int level) throws IOException {
            LZ4Factory factory = LZ4Factory.safeInstance();
            LZ4Compressor compressor = level > 0 ? factory.highCompressor(level) : factory.fastCompressor();
            return new LZ4FrameOutputStream(
                    output,
                    LZ4FrameOutputStream.BLOCKSIZE.SIZE_1MB,
                    UNKNOWN_SIZE,
                    compressor,
                    XXHashFactory.safeInstance().hash32(),
                    LZ4FrameOutputStream.FLG.Bits.BLOCK_INDEPENDENCE,
                    LZ4FrameOutputStream.FLG.Bits.CONTENT_CHECKSUM);
        }
    },
    /** XZ. More than its default level takes more memory than an engine has. */
    XZ("xz") {
        @Override
        OutputStream onto(OutputStream output, int level) throws IOException {
            boolean chosen = level > 0 && level < LZMA2Options.PRESET_DEFAULT;
            return new XZOutputStream(output, new LZMA2Options(chosen ? level : LZMA2Options.PRESET_DEFAULT));
        }
    };

    private static final long UNKNOWN_SIZE = -1;

    private final String word;

    Compression(String word) {
        this.word = word;
    }

    /** Its name in messages. */
    String word() {
        return word;
    }

    /** Whether it says no to levels below {@code -1}, as Packer's does. */
    boolean hasLevels() {
        return this == PGZIP || this == BGZF;
    }

    /**
     * A stream that compresses; closing it closes the other one.
     *
     * @param level 1 to 9; another number is the default
     */
    abstract OutputStream onto(OutputStream output, int level) throws IOException;
}
