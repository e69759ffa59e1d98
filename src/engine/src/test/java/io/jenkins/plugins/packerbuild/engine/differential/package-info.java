/** The same templates read, checked and built by ours and by Debian's {@code packer}, and what differs. */
@NullMarked
package io.jenkins.plugins.packerbuild.engine.differential;

import org.jspecify.annotations.NullMarked;
