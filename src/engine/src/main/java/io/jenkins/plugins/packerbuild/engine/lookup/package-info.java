/** Values of variables that servers keep: HashiCorp Vault and Consul. */
@NullMarked
package io.jenkins.plugins.packerbuild.engine.lookup;

import org.jspecify.annotations.NullMarked;
