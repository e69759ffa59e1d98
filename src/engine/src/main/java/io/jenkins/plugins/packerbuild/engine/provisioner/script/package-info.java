/** What all provisioners and post-processors that run scripts have in common. */
@NullMarked
package io.jenkins.plugins.packerbuild.engine.provisioner.script;

import org.jspecify.annotations.NullMarked;
