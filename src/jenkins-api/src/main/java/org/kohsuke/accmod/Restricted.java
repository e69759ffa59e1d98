package org.kohsuke.accmod;

import static java.lang.annotation.RetentionPolicy.CLASS;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import org.jvnet.hudson.annotation_indexer.Indexed;

/** Signature: access-modifier-annotation. */
@Retention(CLASS)
@Documented
@Indexed
public @interface Restricted {
    Class<? extends AccessRestriction>[] value();
}
