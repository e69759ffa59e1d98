package io.jenkins.plugins.packerbuild.credentials;

import hudson.ExtensionPoint;
import hudson.model.ItemGroup;
import java.util.List;
import java.util.Optional;

/** Knows the list <i>Packer credentials</i> of one kind of place: folders, or the whole Jenkins. */
public abstract class CredentialList implements ExtensionPoint {

    /** The list of a place, which may have no entries; empty when it is no place of this kind. */
    public abstract Optional<List<PackerCredential>> of(ItemGroup<?> place);
}
