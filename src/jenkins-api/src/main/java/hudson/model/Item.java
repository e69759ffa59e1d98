package hudson.model;

import hudson.security.AccessControlled;
import hudson.security.Permission;
import jenkins.model.FullyNamed;
import jenkins.model.FullyNamedModelObject;
import jenkins.model.Named;

/** Signature: jenkins-core. */
public interface Item extends PersistenceRoot, FullyNamedModelObject, FullyNamed, Named, AccessControlled {
    ItemGroup<? extends Item> getParent();

    Permission CONFIGURE = null;

    Permission EXTENDED_READ = null;
}
