/** Rewrites templates of old versions of Packer into what is read today. */
@NullMarked
package io.jenkins.plugins.packerbuild.engine.template.fix;

import org.jspecify.annotations.NullMarked;
