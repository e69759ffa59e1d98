package io.jenkins.plugins.packerbuild.config;

import hudson.Extension;
import hudson.model.ItemGroup;
import io.jenkins.plugins.packerbuild.credentials.CredentialList;
import io.jenkins.plugins.packerbuild.credentials.PackerCredential;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;

/** The list of the global configuration. */
@Extension
public final class GlobalCredentialList extends CredentialList {

    @Override
    public Optional<List<PackerCredential>> of(ItemGroup<?> place) {
        return place instanceof Jenkins
                ? Optional.of(PackerBuildGlobalConfiguration.get().getCredentials())
                : Optional.empty();
    }
}
