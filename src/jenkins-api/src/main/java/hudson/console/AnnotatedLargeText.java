package hudson.console;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.Charset;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;
import org.kohsuke.stapler.framework.io.LargeText;

/** Signature: jenkins-core. */
public class AnnotatedLargeText<T> extends LargeText {
    public AnnotatedLargeText(File file, Charset charset, boolean completed, T context) {}

    public void doProgressiveHtml(StaplerRequest2 req, StaplerResponse2 rsp) throws IOException {
        throw new UnsupportedOperationException();
    }

    public void doProgressiveText(StaplerRequest2 req, StaplerResponse2 rsp) throws IOException {
        throw new UnsupportedOperationException();
    }

    public long writeLogTo(long start, OutputStream out) throws IOException {
        throw new UnsupportedOperationException();
    }

    public long writeRawLogTo(long start, OutputStream out) throws IOException {
        throw new UnsupportedOperationException();
    }

    public long writeHtmlTo(long start, Writer w) throws IOException {
        throw new UnsupportedOperationException();
    }
}
