package io.jenkins.plugins.packerbuild.simulator.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.apache.sshd.common.file.root.RootedFileSystemProvider;
import org.apache.sshd.common.file.root.RootedPath;

/**
 * A machine's disk as the machine sees it: a link's absolute target lies on the disk as well. MINA's own provider lets
 * the real machine follow links, and a script that makes {@code /tmp/x -> /etc} would open the real {@code /etc} to its
 * client.
 */
final class DiskFileSystemProvider extends RootedFileSystemProvider {

    /** The real path with all links resolved but the last name's own. */
    @Override
    protected Path resolveLocalPath(RootedPath path) {
        return resolve(path, false);
    }

    private static Path resolve(RootedPath path, boolean followLast) {
        try {
            return DiskPaths.resolve(
                    path.getFileSystem().getRoot(), path.toAbsolutePath().toString(), followLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path followed(Path path) {
        RootedPath rooted = (RootedPath) path;
        Path root = rooted.getFileSystem().getRoot();
        return rooted.getFileSystem().getPath("/" + root.relativize(resolve(rooted, true)));
    }

    private static Path followed(Path path, LinkOption... options) {
        return Arrays.asList(options).contains(LinkOption.NOFOLLOW_LINKS) ? path : followed(path);
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        return super.newFileChannel(followed(path), options, attributes);
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return super.newByteChannel(followed(path), options, attributes);
    }

    @Override
    public InputStream newInputStream(Path path, OpenOption... options) throws IOException {
        return super.newInputStream(followed(path), options);
    }

    @Override
    public OutputStream newOutputStream(Path path, OpenOption... options) throws IOException {
        return super.newOutputStream(followed(path), options);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path directory, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        return super.newDirectoryStream(followed(directory), filter);
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        super.checkAccess(followed(path), modes);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        return super.getFileAttributeView(followed(path, options), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return super.readAttributes(followed(path, options), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return super.readAttributes(followed(path, options), attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        super.setAttribute(followed(path, options), attribute, value, options);
    }

    @Override
    public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes) throws IOException {
        Files.createSymbolicLink(unroot(link), Path.of(target.toString()), attributes);
    }

    @Override
    public Path readSymbolicLink(Path link) throws IOException {
        return link.getFileSystem().getPath(Files.readSymbolicLink(unroot(link)).toString());
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return Files.getFileStore(((RootedPath) path).getFileSystem().getRoot());
    }
}
