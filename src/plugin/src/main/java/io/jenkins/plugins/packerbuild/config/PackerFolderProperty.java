package io.jenkins.plugins.packerbuild.config;

import com.cloudbees.hudson.plugins.folder.AbstractFolder;
import com.cloudbees.hudson.plugins.folder.AbstractFolderProperty;
import com.cloudbees.hudson.plugins.folder.AbstractFolderPropertyDescriptor;
import io.jenkins.plugins.packerbuild.credentials.PackerCredential;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.variant.OptionalExtension;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * A folder's list <i>Packer credentials</i>. It and {@link FolderCredentialList} are the only ones that know the plugin
 * cloudbees-folder, which need not be there.
 */
public final class PackerFolderProperty extends AbstractFolderProperty<AbstractFolder<?>> {

    /** Null when the folder's configuration has none. */
    private @Nullable List<PackerCredential> credentials = new ArrayList<>();

    /** With no entry. */
    @DataBoundConstructor
    public PackerFolderProperty() {
        // Nothing is required.
    }

    /** Its entries. */
    public List<PackerCredential> getCredentials() {
        return credentials == null ? List.of() : List.copyOf(credentials);
    }

    /** Its entries. */
    @DataBoundSetter
    public void setCredentials(@Nullable List<PackerCredential> credentials) {
        this.credentials = credentials == null ? new ArrayList<>() : new ArrayList<>(credentials);
    }

    /** Its form. */
    @OptionalExtension(requirePlugins = "cloudbees-folder")
    @Symbol("packerCredentials")
    public static final class DescriptorImpl extends AbstractFolderPropertyDescriptor {

        @Override
        public String getDisplayName() {
            return "Packer credentials";
        }
    }
}
