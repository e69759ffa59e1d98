package io.jenkins.plugins.packerbuild.config;

import com.cloudbees.hudson.plugins.folder.AbstractFolder;
import hudson.model.ItemGroup;
import io.jenkins.plugins.packerbuild.credentials.CredentialList;
import io.jenkins.plugins.packerbuild.credentials.PackerCredential;
import java.util.List;
import java.util.Optional;
import org.jenkinsci.plugins.variant.OptionalExtension;

/** The lists of folders. */
@OptionalExtension(requirePlugins = "cloudbees-folder")
public final class FolderCredentialList extends CredentialList {

    @Override
    public Optional<List<PackerCredential>> of(ItemGroup<?> place) {
        if (!(place instanceof AbstractFolder<?> folder)) {
            return Optional.empty();
        }
        PackerFolderProperty property = folder.getProperties().get(PackerFolderProperty.class);
        return Optional.of(property == null ? List.of() : property.getCredentials());
    }
}
